/** Looks for the next character of a text that may begin or end a span. */
import * as c from './chars.ts'
import type { SpanState } from './span-state.ts'

/**
 * What may begin something. A regular expression, because it is machine code from the first text on and reads cut-out
 * strings as fast as whole ones; one class of characters, because that is the fastest kind.
 */
const NEXT = /[*_`<[\]!"'&{\\\-.>~$\n]/g
/** The same with the colons of emoji. */
const NEXT_OR_EMOJI = /[*_`<[\]!"'&{\\\-.>~$\n:]/g

const TWICE = 1
const AFTER_BLANK = 2
/** Characters that begin something only in pairs, or after a blank. */
const NEEDS = new Uint8Array(128)
for (const ch of '-.>~$') NEEDS[ch.charCodeAt(0)] = TWICE
NEEDS[c.LF] = AFTER_BLANK

/** The offset of the next mark from `from` on; the length of the text when there is none. */
export function nextMark(s: SpanState, from: number): number {
  const { text } = s
  const next = s.doc.settings.gfmEmojis ? NEXT_OR_EMOJI : NEXT
  let i = from
  for (;;) {
    next.lastIndex = i
    if (!next.test(text)) return text.length
    i = next.lastIndex - 1
    const ch = text.charCodeAt(i)
    const needs = NEEDS[ch]
    if (needs === TWICE) {
      if (i + 1 < text.length && text.charCodeAt(i + 1) === ch) return i
      if (ch === c.GT) s.lastMarkup = i
    } else if (needs !== AFTER_BLANK || (i > 0 && text.charCodeAt(i - 1) === c.SPACE)) return i
    i++
  }
}
