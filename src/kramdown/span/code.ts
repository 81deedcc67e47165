/** Code spans and math spans. */
import { BACKTICK, codeAt, DOLLAR, isSpace, SPACE, skipRun, strip } from '../chars.ts'
import { Element } from '../element.ts'
import type { SpanState } from '../span-state.ts'

export function codeSpan(s: SpanState, i: number): number {
  const { text } = s
  const { blankBeginsNoCode } = s.doc.settings.rules
  const start = skipRun(text, i, BACKTICK)
  const length = start - i
  if (
    length === 1 &&
    (i === 0 ? blankBeginsNoCode : isSpace(codeAt(text, i - 1))) &&
    isSpace(codeAt(text, start))
  )
    return s.keep(start)
  // The next run nearly always is long enough; where it is not, the table of runs keeps the search linear.
  let close = text.indexOf('`', start)
  if (close >= 0 && length > 1 && skipRun(text, close, BACKTICK) - close < length)
    close = s.ticks.find(start, length)
  if (close < 0) return s.keep(start)
  let from = start
  let to = close
  if (length > 1) {
    if (codeAt(text, from) === SPACE) from++
    if (to > from && codeAt(text, to - 1) === SPACE) to--
  }
  return s.push(new Element('codespan', text.slice(from, to)), i, close + length)
}

/** `$$ … $$` in text. */
export function inlineMath(s: SpanState, i: number): number {
  const { text } = s
  if (codeAt(text, i + 1) !== DOLLAR) return 0
  const close = s.finder.from('$$', i + 2)
  if (close < 0) return 0
  return s.push(new Element('math', strip(text.slice(i + 2, close))), i, close + 2)
}
