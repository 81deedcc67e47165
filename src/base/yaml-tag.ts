/** What YAML's explicit tags (`!!str`, `!ruby/…`) mean to Psych. SafeYAML goes by the look of what they stand before. */
import type { Value } from './value.ts'
import { resolveScalar } from './yaml-scalar.ts'
import type { Zone } from './zone.ts'

export type TaggedNode = 'scalar' | 'list' | 'hash'

/** Of Ruby's kinds, those that are objects whatever they are named, and those that are where they name a class. */
const OBJECTS: Readonly<Record<TaggedNode, { readonly always: RegExp; readonly named: RegExp }>> = {
  scalar: { always: /^(?:range|regexp|class|module)$/, named: /^(?:string|object:(?:Complex|Rational))$/ },
  list: { always: /^(?!)/, named: /^array$/ },
  hash: {
    always: /^(?:object|struct|exception|range)$/,
    named: /^(?:object|struct|exception|range|hash|string)$/,
  },
}

/** The Ruby class that `tag` asks for before such a node; undefined when it asks for plain data. `text` is a scalar's. */
export function objectClass(tag: string, node: TaggedNode, text = ''): string | undefined {
  const core = coreTag(tag)
  if (node === 'hash' && (core === 'set' || core === 'omap'))
    return core === 'set' ? 'Psych::Set' : 'Psych::Omap'
  const found = /^!(?:<tag:ruby\.yaml\.org,2002:|ruby\/)(\w+)(?::([^>]*))?>?$/.exec(tag)
  if (found === null) return undefined
  const [, kind = '', name] = found
  const { always, named } = OBJECTS[node]
  if (kind === 'class' || kind === 'module') return always.test(kind) ? text : undefined
  if (name !== undefined && (named.test(kind) || named.test(`${kind}:${name}`))) return name
  return always.test(kind) ? kind.charAt(0).toUpperCase() + kind.slice(1) : undefined
}

/** YAML's own tag that `tag` is, whichever way it is written (`str` of `!str`, `!!str`, `!<tag:yaml.org,2002:str>`). */
export function coreTag(tag: string): string | undefined {
  return /^!(?:!?(\w+)|<tag:yaml\.org,2002:(\w+)>)$/.exec(tag)?.slice(1).find(Boolean)
}

/** Whether `tag` asks for a text. */
export function isTextTag(tag: string): boolean {
  return coreTag(tag) === 'str' || tag === '!ruby/string'
}

/** The bytes of base64 as text. Ruby passes over what is none; JavaScript takes `-` and `_` for digits. */
export function binaryText(text: string): string {
  return Buffer.from(text.replace(/[-_]/g, ''), 'base64').toString('utf8')
}

/** The value of a tagged scalar; `!!float` is the builder's, which can refuse it. A tag that says nothing is as none. */
export function taggedScalar(tag: string, text: string, zone: Zone): Value {
  if (coreTag(tag) === 'binary') return binaryText(text)
  if (isTextTag(tag)) return text
  if (/^!ruby\/sym(?:bol)?$/.test(tag)) return `:${text}`
  return resolveScalar(text, zone)
}
