/**
 * How a version's states differ from another's: each function answers the states with one change made. A rule is
 * named by the pattern it has, as it is written in the language's file; it is an error if the state has none such,
 * so that a change is not lost when a pattern is edited.
 */
import { addWords } from './language.ts'
import type { Rule, States, TokenClass } from './types.ts'

type Change<V> = (states: States<V>) => States<V>

/** Several changes, one after the other. */
export function inTurn<V>(...changes: readonly Change<V>[]): Change<V> {
  return (states) => changes.reduce((done, change) => change(done), states)
}

/** `state` has these rules, whatever it had. */
export function state<V>(state: string, ...rules: readonly Rule<V>[]): Change<V> {
  return (states) => ({ ...states, [state]: rules })
}

/** `rules` are tried before all others of `state`; the state may be new. */
export function first<V>(state: string, ...rules: readonly Rule<V>[]): Change<V> {
  return (states) => ({ ...states, [state]: [...rules, ...(states[state] ?? [])] })
}

/** `rules` are tried after all others of `state`. */
export function last<V>(state: string, ...rules: readonly Rule<V>[]): Change<V> {
  return (states) => ({ ...states, [state]: [...(states[state] ?? []), ...rules] })
}

/** `rules` stand where the rule with `pattern` stood; without any, the rule goes. */
export function instead<V>(state: string, pattern: RegExp | string, ...rules: readonly Rule<V>[]): Change<V> {
  return atRule(state, pattern, () => rules)
}

/** `rules` are tried just before the rule with `pattern`. */
export function before<V>(state: string, pattern: RegExp | string, ...rules: readonly Rule<V>[]): Change<V> {
  return atRule(state, pattern, (rule) => [...rules, rule])
}

/** The rule with `pattern`, whose action looks words up, has these words, too (or otherwise than before). */
export function moreWords<V>(
  state: string,
  pattern: RegExp,
  lists: Partial<Record<TokenClass, string>>,
): Change<V> {
  return atRule(state, pattern, (rule) => {
    if (typeof rule === 'string') return [rule]
    const [literal, action, ...rest] = rule
    if (typeof action !== 'object' || !('words' in action))
      throw new Error(`highlight: the rule ${literal} of ${state} looks up no words`)
    return [[literal, addWords(action, lists), ...rest] as Rule<V>]
  })
}

/** The rules with `patterns` match only where no word goes on: a version that sees what stands before a match. */
export function atWordStart<V>(state: string, ...patterns: readonly RegExp[]): Change<V> {
  return inTurn(
    ...patterns.map((pattern) =>
      atRule<V>(state, pattern, (rule) => {
        if (typeof rule === 'string') return [rule]
        const [{ source, flags }, ...rest] = rule
        return [[new RegExp(`(?<![\\w\\u00aa-\\uffff])(?:${source})`, flags), ...rest] as Rule<V>]
      }),
    ),
  )
}

/** In every pattern of all states, the text `from` reads `to`. */
export function respelled<V>(from: string, to: string): Change<V> {
  const rule = (old: Rule<V>): Rule<V> => {
    if (typeof old === 'string') return old
    const [{ source, flags }, ...rest] = old
    return [new RegExp(source.replaceAll(from, to), flags), ...rest] as Rule<V>
  }
  return (states) =>
    Object.fromEntries(Object.entries(states).map(([name, rules]) => [name, rules.map(rule)]))
}

/** The first rule of `state` with `pattern` (a name: the rules of that state) becomes what `change` says. */
function atRule<V>(
  state: string,
  pattern: RegExp | string,
  change: (rule: Rule<V>) => readonly Rule<V>[],
): Change<V> {
  return (states) => {
    const rules = states[state] ?? []
    const at = rules.findIndex((rule) =>
      typeof rule === 'string' ? rule === pattern : String(rule[0]) === String(pattern),
    )
    if (at < 0) throw new Error(`highlight: state ${state} has no rule ${pattern}`)
    return { ...states, [state]: rules.toSpliced(at, 1, ...change(rules[at]!)) }
  }
}
