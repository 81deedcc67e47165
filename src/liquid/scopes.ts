/**
 * Where names are looked up, innermost first: frames (loops that show their variable, includes' parameters), variables
 * set by `assign` and `capture`, counters, the data handed in.
 */
import { outOfStack } from '../base/index.ts'
import { Fault, UndefinedFault } from './faults.ts'
import { slice } from './iterate.ts'
import { ForloopDrop, TablerowloopDrop } from './loop-drops.ts'
import { nestingTooDeep } from './messages.ts'
import { rubyToI } from './numbers.ts'
import { Table } from './table.ts'
import { text } from './to-text.ts'
import { Drop } from './types.ts'
import { isInteger, isPlainObject, ownField } from './values.ts'

/** A scope with variables of its own. */
interface Frame {
  /** loops: name and present value of the variable, and the loop object under its own name */
  readonly name: string | undefined
  value: unknown
  readonly loopName: string | undefined
  readonly loop: ForloopDrop | TablerowloopDrop | undefined
  /** others: all variables */
  readonly variables: ReadonlyMap<string, unknown> | undefined
  /** whether it is one of those that may be only so many */
  readonly counts: boolean
}

/** Scopes that may stand on top of each other. */
export const MAX_SCOPES = 100
/** The same with those that count for nothing: about as many includes as Ruby's stack holds. */
const MAX_FRAMES = 700

export class Scopes {
  readonly offsets = new Map<string, number>()
  private readonly variables = new Map<string, unknown>()
  private readonly counters = new Map<string, unknown>()
  private readonly frames: Frame[] = []
  /** frames that do not count */
  private uncounted = 0
  /** variables whose strings are US-ASCII to Ruby */
  private readonly asciiNames = new Set<string>()

  constructor(
    private readonly environment: unknown,
    /** scopes of those who called this */
    private readonly depth: number,
    readonly strictVariables: boolean,
  ) {}

  /** The variable `name`, undefined or null when there is none. */
  find(name: string): unknown {
    const { frames } = this
    for (let i = frames.length - 1; i >= 0; i--) {
      const frame = frames[i]!
      if (frame.variables !== undefined) {
        const value = frame.variables.get(name)
        if (value !== undefined) return value
        if (frame.variables.has(name)) return null
      } else if (frame.name === name) return frame.value
      else if (frame.loopName === name) return frame.loop
    }
    let value = this.variables.get(name)
    if (value === undefined) value = this.fromEnvironment(name)
    // Never undefined: filters have defaults for arguments that are not given, and nil is given.
    return value === undefined ? null : value
  }

  private fromEnvironment(name: string): unknown {
    const { environment } = this
    let value: unknown
    if (this.counters.size > 0) value = this.counters.get(name)
    if (value === undefined) {
      if (environment instanceof Map) value = environment.get(name)
      else if (environment instanceof Drop) value = environment.get(name)
      else if (isPlainObject(environment)) value = ownField(environment, name)
    }
    if (value === undefined && this.strictVariables && !this.hasVariable(name))
      throw new UndefinedFault(`undefined variable ${name}`)
    return value
  }

  private hasVariable(name: string): boolean {
    const { environment } = this
    if (environment instanceof Map || environment instanceof Drop) return environment.has(name)
    return isPlainObject(environment) && Object.hasOwn(environment, name)
  }

  /** `[key]` at the start of a look-up. */
  findKey(key: unknown): unknown {
    return typeof key === 'string' ? this.find(key) : null
  }

  get(name: string): unknown {
    return this.find(name) ?? null
  }

  setVariable(name: string, value: unknown): void {
    this.variables.set(name, value === undefined ? null : value)
    if (this.asciiNames.size > 0) this.asciiNames.delete(name)
  }

  protected noteAscii(name: string): void {
    this.asciiNames.add(name)
  }

  /** Whether the strings of the variable `name` are US-ASCII. */
  isAscii(name: string): boolean {
    if (!this.asciiNames.has(name)) return false
    const hidden = this.frames.some(
      (frame) => frame.variables?.has(name) === true || frame.name === name || frame.loopName === name,
    )
    return !hidden
  }

  scopeDepth(): number {
    return this.depth + this.frames.length - this.uncounted
  }

  /** Puts `variables` on top. Throws a Fault when too many scopes are. */
  enterScope(variables: ReadonlyMap<string, unknown>, counts: boolean): void {
    this.enter(undefined, undefined, undefined, variables, counts)
  }

  leaveScope(): void {
    if (this.frames.pop()?.counts === false) this.uncounted--
  }

  private enter(
    name: string | undefined,
    loopName: string | undefined,
    loop: ForloopDrop | TablerowloopDrop | undefined,
    variables: ReadonlyMap<string, unknown> | undefined,
    counts = true,
  ): Frame {
    if (this.frames.length >= MAX_FRAMES) throw outOfStack(undefined)
    if (counts && this.scopeDepth() >= MAX_SCOPES) throw new Fault(nestingTooDeep)
    if (!counts) this.uncounted++
    const frame: Frame = { name, value: null, loopName, loop, variables, counts }
    this.frames.push(frame)
    return frame
  }

  offset(name: string): number {
    return this.offsets.get(name) ?? 0
  }

  /** Shows a loop's variable and `forloop` by name. */
  enterLoop(variable: string, name: string, length: number): Frame {
    return this.enter(variable, 'forloop', new ForloopDrop(name, length, this.parentLoop()), undefined)
  }

  private parentLoop(): ForloopDrop | undefined {
    for (let i = this.frames.length - 1; i >= 0; i--) {
      const { loop } = this.frames[i]!
      if (loop instanceof ForloopDrop) return loop
    }
    return undefined
  }

  /** Hides them again. The loop object, if a variable holds it, then stands behind its last turn. */
  leaveLoop(): void {
    const loop = this.frames.pop()?.loop
    if (loop !== undefined) loop.index0++
  }

  /** The items and counters of a `tablerow`, or undefined when there is nothing to walk over. */
  enterTable(
    variable: string,
    collection: unknown,
    offset: unknown,
    limit: unknown,
    cols: unknown,
  ): Table | undefined {
    if (collection === null || collection === undefined || collection === false) return undefined
    const from = offset === undefined ? 0 : Number(rubyToI(offset))
    const to = limit === undefined ? undefined : from + Number(rubyToI(limit))
    const items = slice(collection, from, to)
    const columns = cols === undefined ? 0 : rubyToI(cols)
    const loop = new TablerowloopDrop(items.length, columns)
    return new Table(items, loop, this.enter(variable, 'tablerowloop', loop, undefined))
  }

  increment(name: string): string {
    const value = this.counter(name, 0)
    this.counters.set(name, plusOne(value))
    return text(value)
  }

  decrement(name: string): string {
    const value = minusOne(this.counter(name, 0))
    this.counters.set(name, value)
    return text(value)
  }

  private counter(name: string, start: number): unknown {
    const { environment } = this
    const known =
      this.counters.get(name) ??
      (environment instanceof Map || environment instanceof Drop
        ? environment.get(name)
        : isPlainObject(environment)
          ? ownField(environment, name)
          : undefined)
    return known === null || known === undefined || known === false ? start : known
  }
}

function plusOne(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'bigint') return value + 1n
  throw new Fault('internal')
}

function minusOne(value: unknown): unknown {
  if (isInteger(value)) return typeof value === 'bigint' ? value - 1n : value - 1
  throw new Fault('internal')
}
