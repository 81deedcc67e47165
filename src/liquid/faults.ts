/**
 * What is thrown inside Liquid. A `Fault` is caught at the nearest node, printed in place and noted; an `Abort` passes
 * through every template (a broken limit, or a host that must stop the rendering). Anything else that is thrown counts
 * as `internal`, as Ruby's Liquid reports a StandardError of somebody else's.
 */
import type { LiquidError } from './types.ts'

/** A render-time error. `text` is Liquid's message without `Liquid error (line 1): `. */
export class Fault extends Error {
  override readonly name: string = 'Fault'
  readonly kind: LiquidError['kind'] = 'error'
  /** set where it is first caught */
  line: number | undefined
  template: string | undefined
  path: string | undefined

  constructor(readonly text: string) {
    super(text)
  }
}

/** An undefined variable or filter in strict mode: noted, but nothing is printed in its place. */
export class UndefinedFault extends Fault {
  override readonly name = 'UndefinedFault'
  constructor(
    text: string,
    /** what may have been meant */
    readonly help?: string,
  ) {
    super(text)
  }
}

/** Ends the whole rendering: no template catches it. Hosts may extend it. */
export class Abort extends Error {
  override readonly name: string = 'Abort'
}

/** A limit of the engine was reached. */
export class LimitError extends Abort {
  override readonly name = 'LimitError'
  constructor(readonly limit: 'steps' | 'output' | 'memory' | 'time') {
    super(`Liquid error: Memory limits exceeded (${limit})`)
  }
}

/** The first error of a rendering with `throwErrors`. */
export class LiquidRenderError extends Abort implements LiquidError {
  override readonly name = 'LiquidRenderError'
  readonly text: string
  readonly kind: LiquidError['kind']
  readonly path: string | undefined
  readonly line: number
  readonly trail: readonly string[]

  constructor(error: LiquidError, cause?: unknown) {
    super(error.message, cause === undefined ? {} : { cause })
    this.text = error.text
    this.kind = error.kind
    this.path = error.path
    this.line = error.line
    this.trail = error.trail
  }
}

/** The text is not a template. `message` is Ruby's: `Liquid syntax error (line 3): Unknown tag 'x'`. */
export class LiquidSyntaxError extends Fault implements LiquidError {
  override readonly name = 'LiquidSyntaxError'
  override readonly kind = 'syntax error'
  override readonly message: string
  override readonly line: number
  readonly trail: readonly string[] = []

  /** @param column from 1, of the tag's or output's first character @param help what to do, for those who show errors */
  constructor(
    text: string,
    path: string | undefined,
    line: number,
    readonly column: number,
    readonly help?: string | undefined,
  ) {
    super(text)
    this.line = line
    this.path = path
    this.message = `Liquid syntax error (line ${line}): ${text}`
  }
}
