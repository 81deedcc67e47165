/**
 * One rendering: scopes, counters, errors. Emitted code calls it for what is not a plain function of values; host tags
 * and filters see it as their RenderContext.
 *
 * Scopes, innermost first: frames (loops that show their variable, includes' parameters), variables set by `assign` and
 * `capture`, counters, the data handed in.
 */
import { ArgumentError, fixedZone, nearest, now, type Time, type Zone } from '../base/index.ts'
import type { Budget } from './budget.ts'
import type { Dialect } from './dialect.ts'
import { isAscii } from './encodings.ts'
import type { CompiledExpression, Scope } from './evaluate.ts'
import { Abort, Fault, LiquidRenderError, UndefinedFault } from './faults.ts'
import type { HostCall } from './host-call.ts'
import { itemsOf } from './iterate.ts'
import { ForloopDrop } from './loop-drops.ts'
import { nestingTooDeep } from './messages.ts'
import { MAX_SCOPES, Scopes } from './scopes.ts'
import { text } from './to-text.ts'
import type {
  Expression,
  FilterDefinition,
  LiquidError,
  RenderContext,
  RenderOptions,
  Template,
} from './types.ts'
import type { LiquidRange } from './values.ts'

/** What a rendering asks of its engine. */
export interface RenderingHost {
  readonly dialect: Dialect
  /** The compiled partial; throws a Fault when there is none. */
  partial(name: string): RunnableTemplate
  filter(name: string): FilterDefinition | undefined
  /** the names of all filters */
  filterNames(): readonly string[]
  expression(markup: string): CompiledExpression
  condition(markup: string): CompiledExpression
}

/** A template as a rendering runs it. */
export interface RunnableTemplate extends Template {
  run(rt: Rendering): string
}

/** What all renderings of one call share. */
export interface RunState {
  readonly errors: LiquidError[]
  readonly warnings: LiquidError[]
  readonly host: RenderingHost
  readonly budget: Budget | undefined
  readonly options: RenderOptions
  /** where partials were called, outermost first */
  readonly trail: string[]
  /** partials whose warnings were noted */
  readonly warned: Set<Template>
  now?: Time
}

export class Rendering extends Scopes implements RenderContext, Scope {
  readonly registers: Readonly<Record<string, unknown>>
  readonly zone: Zone
  /** whether the template rendered last began as a US-ASCII text */
  ascii = false
  asciiInput = false
  readonly interrupts: ('break' | 'continue')[] = []
  private readonly cycles = new Map<unknown, number>()
  private lastChanged: string | undefined
  private template: string | undefined
  private line = 0

  constructor(
    private readonly shared: RunState,
    environment: unknown,
    private path: string | undefined,
    depth: number,
    private readonly isolated: boolean,
  ) {
    super(environment, depth, shared.options.strictVariables === true)
    this.registers = shared.options.registers ?? NO_REGISTERS
    this.zone = shared.options.zone ?? UTC
  }

  now(): Time {
    this.shared.now ??= this.shared.options.now?.() ?? now(this.zone)
    return this.shared.now
  }

  // --- variables ---

  assign(name: string, value: unknown): void {
    this.shared.budget?.hold(value)
    this.setVariable(name, value)
  }

  /** As `assign`, of a value whose strings are US-ASCII where `ascii` holds and no other character is in them. */
  assignText(name: string, value: unknown, ascii: boolean): void {
    this.assign(name, value)
    if (ascii && (typeof value !== 'string' || isAscii(value))) this.noteAscii(name)
  }

  /** Gives `value`, the input of a filter that asks for the encoding of its text. */
  asked(value: unknown, ascii: boolean): unknown {
    this.asciiInput = ascii && isAscii(text(value))
    return value
  }

  withScope<T>(variables: ReadonlyMap<string, unknown>, run: () => T): T {
    return this.scoped(variables, variables.size > 0 || this.shared.host.dialect.countsEmptyScopes, run)
  }

  private scoped<T>(variables: ReadonlyMap<string, unknown>, counts: boolean, run: () => T): T {
    this.enterScope(variables, counts)
    try {
      return run()
    } finally {
      this.leaveScope()
    }
  }

  // --- errors and limits ---

