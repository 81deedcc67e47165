/** What kramdown takes code for that has no language, where plugins bring Markdown converters of their own. */
import { type Hash, isHash, type Value } from '../../base/index.ts'
import type { Site } from '../../site/index.ts'

const PATH = ['kramdown', 'syntax_highlighter_opts', 'default_lang']
const NONE = 'plaintext'

/**
 * `site` as a second Markdown converter leaves it. Each prepares its options in the one configuration, where kramdown has
 * turned the names of the first one's into symbols: the second finds no default language and sets Jekyll's, for all that is
 * converted from then on.
 */
export function withoutDefaultLanguage(site: Site): Site {
  const data = replaced(site.config.data, PATH)
  return data === site.config.data ? site : { ...site, config: { ...site.config, data } }
}

function replaced(hash: Hash, [key, ...rest]: readonly string[]): Hash {
  if (key === undefined) return hash
  const value = hash.get(key)
  const made: Value | undefined =
    rest.length > 0 ? (isHash(value) ? replaced(value, rest) : value) : value === undefined ? value : NONE
  return made === value ? hash : new Map([...hash, [key, made as Value]])
}
