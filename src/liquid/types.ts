/**
 * What Liquid shares with those who extend it: drops, tags and filters. First draft of the contract between `liquid/`
 * and `render/`; the AST's types join it here.
 */

/** An object whose fields are computed when a template asks. Never exposes JavaScript's own properties. */
export abstract class Drop {
  /** The field `key`, or undefined (nil). */
  abstract get(key: string): unknown
  /** Whether `key` is a field (strict_variables asks). */
  has(key: string): boolean {
    return this.get(key) !== undefined
  }
  /** Fields in order, for loops, `inspect` and `jsonify`; none when the drop cannot be enumerated. */
  keys(): readonly string[] {
    return []
  }
  /** Ruby's to_s, for `{{ drop }}`. */
  abstract toText(): string
}

/** An expression compiled from markup in lax mode: `page.title`, `"x"`, `(1..3)`, `a.b[c]`. Opaque outside. */
export interface Expression {
  readonly text: string
}

/** A compiled template. Immutable; may be rendered any number of times. */
export interface Template {
  readonly path: string | undefined
  render(data: unknown, options?: RenderOptions): RenderResult
}

export interface RenderOptions {
  /** what tags and filters of the host find under `ctx.registers`: the page, the site, a recorder */
  readonly registers?: Readonly<Record<string, unknown>>
  readonly strictVariables?: boolean
  readonly strictFilters?: boolean
}

export interface RenderResult {
  readonly output: string
  readonly errors: readonly LiquidError[]
}

/** Where a template's tag stands. */
export interface TagSite {
  readonly tagName: string
  readonly path: string | undefined
  /** line of the template, from 1 */
  readonly line: number
  expression(markup: string): Expression
  /** Compiles another template with the same engine (for host tags with templates inside their markup). */
  parse(source: string, path?: string): Template
  /** Throws a LiquidSyntaxError placed at this tag. */
  fail(message: string): never
  /** Notes a warning placed at this tag. */
  warn(message: string): void
}

/** What a tag or filter of the host may ask while rendering. */
export interface RenderContext {
  readonly registers: Readonly<Record<string, unknown>>
  /** The variable `name` as a template sees it (scopes, then environment). */
  get(name: string): unknown
  /** Sets `name` as `assign` does. */
  assign(name: string, value: unknown): void
  evaluate(expression: Expression): unknown
  /** Runs `run` with `variables` on top of the scopes (as `include` does). */
  withScope<T>(variables: ReadonlyMap<string, unknown>, run: () => T): T
  /** Renders another template in the present scopes; its errors name its own path. */
  renderTemplate(template: Template): string
  /** Raises a render-time error placed at the running tag: `ArgumentError`, `FileSystemError`, … */
  fail(message: string): never
  warn(message: string): void
}

/** A tag of the host. With `body: 'block'` it ends at `end<name>` and its body is Liquid; with 'raw' the body is text. */
export interface TagDefinition<State = unknown> {
  readonly name: string
  readonly body?: 'none' | 'block' | 'raw'
  parse(markup: string, site: TagSite): State
  /** `body` renders the block (or gives the raw text); it may be called any number of times. */
  render(state: State, ctx: RenderContext, body: () => string): string
}

/** A filter with its number of arguments after the input (`wrong number of arguments (given 1, expected 2)`). */
export interface FilterDefinition {
  readonly min: number
  readonly max: number
  run(ctx: RenderContext, input: unknown, ...args: unknown[]): unknown
}

/** A Liquid error with its place; `message` is Ruby's text including `Liquid error (line 1): `. */
export interface LiquidError {
  readonly message: string
  readonly path: string | undefined
  readonly line: number
  /** innermost first */
  readonly trail: readonly string[]
}
