/** Plain and quoted YAML scalars: the text from a place to the value and where it ends. Lines fold as YAML 1.1 says. */
import {
  afterBreak,
  breakText,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isDocumentMark,
  isFlowIndicator,
  SPACE,
  TAB,
} from './yaml-chars.ts'
import { type ScannedScalar, YamlFailure } from './yaml-token.ts'

const NUMBER_SIGN = 35
const COLON = 58

/** The white space between two pieces of a plain or quoted scalar. */
interface Gap {
  readonly end: number
  /** what it counts as: the blanks themselves, a space, or newlines */
  readonly text: string
  readonly lineStart: number
  /** whether it has a line break */
  readonly broken: boolean
}

/** Reads a gap from `at`. `broken` is true when an escaped break went before. `onBlank` sees blanks after a break. */
function readGap(
  text: string,
  at: number,
  lineStart: number,
  broken: boolean,
  onBlank?: (at: number, lineStart: number) => void,
): Gap {
  let leading = ''
  let trailing = ''
  let end = at
  let start = lineStart
  let foundBreak = broken
  const blanksFrom = at
  let blanksTo = at
  for (;;) {
    const code = text.charCodeAt(end)
    if (isBlank(code)) {
      if (foundBreak) onBlank?.(end, start)
      end++
      if (!foundBreak) blanksTo = end
    } else if (isBreak(code)) {
      if (!foundBreak) {
        leading = breakText(text, end)
        foundBreak = true
      } else trailing += breakText(text, end)
      end = afterBreak(text, end)
      start = end
    } else break
  }
  if (!foundBreak) return { end, text: text.slice(blanksFrom, blanksTo), lineStart: start, broken: false }
  const folded = leading === '\n' ? (trailing === '' ? ' ' : trailing) : leading + trailing
  return { end, text: folded, lineStart: start, broken: true }
}

/** Whether a plain scalar surely goes on with `code` behind a single space. */
function isWithin(code: number): boolean {
  return code !== NUMBER_SIGN && code !== COLON && !isFlowIndicator(code) && !isBlankOrEnd(code)
}

/** A plain scalar from `start`. `indent` is the column a line must reach to go on with it. */
export function scanPlain(
  text: string,
  start: number,
  startLine: number,
  indent: number,
  inFlow: boolean,
): ScannedScalar {
  let value = ''
  let pending = ''
  let at = start
  let end = start
  let lineStart = startLine
  let leadingBlanks = false
  const onBlank = (blank: number, line: number): void => {
    if (text.charCodeAt(blank) === TAB && blank - line < indent)
      throw new YamlFailure(
        'found a tab character that violates indentation',
        'while scanning a plain scalar',
        start,
      )
  }
  for (;;) {
    if (at === lineStart && isDocumentMark(text, at)) break
    if (text.charCodeAt(at) === NUMBER_SIGN) break
    const from = at
    for (; ; at++) {
      const code = text.charCodeAt(at)
      if (code > 125 && code < 0x2028 && code !== 0x85) continue
      // One space between words is as good as a letter: no gap to fold, no piece to join.
      if (code === SPACE && isWithin(text.charCodeAt(at + 1))) continue
      if (isBlankOrEnd(code)) break
      if (code === COLON) {
        const next = text.charCodeAt(at + 1)
        if (isBlankOrEnd(next)) break
        if (inFlow && (isFlowIndicator(next) || next === 63))
          throw new YamlFailure("found unexpected ':'", 'while scanning a plain scalar', start)
      } else if (inFlow && isFlowIndicator(code)) break
    }
    if (at > from) {
      value += pending + text.slice(from, at)
      pending = ''
      leadingBlanks = false
      end = at
    }
    const code = text.charCodeAt(at)
    if (!isBlank(code) && !isBreak(code)) break
    const gap = readGap(text, at, lineStart, leadingBlanks, onBlank)
    pending = gap.text
    leadingBlanks = gap.broken
    at = gap.end
    lineStart = gap.lineStart
    if (!inFlow && leadingBlanks && at - lineStart < indent) break
  }
  // A scalar that stops inside its gap ends before it, but the scanner goes on behind it.
  return { text: value, end: leadingBlanks ? at : end, leadingBlanks }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** A quoted scalar from its opening quote at `start`. */
export function scanQuoted(text: string, start: number, startLine: number): ScannedScalar {
  const quote = text.charCodeAt(start)
  const isDouble = quote === 34
  let value = ''
  let at = start + 1
  let lineStart = startLine
  for (;;) {
    if (at === lineStart && isDocumentMark(text, at)) fail('found unexpected document indicator', start)
    if (at >= text.length) fail('found unexpected end of stream', start)
    let escapedBreak = false
    let from = at
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === quote) {
        if (isDouble || text.charCodeAt(at + 1) !== quote) break
        value += text.slice(from, at + 1)
        at += 2
        from = at
      } else if (code === 92 && isDouble) {
        value += text.slice(from, at)
        if (isBreak(text.charCodeAt(at + 1))) {
          at = afterBreak(text, at + 1)
          lineStart = at
          from = at
          escapedBreak = true
          break
        }
        const escaped = readEscape(text, at, start)
        value += escaped.text
        at = escaped.end
        from = at
      } else if (isBlankOrEnd(code) && (code !== SPACE || isBlankOrEnd(text.charCodeAt(at + 1)))) break
      else at++
    }
    value += text.slice(from, at)
    if (text.charCodeAt(at) === quote) return { text: value, end: at + 1, leadingBlanks: false }
    const gap = readGap(text, at, lineStart, escapedBreak)
    // After an escaped break there is no first break to fold: blanks go, further breaks stay.
    value += escapedBreak && gap.text === '' ? '' : gap.text
    at = gap.end
    lineStart = gap.lineStart
  }
}

function fail(problem: string, start: number): never {
  throw new YamlFailure(problem, 'while scanning a quoted scalar', start)
}

function readEscape(text: string, at: number, start: number): { text: string; end: number } {
  const letter = text.charAt(at + 1)
  const known = ESCAPES.get(letter)
  if (known !== undefined) return { text: known, end: at + 2 }
  const count = HEX_DIGITS[letter]
  const context = 'while parsing a quoted scalar'
  if (count === undefined) throw new YamlFailure('found unknown escape character', context, start)
  const digits = text.slice(at + 2, at + 2 + count)
  if (digits.length < count || !/^[0-9a-fA-F]+$/.test(digits))
    throw new YamlFailure('did not find expected hexdecimal number', context, start)
  const code = Number.parseInt(digits, 16)
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw new YamlFailure('found invalid Unicode character escape code', context, start)
  return { text: String.fromCodePoint(code), end: at + 2 + count }
}
