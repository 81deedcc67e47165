/** Lists of words in front matter: `tags: a b`, `tags: [a, b]`, `tag: a b`. */
import { type Hash, identityKey, isList, isTruthy, type Value } from '../base/index.ts'

/**
 * The words of `singular` (taken whole: `tag: a b` is one tag) or, without it, of `plural` (a string is split at
 * spaces). Arrays are flattened and lose their nils; any other kind of value counts as none.
 */
export function pluralWords(data: Hash, singular: string, plural: string): Value[] {
  const one = data.get(singular)
  if (isTruthy(one)) return flatten([one])
  const many = data.get(plural)
  if (typeof many === 'string') return splitWords(many)
  return Array.isArray(many) ? flatten(many) : []
}

/** Ruby's `split` without arguments. */
export function splitWords(text: string): string[] {
  return text.split(/[ \t\n\v\f\r\0]+/).filter((word) => word !== '')
}

function flatten(values: readonly Value[]): Value[] {
  const flat: Value[] = []
  for (const value of values) {
    if (isList(value)) flat.push(...flatten(value))
    else if (value !== null && value !== undefined) flat.push(value)
  }
  return flat
}

/** Ruby's `a | b`: both lists, each value once. */
export function union(a: readonly Value[], b: readonly Value[]): Value[] {
  const seen = new Set<string>()
  const all: Value[] = []
  for (const list of [a, b]) {
    for (const value of list) {
      const key = identityKey(value)
      if (seen.has(key)) continue
      seen.add(key)
      all.push(value)
    }
  }
  return all
}
