/**
 * Looks for needles in one text and remembers what it found, so that asking again and again (once for each opening mark
 * that has no end) costs no more than one walk over the text. There are few needles: lists are faster than maps.
 */
import { BACKSLASH } from './chars.ts'

/** Larger than any offset. */
const NEVER = 0x3fffffff

export class TextFinder {
  private readonly needles: string[] = []
  private readonly asked: number[] = []
  private readonly at: number[] = []

  private braceAsked = NEVER
  private brace = 0

  constructor(public text: string) {}

  /** Starts on another text. */
  reset(text: string): void {
    this.text = text
    // Every needle is looked for anew.
    for (let k = 0; k < this.asked.length; k++) this.asked[k] = NEVER
    this.braceAsked = NEVER
  }

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
    const { needles, text } = this
    let k = 0
    while (k < needles.length && needles[k] !== needle) k++
    // An answer holds for every offset between the one that was asked for and the answer.
    if (k < needles.length && this.asked[k]! <= pos && pos <= this.at[k]!) {
      const known = this.at[k]!
      return known >= text.length ? -1 : known
    }
    let at = text.indexOf(needle, pos)
    if (at < 0) at = text.length
    needles[k] = needle
    this.asked[k] = pos
    this.at[k] = at
    return at >= text.length ? -1 : at
  }
}
