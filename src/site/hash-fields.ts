/** Reading typed settings out of a Ruby hash. */
import { type Hash, isHash, rubyToS } from '../base/index.ts'

/** The setting as text (Ruby's to_s), or `fallback` when it is nil or absent. */
export function textField(hash: Hash, key: string, fallback: string): string {
  const value = hash.get(key)
  if (typeof value === 'string') return value
  return value === null || value === undefined ? fallback : rubyToS(value)
}

/** The setting as a hash; an empty one when it is anything else. */
export function hashField(hash: Hash, key: string): Hash {
  const value = hash.get(key)
  return isHash(value) ? value : EMPTY
}

const EMPTY: Hash = new Map()
