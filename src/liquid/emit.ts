/**
 * Nodes to JavaScript. A template becomes
 *
 *     const {get,text,…}=R,f0=F("upcase")
 *     return function(rt){let o="";try{o+=text(f0(rt,rt.find("a")))}catch(e){o+=rt.error(e,L[0])}return o}
 *
 * `R` is the runtime's functions, `F` gives a filter by name, `H` are tags of the host, `T` long texts, `L` line numbers,
 * `rt` is the rendering. Loop variables are JavaScript
 * locals; loops whose body can look up variables by name (includes, host tags and filters) show theirs to the rendering
 * as well. Each node catches its own errors, so the rest goes on, as in Liquid.
 *
 * Nothing of a template is ever written into the code but as a literal of JSON or a name made here.
 */
import { RubyFloat, type Value } from '../base/index.ts'
import type { Condition } from './condition.ts'
import { type Expr, hostArgument, type Step } from './expression.ts'
import { Fault } from './faults.ts'
import { isText, type Text } from './literal-text.ts'
import { nestingTooDeep } from './messages.ts'
import { classify } from './operators.ts'
import type { FilterCall, Output } from './output.ts'

/** What emitted code may use, in the order of the parameter list. */
export const RUNTIME_NAMES = [
  'text',
  'truthy',
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
  'RubyFloat',
  'arity',
  'walk',
] as const

/** Parentheses, and calls in calls, that emitted code may nest. */
const MAX_NESTING = 200
const MAX_CALLS = 40
const MAX_LOCALS = 1000
/** Longer texts are kept beside the code. */
const MAX_LITERAL = 40

export type RuntimeName = (typeof RUNTIME_NAMES)[number]

/** What can emit itself. */
export interface Emittable {
  emit(e: Emitter): void
}

interface Body {
  readonly items: readonly (Emittable | Text)[]
}

/** What a template becomes: `code` is the body of a function of (R, F, H, T, L); T are its texts, L its lines. */
export interface EmittedCode {
  readonly code: string
  readonly texts: readonly string[]
  readonly lines: readonly number[]
}

export interface EmitOptions {
  /** count steps and check sizes */
  readonly limited: boolean
  /** arity of a filter, or undefined for an unknown one */
  arity(name: string): { readonly min: number; readonly max: number } | undefined
  isHostFilter(name: string): boolean
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
  /** has a frame on the rendering's stack, from which the loop object is taken */
  readonly framed: boolean
}

type Scope = LoopScope | 'barrier'

/** Where `break` and `continue` lead: a JavaScript loop, a labelled block, or the end of the function. */
interface Boundary {
  readonly kind: 'loop' | 'block' | 'function'
  readonly label: string
  /** whether something inside jumped out with an interrupt pending */
  jumped: boolean
  /** check for a pending interrupt after each node (cells of `tablerow`, which do not take interrupts) */
  readonly checkEach: boolean
}

export class Emitter {
  private code = ''
  private pending = ''
  private count = 0
  /** names made in the present JavaScript function: V8 keeps a place on the stack for each */
  private locals = 0
  private buffer = 'o'
  private readonly scopes: Scope[] = []
  private boundary: Boundary = { kind: 'function', label: '', jumped: false, checkEach: false }
  private readonly constants: string[] = []
  private readonly texts: string[] = []
  private readonly lines: number[] = []
  private readonly filters = new Map<string, string>()
  private readonly used = new Set<RuntimeName>()
  readonly limited: boolean

  constructor(private readonly options: EmitOptions) {
    this.limited = options.limited
  }

  /** The whole template's code. */
  template(body: Body): EmittedCode {
    this.body(body)
    this.flush()
    const used = RUNTIME_NAMES.filter((name) => this.used.has(name))
    const hoisted = [`{${used.join(',')}}=R`, ...this.constants].join(',')
    // In parentheses V8 compiles the function at once, instead of skimming it first: a third faster to start.
    const code = `const ${hoisted};return (function(rt){let o="";${this.code}return o})`
    return { code, texts: this.texts, lines: this.lines }
  }

  /** Appends JavaScript. */
  write(code: string): void {
    this.flush()
    this.code += code
  }

