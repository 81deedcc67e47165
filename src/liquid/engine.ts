/** The engine: tags and filters, frozen; text in, templates out. */
import { Budget } from './budget.ts'
import { strictCondition } from './condition.ts'
import { type EmittedCode, Emitter } from './emit.ts'
import { CompiledExpression, evaluateCondition, evaluateOutput } from './evaluate.ts'
import { Fault, LiquidSyntaxError } from './faults.ts'
import { LIQUID_FILTERS } from './filters/table.ts'
import type { HostCall, HostTagRecord } from './host-call.ts'
import { hostTag, tagSite } from './host-tag.ts'
import { factoriesOf, factoryOf, type RenderFunction, start } from './instantiate.ts'
import { isText } from './literal-text.ts'
import type { Body } from './node.ts'
import { laxOutput, strictOutput } from './output.ts'
import { Parser, type Tag } from './parser.ts'
import { ReadCollector } from './reads.ts'
import { Rendering, type RenderingHost, type RunnableTemplate, type Shared } from './rendering.ts'
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
  Template,
  TemplateReads,
} from './types.ts'

/** A compiled template as text: can be stored and loaded by an engine with the same tags and filters. */
export interface TemplateArtifact {
  readonly path: string | undefined
  readonly code: string
  readonly texts: readonly string[]
  readonly lines: readonly number[]
  readonly hosts: readonly HostTagRecord[]
  readonly warnings: readonly LiquidError[]
  readonly reads: TemplateReads
}

/** A template whose compiled form can be stored. */
export interface StorableTemplate extends Template {
  artifact(): TemplateArtifact
}

/** Templates loaded together, and V8's code cache for the next time. */
export interface LoadedTemplates {
  readonly templates: readonly StorableTemplate[]
  readonly accepted: boolean
  cachedData(): Uint8Array
}

/** What `createEngine` gives: an Engine that can also load what it compiled before. */
export interface LiquidEngine extends Engine {
  parse(source: string, options?: ParseOptions): StorableTemplate
  /** Templates from stored artifacts, all started from one script; `cachedData` is an earlier call's. */
  load(artifacts: readonly TemplateArtifact[], cachedData?: Uint8Array): LoadedTemplates
}

/**
 * An engine with Liquid's tags and filters and the host's. `parse` throws LiquidSyntaxError; `render` never throws but
 * with `throwErrors` (LiquidRenderError) and for a broken limit (LimitError).
 */
export function createEngine(options: EngineOptions = {}): LiquidEngine {
  return Object.freeze(new Compiler(options))
}

