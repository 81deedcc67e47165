/**
 * What Ruby Sass kept as written: values without anything to compute (`'Noto Sans'` with its own quotes, `.5em` without a
 * zero, `a,b` without a space) and the quotes in selectors (`[type="text"]`). Dart Sass would print them its own way, so
 * it is handed values as texts to put in, and quoted words that are no names.
 */

import { mayHaveColour } from './shortest-colour.ts'

/** What stands before a value that is kept; the layout takes it away again and leaves the value as it is. */
export const KEPT = '\u0001'

const DECLARATION = /\*?[a-zA-Z_-][\w-]*\s*:\s*/y
const TOKEN =
  /-?[a-zA-Z_\u0080-\uffff][\w\u0080-\uffff-]*|"[^"\\\n#]*"|'[^'\\\n#]*'|#[0-9a-fA-F]+|-?(?:\d+(?:\.\d+)?|\.\d+)(?:%|[a-zA-Z]*)|[ \t]+|[,/]|!important/y
/** Runs of code in which no declaration begins. */
const SKIPPED = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+/y
/** Dart Sass prints anything else as it is written, but colours are then shortened where they are not kept. */
const PRINTED_OTHERWISE = /["',/.]| {2}|\t/

/** Behind a quote of a selector: that it was written, and that it was a single one. */
const QUOTED = '@@'
const SINGLE = "@'"
const ATTRIBUTE = /(\[[^\]"'#{}=]*=\s*)(["'])([^"'\\\n#]*)\2/g

/** The CSS that came of it without the marks. */
export function withoutMarks(css: string): string {
  return selectorQuotes(css.replaceAll(KEPT, ''))
}

/** A selector with its quotes as they were written. */
export function selectorQuotes(css: string): string {
  if (!css.includes('"@')) return css
  return css.replace(/"@(['@])([^"\n]*)"/g, (_, mark: string, word: string) =>
    mark === "'" ? `'${word}'` : `"${word}"`,
  )
}

/** SCSS with all that handed over. Linear in `scss`. */
export function keepStaticValues(scss: string): string {
  let output = ''
  let copied = 0
  let at = 0
  while (at < scss.length) {
    at = skip(scss, at)
    DECLARATION.lastIndex = at
    const name = DECLARATION.exec(scss)
    const start = at + (name?.[0].length ?? 0)
    const end = name === null || name[0].startsWith('--') ? start : staticEnd(scss, start)
    const value = scss.slice(start, end).trimEnd()
    if (value !== '' && (PRINTED_OTHERWISE.test(value) || mayHaveColour(value))) {
      output += `${scss.slice(copied, start)}#{"${KEPT}${value.replaceAll('"', '\\"')}"}`
      copied = start + value.length
    }
    const from = Math.max(start, end)
    at = statementEnd(scss, from)
    const text = scss.slice(Math.max(copied, from - (name?.[0].length ?? 0)), at)
    if (text.endsWith('{') && text.includes('[')) {
      output += scss.slice(copied, at - text.length) + text.replace(ATTRIBUTE, marked)
      copied = at
    }
  }
  return output + scss.slice(copied)
}

function marked(_: string, before: string, quote: string, word: string): string {
  return `${before}"${quote === "'" ? SINGLE : QUOTED}${word}"`
}

/** Where white space and comments after `at` end. */
function skip(scss: string, at: number): number {
  SKIPPED.lastIndex = at
  while (SKIPPED.test(scss)) at = SKIPPED.lastIndex
  return at
}

/** Where a value of `start` ends that has nothing to compute; `start` itself for any other. */
function staticEnd(scss: string, start: number): number {
  let at = start
  TOKEN.lastIndex = at
  while (TOKEN.test(scss)) {
    at = TOKEN.lastIndex
    if (TOKEN.lastIndex === scss.length) break
  }
  return scss[at] === ';' || scss[at] === '}' ? at : start
}

const STATEMENT_END =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|url\([^"')]*\)|#\{|[;{}]/g

/** Just after the `;`, `{` or `}` that ends what is at `from`; braces of interpolations are part of it. */
function statementEnd(scss: string, from: number): number {
  let interpolations = 0
  STATEMENT_END.lastIndex = from
  for (let match = STATEMENT_END.exec(scss); match !== null; match = STATEMENT_END.exec(scss)) {
    if (match[0] === '#{') interpolations++
    else if (match[0] === '}' && interpolations > 0) interpolations--
    else if (match[0].length === 1 && interpolations === 0) return STATEMENT_END.lastIndex
  }
  return scss.length
}