  /** Notes what was thrown at `line`; gives what is printed in its place. Passes Aborts on. */
  error(thrown: unknown, line: number): string {
    if (thrown instanceof Abort) throw thrown
    const fault = faultOf(thrown)
    const ownLine = fault.line ?? line
    const path = fault.path ?? this.path
    fault.line ??= line
    fault.path ??= path
    fault.template ??= this.template
    const name = fault.template === undefined ? '' : `${fault.template} `
    const label = fault.kind === 'error' ? 'Liquid error' : 'Liquid syntax error'
    const error: LiquidError = {
      message: `${label} (${name}line ${ownLine}): ${fault.text}`,
      text: fault.text,
      kind: fault.kind,
      path,
      line: ownLine,
      trail: this.shared.trail.slice().reverse(),
    }
    this.shared.errors.push(error)
    if (this.shared.options.throwErrors === true) throw new LiquidRenderError(error, thrown)
    return fault instanceof UndefinedFault ? '' : error.message
  }

  fail(message: string): never {
    throw new Fault(message)
  }

  warn(message: string): void {
    const { path, line } = this
    this.shared.warnings.push({
      message: `Liquid warning (line ${line}): ${message}`,
      text: message,
      kind: 'error',
      path,
      line,
      trail: this.shared.trail.slice().reverse(),
    })
  }

  /** One turn of a loop, in engines with limits. */
  step(output: number): void {
    this.shared.budget?.spend(1, output)
  }

  spend(steps: number): void {
    this.shared.budget?.spend(steps)
  }

  /** A filter's result, in engines with limits. */
  bounded(value: unknown): unknown {
    this.shared.budget?.bound(value)
    return value
  }

  /** A range, in engines with limits: whoever walks over it takes as many steps. */
  ranged(range: LiquidRange): LiquidRange {
    this.spend(range.size)
    return range
  }

  // --- filters and expressions ---

  unknownFilter(name: string, input: unknown, ..._args: unknown[]): unknown {
    if (this.shared.options.strictFilters !== true) return input
    const near = nearest(name, this.shared.host.filterNames())
    throw new UndefinedFault(
      `undefined filter ${name}`,
      near === undefined ? undefined : `did you mean '${near}'?`,
    )
  }

  applyFilter(name: string, input: unknown, args: readonly unknown[]): unknown {
    const filter = this.shared.host.filter(name)
    if (filter === undefined) return this.unknownFilter(name, input)
    if (args.length < filter.min || args.length > filter.max)
      arity(args.length + 1, filter.min + 1, filter.max + 1)
    const { run } = filter
    this.asciiInput = false
    return run(this, input, ...args)
  }

  evaluate(expression: Expression): unknown {
    return (expression as CompiledExpression).run(this) ?? null
  }

  expression(markup: string): Expression {
    return this.shared.host.expression(markup)
  }

  condition(markup: string): Expression {
    return this.shared.host.condition(markup)
  }

  // --- tags ---

  cycle(key: unknown, count: number): number {
    const turn = this.cycles.get(key) ?? 0
    this.cycles.set(key, turn + 1 >= count ? 0 : turn + 1)
    return turn
  }

  changed(output: string): string {
    if (output === this.lastChanged) return ''
    this.lastChanged = output
    return output
  }

  // --- partials ---

  include(
    line: number,
    name: unknown,
    alias: string | undefined,
    value: unknown,
    given: readonly (readonly [string, () => unknown])[],
  ): string {
    if (this.isolated) throw new Fault('include usage is not allowed in this context')
    if (name === null || name === undefined || name === false)
      throw new Fault("Argument error in tag 'include' - Illegal template name")
    if (typeof name !== 'string') throw new Fault('internal')
    const partial = this.shared.host.partial(name)
    const variable = alias ?? baseName(name)
    const shown = value === undefined ? this.findQuietly(name) : value
    const scope = new Map<string, unknown>()
    return this.within(partial, name, line, () =>
      this.scoped(scope, true, () => {
        // Each parameter sees those before it.
        for (const [key, evaluate] of given) scope.set(key, evaluate() ?? null)
        if (!Array.isArray(shown)) {
          scope.set(variable, shown ?? null)
          return partial.run(this)
        }
        let output = ''
        for (const item of shown) {
          scope.set(variable, item)
          output += partial.run(this)
          this.step(output.length)
          if (this.interrupts.length > 0) break
        }
        return output
      }),
    )
  }

