/**
 * Looks for needles in one text and remembers what it found, so that asking again and again (once for each opening mark
 * that has no end) costs no more than one walk over the text.
 */
export class TextFinder {
  private readonly found = new Map<string, { asked: number; at: number }>()

  constructor(readonly text: string) {}

  /** First offset of `needle` at or after `pos`; -1 when there is none. */
  from(needle: string, pos: number): number {
    const known = this.found.get(needle)
    // An answer holds for every offset between the one that was asked for and the answer.
    if (known && known.asked <= pos && pos <= known.at) return known.at >= this.text.length ? -1 : known.at
    let at = this.text.indexOf(needle, pos)
    if (at < 0) at = this.text.length
    if (known) {
      known.asked = pos
      known.at = at
    } else this.found.set(needle, { asked: pos, at })
    return at >= this.text.length ? -1 : at
  }
}
