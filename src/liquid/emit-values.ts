/**
 * Values to JavaScript expressions: look-ups, literals, filters, conditions. The half of the emitter that knows nothing
 * of output and control flow.
 */
import { RubyFloat, type Value } from '../base/index.ts'
import type { Condition } from './condition.ts'
import type { Dialect } from './dialect.ts'
import type { Encoding } from './encodings.ts'
import { type Expr, hostArgument, type Step } from './expression.ts'
import { Fault } from './faults.ts'
import { nestingTooDeep } from './messages.ts'
import { classify } from './operators.ts'
import type { FilterCall, OutputMarkup } from './output.ts'

/** What emitted code may use, in the order of the parameter list. */
const RUNTIME_NAMES = [
  'text',
  'isTruthy',
  'get',
  'at',
  'sizeOf',
  'firstOf',
  'lastOf',
  'eq',
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'contains',
  'unknownOperator',
  'range',
  'fixedRange',
  'segment',
  'EMPTY',
  'BLANK',
  'ASKED_BLANK',
  'RubyFloat',
  'arity',
  'walk',
  'asciiOf',
  'soleAscii',
] as const

export type RuntimeName = (typeof RUNTIME_NAMES)[number]

/** Parentheses, and calls in calls, that emitted code may nest. */
const MAX_NESTING = 200
const MAX_CALLS = 40

interface EmitOptions {
  readonly dialect: Dialect
  /** count steps and check sizes */
  readonly limited: boolean
  /** arity of a filter, or undefined for an unknown one */
  arity(name: string): { readonly min: number; readonly max: number } | undefined
  isHostFilter(name: string): boolean
  encoding(name: string): Encoding | undefined
}

/** A loop whose variables are JavaScript locals. `drop`: the loop object's name, e.g. `forloop`. */
export interface LoopScope {
  readonly variable: string
  readonly local: string
  readonly drop: string
  readonly index: string
  readonly length: string
  /** the loop's name, `i-items` */
  readonly name: string
}

type Scope = LoopScope | 'barrier'

export abstract class ValueEmitter {
  readonly limited: boolean
  readonly dialect: Dialect
  protected readonly scopes: Scope[] = []
  private readonly constants: string[] = []
  private readonly filters = new Map<string, string>()
  private readonly used = new Set<RuntimeName>()

  constructor(protected readonly options: EmitOptions) {
    this.limited = options.limited
    this.dialect = options.dialect
  }

  /** Appends JavaScript statements before the expression being made. */
  abstract write(code: string): void

  /** A new JavaScript name. */
  abstract fresh(prefix: string): string

  /** The declarations the emitted code begins with. */
  protected hoisted(): string {
    const used = RUNTIME_NAMES.filter((name) => this.used.has(name))
    return [`{${used.join(',')}}=R`, ...this.constants].join(',')
  }

  /** A name of the runtime, which the template's head then makes a local. */
  rt(name: RuntimeName): string {
    this.used.add(name)
    return name
  }

  string(text: string): string {
    return JSON.stringify(text)
  }

  /** JavaScript for `expr` looked up by name, for when other variables may have come on top. */
  dynamicExpr(expr: Expr): string {
    this.scopes.push('barrier')
    const js = this.expr(expr)
    this.scopes.pop()
    return js
  }

  /** JavaScript for the value of `expr`. */
  expr(expr: Expr): string {
    switch (expr.kind) {
      case 'literal':
        return this.literal(expr.value)
      case 'method':
        return this.rt(expr.name === 'empty' ? 'EMPTY' : this.dialect.asksBlank ? 'ASKED_BLANK' : 'BLANK')
      case 'range': {
        // Two literals make a range once, by Ruby's to_i; else each end must be an integer when it is evaluated.
        const js =
          expr.from.kind === 'literal' && expr.to.kind === 'literal'
            ? this.constant(`${this.rt('fixedRange')}(${this.expr(expr.from)},${this.expr(expr.to)})`)
            : `${this.rt('range')}(${this.expr(expr.from)},${this.expr(expr.to)})`
        return this.limited ? `rt.ranged(${js})` : js
      }
      case 'lookup':
        return this.lookup(expr)
    }
  }

  private literal(value: Value): string {
    if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
    if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
    if (typeof value === 'bigint') return `${value}n`
    if (value instanceof RubyFloat) {
      const number = Object.is(value.value, -0)
        ? '-0'
        : Number.isFinite(value.value)
          ? String(value.value)
          : '1/0'
      return this.constant(`new ${this.rt('RubyFloat')}(${number})`)
    }
    return 'null'
  }

  /** A value made once for the template; gives its name. */
  constant(js: string): string {
    const name = this.fresh('k')
    this.constants.push(`${name}=${js}`)
    return name
  }

  private lookup(expr: Expr & { kind: 'lookup' }): string {
    let js: string
    let from = 0
    if (typeof expr.name === 'string') {
      const scope = this.scopeOf(expr.name)
      if (scope === undefined) js = `rt.find(${JSON.stringify(expr.name)})`
      else if (scope.variable === expr.name) js = scope.local
      else {
        const field = expr.steps[0]?.key
        const known =
          typeof field === 'string' && scope.drop === 'forloop' ? loopField(scope, field) : undefined
        if (known === undefined) js = `rt.find(${JSON.stringify(expr.name)})`
        else {
          js = known
          from = 1
        }
      }
    } else js = `rt.findKey(${this.expr(expr.name)})`
    if (expr.steps.length - from > MAX_CALLS) return this.walk(js, expr.steps.slice(from))
    for (let i = from; i < expr.steps.length; i++) {
      const { key, command } = expr.steps[i]!
      if (typeof key !== 'string') js = `${this.rt('at')}(${js},${this.expr(key)},rt)`
      else if (command) js = `${this.rt(`${key as 'size'}Of`)}(${js},rt)`
      else js = `${this.rt('get')}(${js},${JSON.stringify(key)},rt)`
    }
    return js
  }

