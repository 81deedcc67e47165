/**
 * Looks for needles in one text and remembers what it found, so that asking again and again (once for each opening mark
 * that has no end) costs no more than one walk over the text. There are few needles, and most texts ask for none or one:
 * they are a chain.
 */
import { BACKSLASH } from './chars.ts'

/** Larger than any offset. */
const NEVER = 0x3fffffff

/** The first place of a needle from where it was last asked for. */
interface Found {
  readonly needle: string
  asked: number
  at: number
  readonly next: Found | null
}

export class TextFinder {
  private found: Found | null = null
  private braceAsked = NEVER
  private brace = 0

  constructor(readonly text: string) {}

  /** First offset of a `}` without a backslash in front at or after `pos`; -1 when there is none. */
  closingBrace(pos: number): number {
    const { text } = this
    if (!(this.braceAsked <= pos && pos <= this.brace)) {
      let at = text.indexOf('}', pos)
      while (at > 0 && text.charCodeAt(at - 1) === BACKSLASH) at = text.indexOf('}', at + 1)
      this.braceAsked = pos
      this.brace = at < 0 ? text.length : at
    }
    return this.brace >= text.length ? -1 : this.brace
  }

  /** First offset of `needle` at or after `pos`; -1 when there is none. */
  from(needle: string, pos: number): number {
    const { text } = this
    let found = this.found
    while (found !== null && found.needle !== needle) found = found.next
    // An answer holds for every offset between the one that was asked for and the answer.
    if (found === null || pos < found.asked || pos > found.at) {
      let at = text.indexOf(needle, pos)
      if (at < 0) at = text.length
      if (found === null) this.found = found = { needle, asked: pos, at, next: this.found }
      else {
        found.asked = pos
        found.at = at
      }
    }
    return found.at >= text.length ? -1 : found.at
  }
}
