/** What a build did, in numbers: performance is tested by these, not by times. */
export interface Counters {
  readonly documents: number
  readonly pages: number
  readonly staticFiles: number
  readonly rendered: number
  /** of those that were rendered, how many were only placed in their layouts: an earlier build had converted them */
  readonly placed: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
}
