/**
 * What libsass and Ruby Sass kept as written: values without anything to compute (`'Noto Sans'` with its own quotes,
 * `'\f000'`, `.5em` without a zero, `a,b` without a space), custom properties, and the quotes in selectors
 * (`[type="text"]`). Dart Sass would print them its own way, so it is handed values as texts to put in, and quoted words
 * that are no names.
 */
import type { SassCompiler } from '../../base/index.ts'
import { mayHaveColour } from './shortest-colour.ts'
import { ADDRESS, LINE_STRING } from './style-pieces.ts'

/** What stands before a value that is kept; the layout takes it away again and leaves the value as it is. */
export const KEPT = '\u0001'

const NAME = String.raw`(?:[a-zA-Z_-]|#\{[^{}"']*\})(?:[\w-]|#\{[^{}"']*\})*`
const DECLARATION = new RegExp(String.raw`(\*?${NAME}\s*:)(\s*)`, 'y')
const STRING = String.raw`"(?:[^"\\\n#]|\\[^\n]|#(?!\{))*"|'(?:[^'\\\n#]|\\[^\n]|#(?!\{))*'`
const WORD = String.raw`-*[a-zA-Z_\u0080-\uffff][\w\u0080-\uffff-]*`
const NUMBER = String.raw`[uU]\+[0-9a-fA-F?]+(?:-[0-9a-fA-F]+)?|[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?:%|-?[a-zA-Z]+(?:-[a-zA-Z]+)*)?(?:\\[0-9a-fA-F]{1,6})?`
/** What Internet Explorer had, with single values put in. */
const PROGID = String.raw`progid:[\w.]*\((?:[^()#$;{}\n]|#(?!\{)|#\{[^{}"'\\\n]*\})*\)`
const END = String.raw`(?=[ \t\n,/;}]|$)`
/** A word, a string, a colour or a number. */
const TOKEN = new RegExp(
  `(?:${PROGID}|${WORD}|${STRING}|#[0-9a-fA-F]+|${NUMBER}|(?<=[ \\t])!important)${END}`,
  'y',
)
/** Where a run goes on behind a token. */
const BETWEEN = /[ \t]*(?:,|\/(?![/*]))?[ \t]*/y
/** Runs of code in which no declaration begins. */
const SKIPPED = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+/y
/** Dart Sass prints anything else as it is written, but colours are then shortened where they are not kept. */
const PRINTED_OTHERWISE = /["',/.\\+]|\de| {2}|\t|\b(?:null|not|and|or|transparent)\b/

/** Behind a quote of a selector: that it was written, and that it was a single one. */
const QUOTED = '@@'
const SINGLE = "@'"
const ATTRIBUTE = /(\[[^[\]"'#{}=]*=\s*)(["'])([^"'\\\n#]*)\2/g

interface Unmarked {
  readonly css: string
  /** where a position of the marked text (line and column from 0) has gone */
  place(line: number, column: number): readonly [line: number, column: number]
}

const MARKS = /\u0001|"@(['@])([^"\n]*)"|\n/g

/** The CSS that came of it without the marks. Linear in `marked`. */
export function withoutMarks(marked: string): Unmarked {
  /** by line, the columns of characters that go */
  const gone: number[][] = [[]]
  let css = ''
  let copied = 0
  let lineStart = 0
  for (const { 0: mark, 1: kind, 2: word, index } of marked.matchAll(MARKS)) {
    const column = index - lineStart
    if (mark === '\n') {
      gone.push([])
      lineStart = index + 1
      continue
    }
    gone.at(-1)!.push(...(mark === KEPT ? [column] : [column + 1, column + 2]))
    css += marked.slice(copied, index) + (mark === KEPT ? '' : kind === "'" ? `'${word}'` : `"${word}"`)
    copied = index + mark.length
  }
  css += marked.slice(copied)
  return { css, place: (line, column) => [line, column - countBelow(gone[line] ?? [], column)] }
}

/** How many of `sorted` are below `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** A selector with its quotes as they were written. */
export function selectorQuotes(css: string): string {
  if (!css.includes('"@')) return css
  return css.replace(/"@(['@])([^"\n]*)"/g, (_, mark: string, word: string) =>
    mark === "'" ? `'${word}'` : `"${word}"`,
  )
}

/** SCSS with all that handed over. Linear in `scss`. */
export function keepStaticValues(scss: string, compiler: SassCompiler): string {
  let output = ''
  let copied = 0
  let at = 0
  while (at < scss.length) {
    at = skip(scss, at)
    DECLARATION.lastIndex = at
    const name = DECLARATION.exec(scss)
    const found = name === null ? undefined : keptValue(scss, at, name, compiler)
    const start = at + (name?.[0].length ?? 0)
    if (found?.text !== undefined) {
      output += scss.slice(copied, found.start) + handedOver(found.text)
      copied = found.end
    }
    const from = Math.max(start, found?.end ?? start)
    at = statementEnd(scss, from)
    const text = scss.slice(Math.max(copied, from - (name?.[0].length ?? 0)), at)
    if (text.endsWith('{') && text.includes('[')) {
      output += scss.slice(copied, at - text.length) + text.replace(ATTRIBUTE, marked)
      copied = at
    }
  }
  return output + scss.slice(copied)
}

const INDENTED_DECLARATION = new RegExp(String.raw`(?<=\n|^)([ \t]*\*?${NAME}[ \t]*:)([ \t]+)(?=[^\s])`, 'g')

/** The same for indented Sass, where values end with their line. Linear in `sass`. */
export function keepStaticLines(sass: string): string {
  let output = ''
  let copied = 0
  for (const { 0: all, index } of sass.matchAll(INDENTED_DECLARATION)) {
    const start = index + all.length
    const end = runEnd(sass, start)
    const text = sass.slice(start, end).trimEnd()
    if ((end < sass.length && sass[end] !== '\n') || !isPrintedOtherwise(text)) continue
    output += sass.slice(copied, start) + handedOver(text)
    copied = start + text.length
  }
  return output + sass.slice(copied)
}

interface KeptValue {
  readonly start: number
  readonly end: number
  /** undefined for what is left as it is */
  readonly text: string | undefined
}

/** The value behind the `name` at `at`, where it is kept and Dart Sass would print it otherwise. */
function keptValue(
  scss: string,
  at: number,
  name: RegExpExecArray,
  compiler: SassCompiler,
): KeptValue | undefined {
  const [all, before = '', blanks = ''] = name
  const start = at + all.length
  if (before.startsWith('--')) return customValue(scss, start - blanks.length, compiler)
  const end = runEnd(scss, start)
  if (end === start || (scss[end] !== ';' && scss[end] !== '}')) {
    if (compiler === 'ruby-sass' || !isBreakBefore(scss, end)) return undefined
  }
  const text = scss.slice(start, end).trimEnd()
  // A blank at the end has Ruby Sass take the value apart.
  if (compiler === 'ruby-sass' && start + text.length < end) return undefined
  return isPrintedOtherwise(text) ? { start, end: start + text.length, text } : undefined
}

/** Whether nothing but line breaks and blanks stand between `at` and the end of the declaration. */
function isBreakBefore(scss: string, at: number): boolean {
  const end = /\s*/y
  end.lastIndex = at
  end.test(scss)
  return at > 0 && end.lastIndex > at && (scss[end.lastIndex] === ';' || scss[end.lastIndex] === '}')
}

/** A custom property is text from the colon on; Ruby Sass wrote its white space as one blank. */
function customValue(scss: string, start: number, compiler: SassCompiler): KeptValue {
  const end = customEnd(scss, start)
  const text = scss.slice(start, end)
  if (text.includes('#{') || text.includes('\n') || !/["'\\]| {2}|\t|(?:rgb|hsl)a?\(/.test(text))
    return { start, end, text: undefined }
  return { start, end, text: compiler === 'ruby-sass' ? text.replace(/[ \t]+/g, ' ') : text }
}

const CUSTOM_PIECE = new RegExp(String.raw`/\*[\s\S]*?(?:\*/|$)|${LINE_STRING}|[([{}\]);]`, 'g')

/** Where the `;` or `}` stands that ends the custom property whose value begins at `start`. */
function customEnd(scss: string, start: number): number {
  let depth = 0
  CUSTOM_PIECE.lastIndex = start
  for (let match = CUSTOM_PIECE.exec(scss); match !== null; match = CUSTOM_PIECE.exec(scss)) {
    const [piece] = match
    if (depth === 0 && (piece === ';' || piece === '}')) return match.index
    if (piece === '(' || piece === '[' || piece === '{') depth++
    else if (piece === ')' || piece === ']' || piece === '}') depth--
  }
  return scss.length
}

function isPrintedOtherwise(value: string): boolean {
  return value !== '' && (PRINTED_OTHERWISE.test(value) || mayHaveColour(value))
}

/** `value` as a text that Dart Sass puts in. */
function handedOver(value: string): string {
  return `#{"${KEPT}${value.replace(/["\\]/g, '\\$&')}"}`
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

/** Where the run of tokens at `start` ends that have nothing to compute; `start` itself where there is none. */
function runEnd(scss: string, start: number): number {
  let at = start
  let end = start
  for (TOKEN.lastIndex = at; TOKEN.test(scss); TOKEN.lastIndex = at) {
    end = TOKEN.lastIndex
    BETWEEN.lastIndex = end
    at = BETWEEN.test(scss) ? BETWEEN.lastIndex : end
    if (at === end) break
  }
  // Blanks may stand at the end, but no comma.
  return /[,/]/.test(scss.slice(end, at)) ? start : at
}

const STATEMENT_END = new RegExp(
  String.raw`//[^\n]*|/\*[\s\S]*?(?:\*/|$)|${LINE_STRING}|${ADDRESS}|#\{|[;{}]`,
  'g',
)

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
