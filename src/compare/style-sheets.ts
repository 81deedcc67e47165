/** Style sheets by their rules, however they are laid out. */

/** The rules of a sheet, a part of them on each line: no comments, one spelling for spacing, quotes, zeros and short colours. */
export function rulesOf(css: string): string {
  return folded(css).replace(/[{};]/g, '$&\n')
}

/** Strings stay as they are, but for their quotes. */
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g

/** With one spelling for spacing, quotes, zeros and colours. */
function folded(css: string): string {
  const text = withoutComments(css.replace(/^\uFEFF|@charset "[^"\n]*";/g, ''))
  const parts: string[] = []
  let at = 0
  for (const { 0: string, index } of text.matchAll(STRING)) {
    parts.push(foldedText(text.slice(at, index)), `"${string.slice(1, -1)}"`)
    at = index + string.length
  }
  return [...parts, foldedText(text.slice(at))].join('').trim()
}

function foldedText(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>~]) ?/g, '$1')
    .replace(/ !/g, '!')
    .replace(/(?<=[:(]) | (?=\))/g, '')
    .replaceAll(';}', '}')
    .replace(/(?<![\w.#-])0(\.\d)/g, '$1')
    .replace(/\brgb\((\d[\d.]{0,15}%),(\d[\d.]{0,15}%),(\d[\d.]{0,15}%)\)/gi, (_, ...parts) =>
      hex(parts.slice(0, 3)),
    )
    .replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b/gi, '#$1$2$3')
    .replace(/#[0-9a-f]{3,8}\b/gi, (color) => color.toLowerCase())
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