  /** A name of the runtime, which the template's head then makes a local. */
  rt(name: RuntimeName): string {
    this.used.add(name)
    return name
  }

  /** A new JavaScript name. */
  fresh(prefix: string): string {
    this.locals++
    return `${prefix}${this.count++}`
  }

  /** A line number. Kept out of the code, so that templates of one shape have the same code, which V8 compiles once. */
  line(line: number): string {
    if (this.lines[this.lines.length - 1] !== line) this.lines.push(line)
    return `L[${this.lines.length - 1}]`
  }

  string(text: string): string {
    return JSON.stringify(text)
  }

  /** The name of the string now written to. */
  get target(): string {
    return this.buffer
  }

  /** Appends literal text to the output. */
  text(text: string): void {
    this.pending += text
  }

  /** Appends the value of `js`, a string, to the output. */
  append(js: string): void {
    this.write(`${this.buffer}+=${js};`)
  }

  private flush(): void {
    if (this.pending === '') return
    const js =
      this.pending.length > MAX_LITERAL
        ? `T[${this.texts.push(this.pending) - 1}]`
        : JSON.stringify(this.pending)
    this.code += `${this.buffer}+=${js};`
    this.pending = ''
  }

  /** Code whose errors are printed here (not by blank nodes) and noted with `line`. */
  guarded(line: number, blank: boolean, write: () => void): void {
    this.write('try{')
    write()
    const place = this.line(line)
    this.write(blank ? `}catch(e){rt.error(e,${place})}` : `}catch(e){${this.buffer}+=rt.error(e,${place})}`)
  }

  /** All of a body, in functions of its own where the present one grows too large. */
  body({ items }: Body): void {
    let index = this.items(items, 0)
    while (index < items.length) {
      const from = index
      const { js, jumped } = this.inFunction(() => {
        index = this.items(items, from)
      })
      this.append(`(${js})()`)
      if (jumped) this.checkInterrupt()
    }
  }

  /** Emits items until there are no more or the function has enough; gives the index of the next. */
  private items(items: Body['items'], from: number): number {
    let index = from
    for (; index < items.length; index++) {
      if (this.locals > MAX_LOCALS && index > from) return index
      const item = items[index]!
      if (isText(item)) {
        this.pending += item.text
        continue
      }
      item.emit(this)
      if (this.boundary.checkEach) this.checkInterrupt()
    }
    return index
  }

  /** A function that gives what `write` prints. Inside, interrupts leave the function. */
  private inFunction(write: () => void): { readonly js: string; readonly jumped: boolean } {
    this.flush()
    const saved = { code: this.code, buffer: this.buffer, boundary: this.boundary, locals: this.locals }
    this.code = ''
    this.locals = 0
    this.buffer = this.fresh('c')
    this.boundary = {
      kind: 'function',
      label: this.buffer,
      jumped: false,
      checkEach: saved.boundary.checkEach,
    }
    write()
    this.flush()
    const js = `()=>{let ${this.buffer}="";${this.code}return ${this.buffer}}`
    const { jumped } = this.boundary
    this.code = saved.code
    this.buffer = saved.buffer
    this.boundary = saved.boundary
    this.locals = saved.locals
    return { js, jumped }
  }

  /** `write` with output going to a new string; gives that string's name. Interrupts stay pending (see `propagate`). */
  captured(write: () => void, checkEach = false): { readonly name: string; readonly jumped: boolean } {
    this.flush()
    const outer = this.boundary
    const outerBuffer = this.buffer
    const label = this.fresh('b')
    this.buffer = this.fresh('c')
    this.boundary = { kind: 'block', label, jumped: false, checkEach }
    const name = this.buffer
    this.code += `let ${name}="";${label}:{`
    write()
    this.write('}')
    const { jumped } = this.boundary
    this.buffer = outerBuffer
    this.boundary = outer
    return { name, jumped }
  }

  /** A function that renders `body` into a string, for host tags; variables in it are looked up by name. */
  callback(body: Body): string {
    this.scopes.push('barrier')
    const { js } = this.inFunction(() => this.body(body))
    this.scopes.pop()
    return js
  }

