/**
 * What Liquid shares with those who extend it: drops, tags and filters, and what a template can be asked. The contract
 * between `liquid/` and `render/`; nothing here imports from the module.
 */

import type { LiquidVersion, Time, Zone } from '../base/index.ts'

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
  /** What `for` and array filters walk over: by default the pairs `[key, value]`; undefined when it is no enumerable. */
  items(): readonly unknown[] | undefined {
    const keys = this.keys()
    return keys.length === 0 ? undefined : keys.map((key) => [key, this.get(key)])
  }
  /** Ruby's to_s, for `{{ drop }}`. */
  abstract toText(): string
  /** How it stands inside an inspected array or hash; undefined: its fields, like a hash. */
  inspect(): string | undefined {
    return undefined
  }
}

/** An expression compiled from markup in lax mode: `page.title`, `"x"`, `(1..3)`, `a.b[c]`. Opaque outside. */
export interface Expression {
  readonly text: string
}

/** A compiled template. Immutable; may be rendered any number of times. */
export interface Template {
  readonly path: string | undefined
  /** what lax parsing forgave (`mode: 'warn'`), in Liquid's words */
  readonly warnings: readonly LiquidError[]
  render(data: unknown, options?: RenderOptions): RenderResult
}

export interface RenderOptions {
  /** what tags and filters of the host find under `ctx.registers`: the page, the site, a recorder */
  readonly registers?: Readonly<Record<string, unknown>>
  readonly strictVariables?: boolean
  readonly strictFilters?: boolean
  /** zone of dates written without one, and of numbers; UTC by default */
  readonly zone?: Zone
  /** what `'now'` is; the clock by default. Asked once a rendering, and only where a template wants to know. */
  readonly now?: () => Time
  /** Stop at the first error and throw it as a LiquidRenderError (what Jekyll's `render!` does). */
  readonly throwErrors?: boolean
}

export interface RenderResult {
  readonly output: string
  /** whether the output is a US-ASCII string to Ruby (Liquid 4.0) */
  readonly ascii: boolean
  readonly errors: readonly LiquidError[]
  /** warnings of partials, and those host tags and filters gave while rendering */
  readonly warnings: readonly LiquidError[]
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
  /** Throws a LiquidSyntaxError placed at this tag; `help` says what to do. */
  fail(message: string, help?: string): never
  /** Notes a warning placed at this tag. */
  warn(message: string): void
}

/** What a tag or filter of the host may ask while rendering. */
export interface RenderContext {
  readonly registers: Readonly<Record<string, unknown>>
  readonly zone: Zone
  /** whether the input of the filter now running is a US-ASCII string to Ruby, for filters whose `encoding` is 'asked' */
  readonly asciiInput: boolean
  /** The present, the same throughout one rendering unless the host gave it. */
  now(): Time
  /** The variable `name` as a template sees it (scopes, then environment). */
  get(name: string): unknown
  /** Sets `name` as `assign` does. */
  assign(name: string, value: unknown): void
  evaluate(expression: Expression): unknown
  /** `markup` as an expression, compiled once per engine (for filters whose arguments are code). */
  expression(markup: string): Expression
  /** `markup` as a condition (`a.b == 1 and c`), compiled once per engine; evaluates to a boolean. Throws when it is none. */
  condition(markup: string): Expression
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
  /** prints just what `renderTemplate` gave it last, in that text's encoding */
  readonly rendersTemplate?: true
  parse(markup: string, site: TagSite): State
  /** `body` renders the block (or gives the raw text); it may be called any number of times. */
  render(state: State, ctx: RenderContext, body: () => string): string
}

/** A filter with its number of arguments after the input (`wrong number of arguments (given 1, expected 2)`). */
export interface FilterDefinition {
  readonly min: number
  /** Infinity: any number */
  readonly max: number
  /**
   * its result has the encoding of its input, and with 'asked' it wants to know which; with 'sole' that of the one item of its
   * input, where that has but one; UTF-8 when not given
   */
  readonly encoding?: 'kept' | 'asked' | 'sole'
  /** Called without `this`. */
  run(ctx: RenderContext, input: unknown, ...args: unknown[]): unknown
}

/** A Liquid error with its place; `message` is Ruby's text including `Liquid error (line 1): `. */
export interface LiquidError {
  readonly message: string
  /** the message without its prefix */
  readonly text: string
  readonly kind: 'error' | 'syntax error'
  readonly path: string | undefined
  readonly line: number
  /** innermost first */
  readonly trail: readonly string[]
}

/** Bounds for templates nobody trusts; each undefined means none. A broken bound ends the rendering. */
export interface Limits {
  /** loop turns, tags and partials together */
  readonly steps?: number
  /** characters of output */
  readonly output?: number
  /** characters held in variables and intermediate strings */
  readonly memory?: number
  /** milliseconds */
  readonly time?: number
}

export interface EngineOptions {
  /** Host tags; one named like a tag of Liquid's replaces it. */
  readonly tags?: readonly TagDefinition[]
  /** Host filters; one named like a filter of Liquid's replaces it. */
  readonly filters?: Readonly<Record<string, FilterDefinition>>
  /** The text of a partial for `include` and `render`, or undefined when there is none. */
  partials?(name: string): string | undefined
  readonly limits?: Limits
  /** whose Liquid; the newest known when not given */
  readonly version?: LiquidVersion
  /** 'warn' (default): strict first, lax where that fails, with a warning. 'strict': a syntax error instead. */
  readonly mode?: 'lax' | 'warn' | 'strict'
  /** whether values know if they are blank, as where ActiveSupport is loaded; else nothing equals `blank` */
  readonly asksBlank?: boolean
  /** whether `empty` and `blank` are values of their own, as in Jekyll with any Liquid; else Liquid 5.4 has empty texts */
  readonly wordsAreValues?: boolean
}

export interface ParseOptions {
  readonly path?: string
  /** line of the first character in messages; Jekyll counts from the body, so 1 by default */
  readonly line?: number
}

/** Tags and filters, frozen; compiles templates. */
export interface Engine {
  parse(source: string, options?: ParseOptions): Template
}