  /** A look-up of very many steps, as a loop. */
  private walk(js: string, steps: readonly Step[]): string {
    const keys = steps.map(({ key }) => (typeof key === 'string' ? JSON.stringify(key) : this.expr(key)))
    const commands = steps.map(({ command }) => (command ? '1' : '0'))
    return `${this.rt('walk')}(${js},[${keys.join(',')}],[${commands.join(',')}],rt)`
  }

  /** Whether `name` is the variable of a loop, or its loop object. */
  protected isLocal(name: string): boolean {
    return this.scopeOf(name) !== undefined
  }

  private scopeOf(name: string): LoopScope | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const scope = this.scopes[i]!
      if (scope === 'barrier') return undefined
      if (scope.variable === name || scope.drop === name) return scope
    }
    return undefined
  }

  /** JavaScript for the value of an output, filters applied. */
  output(output: OutputMarkup): string {
    let js = this.expr(this.inputOf(output))
    for (const [index, filter] of output.filters.entries()) {
      js = this.filter(filter, js)
      // Calls in calls: JavaScript takes only so many.
      if (index % MAX_CALLS === MAX_CALLS - 1) {
        const name = this.fresh('t')
        this.write(`const ${name}=${js};`)
        js = name
      }
    }
    return js
  }

  /** What the first filter of an output takes. */
  protected inputOf({ value, filters: [first] }: OutputMarkup): Expr {
    return first !== undefined && this.options.isHostFilter(first.name) ? hostArgument(value) : value
  }

  protected filter(filter: FilterCall, input: string): string {
    const host = this.options.isHostFilter(filter.name)
    const args = filter.args.map((arg) => this.expr(host ? hostArgument(arg) : arg))
    if (filter.keywords.length > 0) {
      const pairs = filter.keywords.map(([key, value]) => `[${JSON.stringify(key)},${this.expr(value)}]`)
      args.push(`new Map([${pairs.join(',')}])`)
    }
    const list = [input, ...args].join(',')
    const arity = this.options.arity(filter.name)
    if (arity === undefined) return `rt.unknownFilter(${JSON.stringify(filter.name)},${list})`
    if (args.length < arity.min || args.length > arity.max)
      return `${this.rt('arity')}(${args.length + 1},${arity.min + 1},${arity.max === Infinity ? '1/0' : arity.max + 1},${list})`
    let name = this.filters.get(filter.name)
    if (name === undefined) {
      name = this.fresh('f')
      this.filters.set(filter.name, name)
      this.constants.push(`${name}=F(${JSON.stringify(filter.name)})`)
    }
    return this.limited ? `rt.bounded(${name}(rt,${list}))` : `${name}(rt,${list})`
  }

  /**
   * JavaScript for whether a condition holds. `and` and `or` bind to the right: where an `and` comes before an `or`
   * parentheses hold the rest. Throws a Fault when they would be nested too deep for JavaScript.
   */
  condition(condition: Condition): string {
    let js = ''
    let open = 0
    for (let part: Condition | undefined = condition; part !== undefined; part = part.next) {
      js += this.comparison(part)
      if (part.next === undefined) break
      js += part.join === 'and' ? '&&' : '||'
      if (part.join === 'and' && part.next.join === 'or') {
        js += '('
        open++
      }
    }
    if (open > MAX_NESTING) throw new Fault(nestingTooDeep)
    return condition.next === undefined ? js : `(${js}${')'.repeat(open)})`
  }

  private comparison({ left, operator, right }: Condition): string {
    const a = this.expr(left)
    if (operator === undefined) return `${this.rt('isTruthy')}(${a})`
    const kind = classify(operator)
    // A string that is not empty equals only the same string, nil only nil: no call needed.
    if (kind === 'eq' || kind === 'ne') {
      const not = kind === 'ne'
      if (right.kind === 'literal' && typeof right.value === 'string' && right.value !== '')
        return `(${a}${not ? '!==' : '==='}${JSON.stringify(right.value)})`
      return `${not ? '!' : ''}${this.rt('eq')}(${a},${this.expr(right)})`
    }
    const b = this.expr(right)
    switch (kind) {
      case 'lt':
        return `${this.rt('less')}(${a},${b})`
      case 'gt':
        return `${this.rt('greater')}(${a},${b})`
      case 'le':
        return `${this.rt('lessEqual')}(${a},${b})`
      case 'ge':
        return `${this.rt('greaterEqual')}(${a},${b})`
      case 'contains':
        return `${this.rt('contains')}(${a},${b})`
      default:
        return `${this.rt('unknownOperator')}(${JSON.stringify(operator)},${a},${b})`
    }
  }
}

/** The JavaScript of a field of the innermost loop's `forloop`, when it can be had from the loop's own counters. */
function loopField(scope: LoopScope, field: string): string | undefined {
  const { index, length } = scope
  switch (field) {
    case 'index':
      return `(${index}+1)`
    case 'index0':
      return index
    case 'rindex':
      return `(${length}-${index})`
    case 'rindex0':
      return `(${length}-${index}-1)`
    case 'first':
      return `(${index}===0)`
    case 'last':
      return `(${index}===${length}-1)`
    case 'length':
      return length
    case 'name':
      return JSON.stringify(scope.name)
    default:
      return undefined
  }
}
