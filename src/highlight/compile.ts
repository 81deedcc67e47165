import { firstChars, SLOTS } from './first-chars.ts'
import { compilePattern } from './pattern.ts'
import type { Callback, Hopeless, Next, Rule, States, TokenClass, WordAction } from './types.ts'

/** A move on the stack of states: leave some, then enter some. */
interface Move {
  readonly pop: number
  readonly push: readonly CompiledState[]
  /** Enter once more the state we are in. */
  readonly again: boolean
}

/** A rule ready to run: exactly one of `cls`, `groups`, `words` and `call` is set. */
export interface CompiledRule {
  readonly re: RegExp
  readonly atLineStart: boolean
  readonly cls: TokenClass | undefined
  readonly groups: readonly TokenClass[] | undefined
  readonly words: WordAction | undefined
  readonly call: Callback<unknown> | undefined
  readonly moves: readonly Move[]
  readonly needs: string | undefined
  readonly hopeless: Hopeless
}

/** A state: for each first character, the rules that may match there. */
export interface CompiledState {
  readonly name: string
  readonly rulesFor: (slot: number) => readonly CompiledRule[]
  /** What `rulesFor` has answered so far. */
  readonly table: (readonly CompiledRule[] | undefined)[]
}

/** Compiles states one by one as they are asked for. The function given back throws on an unknown name. */
export function compileStates<V>(tag: string, states: States<V>): (name: string) => CompiledState {
  const done = new Map<string, CompiledState>()
  const patterns = new Map<Rule<V>, Omit<CompiledRule, 'moves'> & { first: Uint8Array | undefined }>()
  const fail = (what: string): never => {
    throw new Error(`highlight: ${tag}: ${what}`)
  }

  const flat = (name: string, trail: readonly string[] = []): Exclude<Rule<V>, string>[] => {
    if (trail.includes(name)) fail(`state ${name} includes itself`)
    return (states[name] ?? fail(`no state ${name}`)).flatMap((rule) =>
      typeof rule === 'string' ? flat(rule, [...trail, name]) : [rule],
    )
  }

  const pattern = (rule: Exclude<Rule<V>, string>) => {
    const known = patterns.get(rule)
    if (known !== undefined) return known
    const [literal, action, , options] = rule
    const { re, atLineStart } = compilePattern(literal)
    const made = {
      re,
      atLineStart,
      first: firstChars(re.source, re.ignoreCase),
      cls: typeof action === 'string' ? action : undefined,
      groups: Array.isArray(action) ? (action as readonly TokenClass[]) : undefined,
      words: typeof action === 'object' && 'words' in action ? action : undefined,
      // Memory of the right type is the engine's affair: it hands each callback what its own language made.
      call: typeof action === 'function' ? (action as Callback<unknown>) : undefined,
      needs: options?.needs,
      hopeless: options?.hopeless ?? false,
    }
    patterns.set(rule, made)
    return made
  }

  const move = (next: string): Move => {
    if (next === '#push') return { pop: 0, push: [], again: true }
    if (next.startsWith('#pop')) return { pop: Number(next.slice(5) || 1), push: [], again: false }
    if (next.startsWith('#goto ')) return { pop: 1, push: [state(next.slice(6))], again: false }
    return { pop: 0, push: [state(next)], again: false }
  }
  const moves = (next: Next | undefined): readonly Move[] =>
    next === undefined ? [] : typeof next === 'string' ? [move(next)] : next.map(move)

  const build = (name: string): CompiledState => {
    const rules = flat(name)
    const table: (readonly CompiledRule[] | undefined)[] = new Array(SLOTS).fill(undefined)
    let compiled: { rule: CompiledRule; first: Uint8Array | undefined }[] | undefined
    const rulesFor = (slot: number): readonly CompiledRule[] => {
      compiled ??= rules.map((rule) => {
        const { first, ...rest } = pattern(rule)
        return { rule: { ...rest, moves: moves(rule[2]) }, first }
      })
      const list = compiled
        .filter(({ first }) => first === undefined || first[slot] === 1)
        .map(({ rule }) => rule)
      table[slot] = list
      return list
    }
    return { name, rulesFor, table }
  }

  const state = (name: string): CompiledState => {
    let found = done.get(name)
    if (found === undefined) {
      found = build(name)
      done.set(name, found)
    }
    return found
  }
  return state
}
