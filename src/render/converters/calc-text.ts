/**
 * `calc()` with interpolation, kept as written.
 *
 * To libsass, and to Dart Sass before 1.40, `calc(#{$a} - (#{$b} * 2))` is text with values put in. Dart Sass now parses
 * it as a calculation and prints it simplified (`calc(800px - 30px * 2)`). Handing it over as a string keeps the text that
 * Jekyll's sites have always shipped. Only values of declarations are touched: elsewhere, and in custom properties, Sass
 * still takes `calc()` as text.
 */

import { LINE_STRING } from './style-pieces.ts'

const NOT_CODE = new RegExp(String.raw`//[^\n]*|/\*[\s\S]*?(?:\*/|$)|${LINE_STRING}|#\{|[;{}]|calc\(`, 'g')
const DECLARATION = /^\s*(?!--)[$\w-]+\s*:\s/

/** SCSS with such calls as `unquote("calc(…)")`; the same text when there are none. Linear in `scss`. */
export function keepCalcText(scss: string): string {
  if (!scss.includes('calc(')) return scss
  let output = ''
  let copied = 0
  let statement = 0
  let interpolations = 0
  NOT_CODE.lastIndex = 0
  for (let match = NOT_CODE.exec(scss); match !== null; match = NOT_CODE.exec(scss)) {
    const [token] = match
    const end = match.index + token.length
    if (token === '#{') interpolations++
    else if (token === '}' && interpolations > 0) interpolations--
    else if (token === ';' || token === '{' || token === '}') statement = end
    else if (token.startsWith('/'))
      statement = /\S/.test(scss.slice(statement, match.index)) ? statement : end
    else if (token === 'calc(' && interpolations === 0) {
      if (/[\w-]/.test(scss[match.index - 1] ?? '')) continue
      const close = closingParenthesis(scss, end)
      if (close === -1) break
      const inside = scss.slice(end, close)
      NOT_CODE.lastIndex = close + 1
      if (!inside.includes('#{') || /["'\\\n]/.test(inside)) continue
      if (!DECLARATION.test(scss.slice(statement, match.index))) continue
      output += `${scss.slice(copied, match.index)}unquote("calc(${inside})")`
      copied = close + 1
    }
  }
  return output + scss.slice(copied)
}

/** Offset of the `)` that closes what was opened before `from`; -1 when there is none. */
function closingParenthesis(text: string, from: number): number {
  let depth = 1
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 40) depth++
    else if (code === 41 && --depth === 0) return i
  }
  return -1
}
