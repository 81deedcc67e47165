/** The engine: tags and filters, frozen; text in, templates out. */
import { Budget } from './budget.ts'
import { strictCondition } from './condition.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { type EmittedCode, Emitter } from './emit.ts'
import { ENCODINGS, isAscii } from './encodings.ts'
import { CompiledExpression, evaluateCondition, evaluateOutput } from './evaluate.ts'
import { Fault, LiquidSyntaxError } from './faults.ts'
import type { HostCall } from './host-call.ts'
import { hostTag } from './host-tag.ts'
import { instantiate, type RenderFunction } from './instantiate.ts'
import { isText } from './literal-text.ts'
import type { Body } from './node.ts'
import { laxOutput, strictOutput } from './output.ts'
import { Parser, type Tag } from './parser.ts'
import { Rendering, type RenderingHost, type RunnableTemplate, type RunState } from './rendering.ts'
import { echo } from './tags/output.ts'
import { LIQUID_TAGS } from './tags/table.ts'
import type {
  Engine,
  EngineOptions,
  FilterDefinition,
  LiquidError,
  ParseOptions,
  RenderOptions,
  RenderResult,
} from './types.ts'

/**
 * An engine with Liquid's tags and filters and the host's. `parse` throws LiquidSyntaxError; `render` never throws but
 * with `throwErrors` (LiquidRenderError) and for a broken limit (LimitError).
 */
export function createEngine(options: EngineOptions = {}): Engine {
  return Object.freeze(new Compiler(options))
}

class Compiler implements Engine, RenderingHost {
  readonly dialect: Dialect
  private readonly tags: ReadonlyMap<string, Tag>
  private readonly filters: ReadonlyMap<string, FilterDefinition>
  private readonly hostFilters: ReadonlySet<string>
  private readonly partials = new Map<
    string,
    { readonly source: string; readonly template: CompiledTemplate }
  >()
  private readonly expressions = new Map<string, CompiledExpression>()
  private readonly conditions = new Map<string, CompiledExpression>()

  constructor(readonly options: EngineOptions) {
    const dialect = dialectOf(options.version ?? '5.4')
    const { asksBlank = dialect.asksBlank, wordsAreValues = dialect.wordsAreValues } = options
    this.dialect = { ...dialect, asksBlank, wordsAreValues }
    this.tags = new Map([...LIQUID_TAGS, ...(options.tags ?? []).map(hostTag)].map((tag) => [tag.name, tag]))
    const own = Object.entries(options.filters ?? {})
    this.filters = new Map([...Object.entries(this.dialect.filters), ...own])
    this.hostFilters = new Set(own.map(([name]) => name))
  }

  parse(source: string, { path, line = 1 }: ParseOptions = {}): CompiledTemplate {
    const calls: HostCall[] = []
    const parser = new Parser(source, {
      tags: this.tags,
      output: echo,
      dialect: this.dialect,
      mode: this.options.mode ?? 'warn',
      path,
      line,
      hosts: {
        add: (call) => calls.push(call) - 1,
        parseTemplate: (text, own) => this.parse(text, pathOption(own)),
      },
      isHostFilter: (name) => this.hostFilters.has(name),
    })
    const body = parser.document()
    // Text alone needs no compiler: most of a blog's posts hold no Liquid.
    if (body.items.every(isText)) {
      const text = body.items.map((item) => (isText(item) ? item.text : '')).join('')
      return new CompiledTemplate(this, path, parser.warnings, () => (rt) => {
        rt.ascii = text === ''
        return text
      })
    }
    const code = placed(path, line, () => this.emit(body))
    return new CompiledTemplate(this, path, parser.warnings, () =>
      instantiate(code, (name) => this.filterFunction(name), calls),
    )
  }

  private emit(body: Body): EmittedCode {
    return new Emitter({
      dialect: this.dialect,
      limited: this.options.limits !== undefined,
      arity: (name) => this.filters.get(name),
      isHostFilter: (name) => this.hostFilters.has(name),
      encoding: (name) =>
        this.filters.has(name) ? (this.filters.get(name)?.encoding ?? ENCODINGS.get(name)) : 'items',
    }).template(body)
  }

  // --- what renderings ask ---

  partial(name: string): CompiledTemplate {
    const source = this.options.partials?.(name)
    if (source === undefined)
      throw new Fault(
        this.options.partials === undefined
          ? 'This liquid context does not allow includes.'
          : `No such template '${name}'`,
      )
    const known = this.partials.get(name)
    if (known !== undefined && known.source === source) return known.template
    const template = this.parse(source, { path: name })
    this.partials.set(name, { source, template })
    return template
  }

  filter(name: string): FilterDefinition | undefined {
    return this.filters.get(name)
  }

  filterNames(): readonly string[] {
    return [...this.filters.keys()]
  }

  expression(markup: string): CompiledExpression {
    let found = this.expressions.get(markup)
    if (found === undefined) {
      const output = lenientOutput(markup, this.dialect)
      found = new CompiledExpression(markup, (scope) => evaluateOutput(output, scope))
      this.expressions.set(markup, found)
    }
    return found
  }

  condition(markup: string): CompiledExpression {
    let found = this.conditions.get(markup)
    if (found === undefined) {
      const condition = strictCondition(markup, this.dialect)
      found = new CompiledExpression(markup, (scope) => evaluateCondition(condition, scope, this.dialect))
      this.conditions.set(markup, found)
    }
    return found
  }

  /** The function of a filter for emitted code, which calls it without `this`. */
  filterFunction(name: string): FilterDefinition['run'] {
    const filter = this.filters.get(name)
    if (filter === undefined) return (_ctx, input) => input
    return filter.run
  }
}

/** Faults of emitting (nesting no JavaScript takes) are errors of the template. */
function placed<T>(path: string | undefined, line: number, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof Fault) throw new LiquidSyntaxError(error.text, path, line, 1)
    throw error
  }
}

function pathOption(path: string | undefined): ParseOptions {
  return path === undefined ? {} : { path }
}

function lenientOutput(markup: string, dialect: Dialect): ReturnType<typeof strictOutput> {
  try {
    return strictOutput(markup, dialect)
  } catch (error) {
    if (error instanceof Fault) return laxOutput(markup, dialect)
    throw error
  }
}

class CompiledTemplate implements RunnableTemplate {
  private renderFunction: RenderFunction | undefined

  constructor(
    private readonly engine: Compiler,
    readonly path: string | undefined,
    readonly warnings: readonly LiquidError[],
    private readonly start: () => RenderFunction,
  ) {}

  render(data: unknown, options: RenderOptions = {}): RenderResult {
    const { limits } = this.engine.options
    const shared: RunState = {
      errors: [],
      warnings: [],
      host: this.engine,
      budget: limits === undefined ? undefined : new Budget(limits),
      options,
      trail: [],
      warned: new Set(),
    }
    const rt = new Rendering(shared, data, this.path, 1, false)
    const output = this.run(rt)
    shared.budget?.printed(output.length)
    const ascii = this.engine.dialect.joinsEncodings && rt.ascii && isAscii(output)
    return { output, ascii, errors: shared.errors, warnings: shared.warnings }
  }

  run(rt: Rendering): string {
    this.renderFunction ??= this.start()
    return this.renderFunction(rt)
  }
}
