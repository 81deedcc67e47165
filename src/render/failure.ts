/** What ends the rendering of a document, as exceptions inside render/ only: `renderDocument` turns them into values. */
import type { Diagnostic, Exhausted, Reference, SourceText, Span } from '../base/index.ts'

/** A piece of a file. */
export interface Frame {
  readonly source: SourceText
  readonly span: Span
}

/** A message as the Ruby of a reference words it; as the newest that is known where none is given. */
type RubyWording = (reference: Reference | undefined) => string

/** An error Ruby would raise that is not Liquid's own: Jekyll prints it without `Liquid error (line 1): `. */
export class HostError extends Error {
  override readonly name = 'HostError'
  /** where the tag stands that could not be parsed; known only then */
  place: { readonly path: string | undefined; readonly line: number } | undefined
  /** what is at fault where that is another file than the template */
  frame: Frame | undefined

  /**
   * @param wording Ruby's message, or how a version of Ruby words it
   * @param code names the diagnostic: `render/include-missing`
   */
  constructor(
    private readonly wording: string | RubyWording,
    readonly code = 'render/filter',
    readonly help?: string,
  ) {
    super(typeof wording === 'string' ? wording : wording(undefined))
  }

  /** The message as the Ruby of `reference` words it. */
  wordedBy(reference: Reference): string {
    return typeof this.wording === 'string' ? this.wording : this.wording(reference)
  }
}

/** A converter refused its input. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError'
  /**
   * @param place of the fault, when the converter names it; line 0 where only its `text` is known; with a `frame`, it is
   * in another file
   * @param help what to do
   */
  constructor(
    message: string,
    readonly place?: {
      readonly path: string
      readonly line: number
      readonly text?: string
      readonly frame?: Frame
    },
    readonly help?: string,
  ) {
    super(message)
  }
}

/** Carries the diagnostic that ends a document up to `renderDocument`. */
export class RenderFailure extends Error {
  override readonly name = 'RenderFailure'
  /** @param lacking what ran out between two tags, so that the diagnostic has no place: that of the tag around it serves */
  constructor(
    readonly diagnostic: Diagnostic,
    readonly lacking?: Exhausted,
  ) {
    super(diagnostic.message)
  }
}
