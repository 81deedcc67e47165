/** A stylesheet without comments and needless blanks. */

/**
 * Blanks stay where they mean something: between words, and before `(`, `.`, `#`, `:`, `[`, `+` and `-`, where they are
 * part of a selector or a sum. Quoted text stays as it is. Linear.
 */
export function compactCss(css: string): string {
  let out = ''
  let at = 0
  let blank = false
  const put = (text: string): void => {
    const last = out.at(-1)
    if (blank && last !== undefined && !'{};,>'.includes(last) && !'{};,>'.includes(text.charAt(0)))
      out += ' '
    blank = false
    if (text === '}' && out.endsWith(';')) out = out.slice(0, -1)
    out += text
  }
  while (at < css.length) {
    const char = css.charAt(at)
    if (char === '/' && css[at + 1] === '*') {
      const end = css.indexOf('*/', at + 2)
      at = end < 0 ? css.length : end + 2
      blank = true
    } else if (char === '"' || char === "'") {
      const end = endOfQuote(css, at)
      put(css.slice(at, end))
      at = end
    } else if (' \n\t\r\f'.includes(char)) {
      blank = true
      at++
    } else if (char === ':' && css[at + 1] === ' ' && !blank) {
      // `name: value`; a selector has no blank behind its colon.
      put(':')
      at += 2
    } else {
      put(char)
      at++
    }
  }
  return `${out}\n`
}

function endOfQuote(css: string, start: number): number {
  const quote = css.charAt(start)
  let at = start + 1
  while (at < css.length && css[at] !== quote) at += css[at] === '\\' ? 2 : 1
  return Math.min(at + 1, css.length)
}
