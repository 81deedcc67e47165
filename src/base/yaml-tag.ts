/** What YAML's explicit tags (`!!str`, `!ruby/…`) mean. */
import type { Value } from './value.ts'
import { resolveScalar } from './yaml-scalar.ts'
import type { Zone } from './zone.ts'

/** The Ruby class that `!ruby/…` asks for; undefined when it asks for plain data. */
export function objectClass(tag: string): string | undefined {
  const name = /^!(?:<tag:ruby\.yaml\.org,2002:|ruby\/)([^>]*)>?$/.exec(tag)?.[1]
  if (name === undefined || /^(?:array|hash|string|sym|symbol)$/.test(name)) return undefined
  const colon = name.indexOf(':')
  return colon === -1 ? name.charAt(0).toUpperCase() + name.slice(1) : name.slice(colon + 1)
}

/** YAML's own tag that `tag` is, whichever way it is written (`str` of `!str`, `!!str`, `!<tag:yaml.org,2002:str>`). */
export function coreTag(tag: string): string | undefined {
  return /^!(?:!?(\w+)|<tag:yaml\.org,2002:(\w+)>)$/.exec(tag)?.slice(1).find(Boolean)
}

/** The value of a tagged scalar; `!!float` is the builder's, which can refuse it. A tag that says nothing is as none. */
export function taggedScalar(tag: string, text: string, zone: Zone): Value {
  const core = coreTag(tag)
  if (core === 'binary') return Buffer.from(text, 'base64').toString('utf8')
  if (core === 'str' || /^!ruby\/str/.test(tag)) return text
  return /^!ruby\/sym(?:bol)?$/.test(tag) ? `:${text}` : resolveScalar(text, zone)
}
