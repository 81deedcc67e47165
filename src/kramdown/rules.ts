/**
 * Tables of rules. A table is the order in which kramdown tries its rules; each names the characters it can begin with.
 * From that the rules for every character are gathered once, so that a text meets few of them.
 */
import { LAST_ASCII } from './chars.ts'

/** A rule that may begin with any character. */
export const ANY = Symbol('any character')

export interface Rule {
  readonly name: string
  /** characters of ASCII, one of which it begins with */
  readonly firstCharacters: string | typeof ANY
}

/** Something for each character of ASCII, and in the last place for all others. Read it with `forCharacter`. */
export type ByCharacter<T> = readonly (readonly T[])[]

const OTHERS = LAST_ASCII + 1

/** What `table` holds for the character `c`, in the order of the table it was made from. */
export function forCharacter<T>(table: ByCharacter<T>, c: number): readonly T[] {
  return table[c < OTHERS ? c : OTHERS]!
}

/** Is `c` a character like any letter: none that rules name? */
export function isUnnamed<T>(table: ByCharacter<T>, c: number): boolean {
  return table[c < OTHERS ? c : OTHERS] === table[OTHERS]
}

/** The `part` of each rule that may begin with a character, for every character. Rules without that part are left out. */
export function byCharacter<R extends Rule, T>(
  rules: readonly R[],
  part: (rule: R) => T | undefined,
): ByCharacter<T> {
  const partsOf = (character: string | null): readonly T[] =>
    rules
      .filter(
        ({ firstCharacters }) =>
          firstCharacters === ANY || (character !== null && firstCharacters.includes(character)),
      )
      .map(part)
      .filter((found) => found !== undefined)
  const others = partsOf(null)
  const table = new Array<readonly T[]>(OTHERS + 1).fill(others)
  for (const character of firstCharactersOf(rules)) {
    const parts = partsOf(character)
    if (parts.length > others.length) table[character.charCodeAt(0)] = parts
  }
  return table
}

/** The characters that rules name. */
export function firstCharactersOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ firstCharacters }) => (firstCharacters === ANY ? [] : [...firstCharacters])),
  )
}

/** `rules` with other values for some of them, by name. */
export function changed<R extends Rule>(
  rules: readonly R[],
  changes: Readonly<Record<string, Partial<R>>>,
): readonly R[] {
  only(rules, ...Object.keys(changes))
  return rules.map((rule) => ({ ...rule, ...changes[rule.name] }))
}

/** The rules with these names, in the order of the table. */
export function only<R extends Rule>(rules: readonly R[], ...names: readonly string[]): readonly R[] {
  for (const name of names)
    if (!rules.some((rule) => rule.name === name)) throw new Error(`no rule is called '${name}'`)
  return rules.filter((rule) => names.includes(rule.name))
}

/** All rules but those with these names. */
export function without<R extends Rule>(rules: readonly R[], ...names: readonly string[]): readonly R[] {
  const left = only(rules, ...names)
  return rules.filter((rule) => !left.includes(rule))
}

/** A mistake in a rule, never in a text: it says that it took something and stands where it stood, which would go on for ever. */
export function stuck({ name }: Rule, at: number): Error {
  return new Error(`internal error: the rule '${name}' took the text at offset ${at} and did not move on`)
}