  private findQuietly(name: string): unknown {
    try {
      return this.find(name)
    } catch (error) {
      if (error instanceof UndefinedFault) return null
      throw error
    }
  }

  render(
    line: number,
    name: unknown,
    alias: string | undefined,
    value: unknown,
    each: boolean,
    given: readonly (readonly [string, unknown])[],
  ): string {
    const partialName = text(name)
    const partial = this.shared.host.partial(partialName)
    const variable = alias ?? baseName(partialName)
    const items = each ? itemsOf(value) : undefined
    const one = (item: unknown, loop: ForloopDrop | undefined): string => {
      const data = new Map<string, unknown>(loop === undefined ? [] : [['forloop', loop]])
      for (const [key, argument] of given) data.set(key, argument)
      if (item !== null && item !== undefined) data.set(variable, item)
      return this.inIsolation(partial, partialName, line, data)
    }
    if (items === undefined) return one(value, undefined)
    const loop = new ForloopDrop(partialName, items.length, undefined)
    let output = ''
    for (const item of items) {
      output += one(item, loop)
      loop.index0++
      this.step(output.length)
    }
    return output
  }

  private inIsolation(
    partial: RunnableTemplate,
    name: string,
    line: number,
    data: ReadonlyMap<string, unknown>,
  ): string {
    const depth = this.scopeDepth() + 1
    if (depth > MAX_SCOPES + 1) throw new Fault(nestingTooDeep)
    this.spend(1)
    this.noteWarnings(partial)
    const inner = new Rendering(this.shared, NOTHING, partial.path, depth, true)
    inner.template = name
    for (const [key, value] of data) inner.setVariable(key, value)
    this.shared.trail.push(`included from ${this.path ?? this.template ?? 'template'}:${line}`)
    const output = partial.run(inner)
    this.shared.trail.pop()
    return output
  }

  /** A partial's own warnings count with the rendering's, once. */
  private noteWarnings(partial: RunnableTemplate): void {
    if (partial.warnings.length === 0 || this.shared.warned.has(partial)) return
    this.shared.warned.add(partial)
    this.shared.warnings.push(...partial.warnings)
  }

  /** Runs `run` with errors placed in `partial`. */
  private within(
    partial: RunnableTemplate,
    name: string | undefined,
    line: number,
    run: () => string,
  ): string {
    const { path, template } = this
    this.spend(1)
    this.noteWarnings(partial)
    this.path = partial.path
    this.template = name
    this.shared.trail.push(`included from ${path ?? template ?? 'template'}:${line}`)
    try {
      const output = run()
      this.shared.budget?.printed(output.length)
      return output
    } finally {
      this.shared.trail.pop()
      this.path = path
      this.template = template
    }
  }

  renderTemplate(template: Template): string {
    const runnable = template as RunnableTemplate
    return this.within(runnable, template.path, this.line, () => runnable.run(this))
  }

  /** A host's tag. */
  host(call: HostCall, line: number, body: () => string): string {
    const outer = this.line
    this.line = line
    this.spend(1)
    this.ascii = false
    const output = call.tag.render(call.state, this, body)
    if (call.tag.rendersTemplate === undefined) this.ascii = false
    this.line = outer
    return text(output)
  }
}

const UTC = fixedZone('UTC', 0, 'UTC')
const NO_REGISTERS: Readonly<Record<string, unknown>> = Object.freeze({})
const NOTHING: ReadonlyMap<string, unknown> = new Map()

function baseName(name: string): string {
  const parts = name.split('/')
  while (parts.length > 1 && parts[parts.length - 1] === '') parts.pop()
  return parts[parts.length - 1] ?? ''
}

/** What was thrown as Liquid names it: Ruby's ArgumentErrors keep their words, whatever else is foreign is `internal`. */
function faultOf(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown
  return new Fault(thrown instanceof ArgumentError ? thrown.message : 'internal')
}

/** Complains of a filter's number of arguments, the input among them. */
export function arity(given: number, min: number, max: number): never {
  const expected = max === Infinity ? `${min}+` : min === max ? `${min}` : `${min}..${max}`
  throw new Fault(`wrong number of arguments (given ${given}, expected ${expected})`)
}