class Compiler implements LiquidEngine, RenderingHost {
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
    this.tags = new Map([...LIQUID_TAGS, ...(options.tags ?? []).map(hostTag)].map((tag) => [tag.name, tag]))
    const own = Object.entries(options.filters ?? {})
    this.filters = new Map([...Object.entries(LIQUID_FILTERS), ...own])
    this.hostFilters = new Set(own.map(([name]) => name))
  }

  parse(source: string, { path, line = 1 }: ParseOptions = {}): CompiledTemplate {
    const calls: HostCall[] = []
    const records: HostTagRecord[] = []
    const parser = new Parser(source, {
      tags: this.tags,
      output: echo,
      mode: this.options.mode ?? 'warn',
      path,
      line,
      hosts: {
        add: (call, record) => {
          records.push(record)
          return calls.push(call) - 1
        },
        parseTemplate: (text, own) => this.parse(text, pathOption(own)),
      },
      isHostFilter: (name) => this.hostFilters.has(name),
    })
    const body = parser.document()
    const reads = (): TemplateReads => {
      const collector = new ReadCollector()
      collector.body(body)
      return collector.result()
    }
    const emit = (): EmittedCode => placed(path, line, () => this.emit(body))
    // Text alone needs no compiler: most of a blog's posts hold no Liquid.
    if (body.items.every(isText)) {
      const text = body.items.map((item) => (isText(item) ? item.text : '')).join('')
      const template = new CompiledTemplate(this, path, emit, { calls, records }, parser.warnings, reads)
      template.usePlain(text)
      return template
    }
    const emitted = emit()
    return new CompiledTemplate(this, path, () => emitted, { calls, records }, parser.warnings, reads)
  }

  private emit(body: Body): EmittedCode {
    return new Emitter({
      limited: this.options.limits !== undefined,
      arity: (name) => this.filters.get(name),
      isHostFilter: (name) => this.hostFilters.has(name),
    }).template(body)
  }

  load(artifacts: readonly TemplateArtifact[], cachedData?: Uint8Array): LoadedTemplates {
    const batch = factoriesOf(
      artifacts.map((artifact) => artifact.code),
      cachedData,
    )
    const templates = artifacts.map((artifact, index) => {
      const calls = artifact.hosts.map((record) => this.revive(record, artifact.path))
      const { hosts, warnings, reads } = artifact
      const template = new CompiledTemplate(
        this,
        artifact.path,
        () => artifact,
        { calls, records: hosts },
        warnings,
        () => reads,
      )
      template.use(batch.factories[index]!)
      return template
    })
    return { templates, accepted: batch.accepted, cachedData: batch.cachedData }
  }

  private revive({ name, markup, line }: HostTagRecord, path: string | undefined): HostCall {
    const tag = this.options.tags?.findLast((definition) => definition.name === name)
    const fail = (message: string, help?: string): never => {
      throw new LiquidSyntaxError(message, path, line, 1, help)
    }
    if (tag === undefined) return fail(`Unknown tag '${name}'`)
    const site = tagSite(
      name,
      path,
      line,
      fail,
      () => undefined,
      (source, own) => this.parse(source, pathOption(own)),
    )
    return { tag, state: tag.parse(markup, site) }
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
      const output = lenientOutput(markup)
      found = new CompiledExpression(markup, output.value, (scope) => evaluateOutput(output, scope))
      this.expressions.set(markup, found)
    }
    return found
  }

  condition(markup: string): CompiledExpression {
    let found = this.conditions.get(markup)
    if (found === undefined) {
      const condition = strictCondition(markup)
      found = new CompiledExpression(markup, undefined, (scope) => evaluateCondition(condition, scope))
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

function lenientOutput(markup: string): ReturnType<typeof strictOutput> {
  try {
    return strictOutput(markup)
  } catch (error) {
    if (error instanceof Fault) return laxOutput(markup)
    throw error
  }
}

class CompiledTemplate implements StorableTemplate, RunnableTemplate {
  private renderFunction: RenderFunction | undefined

  constructor(
    private readonly engine: Compiler,
    readonly path: string | undefined,
    private readonly emitted: () => EmittedCode,
    private readonly hosts: {
      readonly calls: readonly HostCall[]
      readonly records: readonly HostTagRecord[]
    },
    readonly warnings: readonly LiquidError[],
    readonly reads: () => TemplateReads,
  ) {}

  render(data: unknown, options: RenderOptions = {}): RenderResult {
    const { limits } = this.engine.options
    const shared: Shared = {
      errors: [],
      warnings: [],
      host: this.engine,
      budget: limits === undefined ? undefined : new Budget(limits),
      options,
      trail: [],
      warned: new Set(),
    }
    const output = this.run(new Rendering(shared, data, this.path, 1, false))
    shared.budget?.printed(output.length)
    return { output, errors: shared.errors, warnings: shared.warnings }
  }

  run(rt: Rendering): string {
    if (this.renderFunction === undefined) this.use(factoryOf(this.emitted().code))
    return this.renderFunction!(rt)
  }

  use(factory: ReturnType<typeof factoryOf>): void {
    this.renderFunction = start(
      factory,
      this.emitted(),
      (name) => this.engine.filterFunction(name),
      this.hosts.calls,
    )
  }

  usePlain(text: string): void {
    this.renderFunction = () => text
  }

  artifact(): TemplateArtifact {
    const { code, texts, lines } = this.emitted()
    return {
      path: this.path,
      code,
      texts,
      lines,
      hosts: this.hosts.records,
      warnings: this.warnings,
      reads: this.reads(),
    }
  }
}