  /** JavaScript for `expr` looked up by name, for when other variables may have come on top. */
  dynamicExpr(expr: Expr): string {
    this.scopes.push('barrier')
    const js = this.expr(expr)
    this.scopes.pop()
    return js
  }

  /** A `for` body: `break` and `continue` inside become JavaScript's. */
  loopBody(label: string, scope: LoopScope, body: Body): void {
    const outer = this.boundary
    this.boundary = { kind: 'loop', label, jumped: false, checkEach: false }
    this.scopes.push(scope)
    this.body(body)
    this.flush()
    this.scopes.pop()
    this.boundary = outer
  }

  /** Code inside a scope without a change of boundary (cells of `tablerow`). */
  scoped(scope: LoopScope, write: () => void): void {
    this.scopes.push(scope)
    write()
    this.flush()
    this.scopes.pop()
  }

  /** `break` or `continue`. */
  interrupt(kind: 'break' | 'continue'): void {
    const { boundary } = this
    if (boundary.kind === 'loop') this.write(`${kind} ${boundary.label};`)
    else {
      this.write(`rt.interrupts.push("${kind}");`)
      this.leave()
    }
  }

  private leave(): void {
    this.boundary.jumped = true
    if (this.boundary.kind === 'function') this.write(`return ${this.buffer};`)
    else this.write(`break ${this.boundary.label};`)
  }

  /** After code that may have left an interrupt pending: acts on it. */
  checkInterrupt(): void {
    const { boundary } = this
    if (boundary.kind === 'loop')
      this.write(
        `if(rt.interrupts.length>0){if(rt.interrupts.pop()==="break")break ${boundary.label};continue ${boundary.label};}`,
      )
    else {
      this.write('if(rt.interrupts.length>0){')
      this.leave()
      this.write('}')
    }
  }

  // --- expressions ---

  /** JavaScript for the value of `expr`. */
  expr(expr: Expr): string {
    switch (expr.kind) {
      case 'literal':
        return this.literal(expr.value)
      case 'method':
        return this.rt(expr.name === 'empty' ? 'EMPTY' : 'BLANK')
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

  private scopeOf(name: string): LoopScope | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const scope = this.scopes[i]!
      if (scope === 'barrier') return undefined
      if (scope.variable === name || scope.drop === name) return scope
    }
    return undefined
  }

  /** JavaScript for the value of an output, filters applied. */
  output(output: Output): string {
    let js = this.expr(output.value)
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

  private filter(filter: FilterCall, input: string): string {
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
    if (operator === undefined) return `${this.rt('truthy')}(${a})`
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

const LOOP_FIELDS = new Set(['index', 'index0', 'rindex', 'rindex0', 'first', 'last', 'length', 'name'])

/** Whether `expr` needs the loop object itself (`forloop`, `forloop.parentloop`), or looks a name up by value. */
export function needsFrames(expr: Expr | undefined): boolean {
  if (expr === undefined) return false
  if (expr.kind === 'range') return needsFrames(expr.from) || needsFrames(expr.to)
  if (expr.kind !== 'lookup') return false
  if (typeof expr.name !== 'string') return true
  if (expr.name === 'tablerowloop') return true
  if (expr.name === 'forloop') {
    const field = expr.steps[0]?.key
    if (typeof field !== 'string' || !LOOP_FIELDS.has(field)) return true
  }
  return expr.steps.some((step) => typeof step.key !== 'string' && needsFrames(step.key))
}

/** As `needsFrames`, for an output; `isHostFilter` names filters that may ask for variables. */
export function outputNeedsFrames(output: Output, isHostFilter: (name: string) => boolean): boolean {
  return (
    needsFrames(output.value) ||
    output.filters.some(
      (filter) =>
        isHostFilter(filter.name) ||
        filter.args.some(needsFrames) ||
        filter.keywords.some(([, value]) => needsFrames(value)),
    )
  )
}

export function conditionNeedsFrames(condition: Condition): boolean {
  for (let part: Condition | undefined = condition; part !== undefined; part = part.next)
    if (needsFrames(part.left) || needsFrames(part.right)) return true
  return false
}
