/**
 * Where the runs of backticks in a text are, so that the end of a code span is found without trying every length of run
 * against the whole text.
 */
import { BACKTICK, skipRun } from './chars.ts'

export class BacktickRuns {
  private readonly at: number[] = []
  private readonly length: number[] = []
  /** the longest run from here on */
  private readonly longest: number[] = []

  constructor(text: string) {
    for (let i = text.indexOf('`'); i >= 0; ) {
      const end = skipRun(text, i, BACKTICK)
      this.at.push(i)
      this.length.push(end - i)
      i = text.indexOf('`', end)
    }
    let longest = 0
    for (let k = this.at.length - 1; k >= 0; k--) {
      longest = Math.max(longest, this.length[k]!)
      this.longest[k] = longest
    }
  }

  /** The first offset from `pos` on (no run is cut by it) with `length` backticks; -1 when there is none. */
  find(pos: number, length: number): number {
    let low = 0
    let high = this.at.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (this.at[mid]! < pos) low = mid + 1
      else high = mid
    }
    if (low >= this.at.length || this.longest[low]! < length) return -1
    while (this.length[low]! < length) low++
    return this.at[low]!
  }
}
