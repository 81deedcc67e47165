/** A style sheet laid out otherwise than it was printed. */
export interface Layout {
  readonly css: string
  /** where a position of what was printed (line and column from 0) has gone */
  place(line: number, column: number): readonly [line: number, column: number]
}
