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

/** The value of a tagged scalar; `!!float` is the builder's, which can refuse it. An unknown tag makes a text. */
export function taggedScalar(tag: string, text: string, zone: Zone): Value {
  if (tag === '!!int' || tag === '!!bool' || tag === '!!null' || tag === '!!timestamp')
    return resolveScalar(text, zone)
  if (tag === '!!binary') return Buffer.from(text, 'base64').toString('utf8')
  return /^!ruby\/sym(?:bol)?$/.test(tag) ? `:${text}` : text
}
