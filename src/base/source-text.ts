/** A text and where it came from. */
export interface SourceText {
  /** site-relative, posix; what diagnostics show */
  readonly path: string
  readonly text: string
}

/** Offsets into a text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}
