/** Style sheets by their rules, however they are laid out. */

/** The rules of a sheet, a part of them on each line: no comments, one spelling for spacing, quotes, zeros and short colours. */
export function rulesOf(css: string): string {
  return folded(css).replace(/[{};]/g, '$&\n')
}

function folded(css: string): string {
  return withoutComments(css)
    .replace(/^\uFEFF|@charset "[^"]*";/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{}:;,>+~()!]) ?/g, '$1')
    .replaceAll(';}', '}')
    .replace(/(?<![\d.])0(\.\d)/g, '$1')
    .replace(/\brgb\((\d[\d.]{0,15}%),(\d[\d.]{0,15}%),(\d[\d.]{0,15}%)\)/gi, (_, ...parts) =>
      hex(parts.slice(0, 3)),
    )
    .replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b/gi, '#$1$2$3')
    .replaceAll('"', "'")
    .replace(/\[([\w-]+[~|^$*]?=)'([\w-]+)'\]/g, '[$1$2]')
    .toLowerCase()
    .trim()
}

/** `#264d73` of `15%`, `30%`, `45%`: newer Sass writes computed colours so, older in whole steps. */
function hex(parts: readonly string[]): string {
  const steps = parts.map((part) => Math.round(Number.parseFloat(part) * 2.55))
  return `#${steps.map((step) => step.toString(16).padStart(2, '0')).join('')}`
}

function withoutComments(css: string): string {
  const parts: string[] = []
  let at = 0
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', at)) {
    parts.push(css.slice(at, open))
    const close = css.indexOf('*/', open + 2)
    at = close === -1 ? css.length : close + 2
  }
  return [...parts, css.slice(at)].join('')
}
