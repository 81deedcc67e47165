/** Looks for the next character of a text that may begin or end a span. */
import { GT, SPACE } from './chars.ts'
import type { SpanState } from './span-state.ts'
import { AFTER_BLANK, TWICE } from './span-state.ts'

/** The offset of the next mark from `from` on; the length of the text when there is none. */
export function nextMark(s: SpanState, from: number): number {
  const { text } = s
  // A regular expression, because it is machine code from the first text on and reads cut-out strings as fast as whole ones.
  const { marks, needs } = s.pass.dispatch
  let i = from
  for (;;) {
    marks.lastIndex = i
    if (!marks.test(text)) return text.length
    i = marks.lastIndex - 1
    const ch = text.charCodeAt(i)
    const need = needs[ch]
    if (need === TWICE) {
      if (i + 1 < text.length && text.charCodeAt(i + 1) === ch) return i
      if (ch === GT) s.lastMarkup = i
    } else if (need !== AFTER_BLANK || (i > 0 && text.charCodeAt(i - 1) === SPACE)) return i
    i++
  }
}
