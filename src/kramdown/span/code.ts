/** Code spans and math spans. */
import { BACKTICK, isSpace, skipRun, strip } from '../chars.ts'
import { Element } from '../element.ts'
import type { SpanState } from '../span-state.ts'

export function codeSpan(s: SpanState, i: number): number {
  const { text } = s
  const start = skipRun(text, i, BACKTICK)
  const length = start - i
  if (length === 1 && (i === 0 || isSpace(text.charCodeAt(i - 1))) && isSpace(text.charCodeAt(start)))
    return s.keep(start)
  const close = s.ticks.find(start, length)
  if (close < 0) return s.keep(start)
  let from = start
  let to = close
  if (length > 1) {
    if (text.charCodeAt(from) === 32) from++
    if (to > from && text.charCodeAt(to - 1) === 32) to--
  }
  return s.push(new Element('codespan', text.slice(from, to)), i, close + length)
}

/** `$$ … $$` in text. */
export function inlineMath(s: SpanState, i: number): number {
  const { text } = s
  if (text.charCodeAt(i + 1) !== 36) return 0
  const close = s.finder.from('$$', i + 2)
  if (close < 0) return 0
  return s.push(new Element('math', strip(text.slice(i + 2, close))), i, close + 2)
}
