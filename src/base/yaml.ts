/**
 * YAML as Jekyll reads it: the first document, scalars as Psych understands them, hashes as Maps in written order.
 *
 * js-yaml finds the structure and hands it over as a flat list of events; the values are built here, because its own
 * objects lose the order of keys and the kinds of Ruby's scalars. The only file that knows js-yaml.
 */
import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml'
import { compareValues } from './compare.ts'
import { rubyToS } from './ruby-text.ts'
import { lineCol, type Position } from './source-text.ts'
import { toFloat, type Value } from './value.ts'
import { psychError } from './yaml-message.ts'
import { resolveScalar } from './yaml-scalar.ts'
import type { Zone } from './zone.ts'

/** Where and why a text is no YAML. `message` is Psych's, with path and place in it. */
export interface YamlError extends Position {
  readonly message: string
}

export type YamlResult =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly error: YamlError; readonly value?: undefined }

/** How many nodes a document may have once its aliases are written out. */
const MAX_NODES = 10_000_000
const MAX_DEPTH = 500

/**
 * The first document of `text`; null for an empty one. `zone` is where timestamps without an offset are shown; `path`
 * is what the error's message calls the text. A BOM and CRLF line ends are taken as Ruby takes them. Of duplicate keys
 * the last wins, in the place of the first; `<<` merges.
 */
export function parseYaml(text: string, zone: Zone, path = '<unknown>'): YamlResult {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    return { value: new Builder(source, zone).build(parseEvents(source, { maxDepth: MAX_DEPTH })) }
  } catch (error) {
    if (error instanceof BuildFailure) return { error: describe(source, error.offset, error.message, path) }
    if (error instanceof YAMLException) {
      const { offset, text: problem } = psychError(source, error.mark?.position ?? 0, error.reason)
      return { error: describe(source, offset, problem, path) }
    }
    throw error
  }
}

function describe(source: string, offset: number, problem: string, path: string): YamlError {
  const { line, column } = lineCol(source, offset)
  return { line, column, message: `(${path}): ${problem} at line ${line} column ${column}` }
}

/** The document is well-formed but has no value. */
class BuildFailure extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message)
  }
}

interface Anchored {
  readonly value: Value
  readonly nodes: number
}

/** Builds the value of the first document from its events, in one pass. */
class Builder {
  private readonly anchors = new Map<string, Anchored | 'open'>()
  private events: readonly Event[] = []
  private at = 0
  /** nodes built so far, aliases written out */
  private nodes = 0

  constructor(
    private readonly source: string,
    private readonly zone: Zone,
  ) {}

  build(events: readonly Event[]): Value {
    this.events = events
    const first = events[0]
    if (first === undefined || first.type !== EVENT_ID.DOCUMENT) return null
    this.at = 1
    return this.next()?.type === EVENT_ID.POP ? null : this.node()
  }

  private next(): Event | undefined {
    return this.events[this.at]
  }

  private node(): Value {
    const event = this.events[this.at++]
    if (event === undefined) return null
    this.count(1, event)
    if (event.type === EVENT_ID.SCALAR) {
      const value = this.scalar(event)
      if (event.anchorStart !== -1) this.anchors.set(this.anchorOf(event), { value, nodes: 1 })
      return value
    }
    if (event.type === EVENT_ID.ALIAS) {
      const name = this.source.slice(event.anchorStart, event.anchorEnd)
      const anchored = this.anchors.get(name)
      if (anchored === undefined) throw new BuildFailure(`Unknown alias: ${name}`, event.anchorStart)
      if (anchored === 'open')
        throw new BuildFailure(`alias inside its own anchor: ${name}`, event.anchorStart)
      this.count(anchored.nodes, event)
      return anchored.value
    }
    if (event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) return null
    this.refuseObject(event)
    const name = event.anchorStart === -1 ? undefined : this.anchorOf(event)
    if (name !== undefined) this.anchors.set(name, 'open')
    const before = this.nodes
    const value = event.type === EVENT_ID.SEQUENCE ? this.sequence() : this.mapping()
    if (name !== undefined) this.anchors.set(name, { value, nodes: this.nodes - before })
    return value
  }

  private sequence(): Value {
    const items: Value[] = []
    while (this.next()?.type !== EVENT_ID.POP) items.push(this.node())
    this.at++
    return items
  }

  private mapping(): Value {
    const map = new Map<Value, Value>()
    for (let event = this.next(); event?.type !== EVENT_ID.POP; event = this.next()) {
      const merges = event?.type === EVENT_ID.SCALAR && this.isMergeKey(event)
      const key = this.node()
      const value = this.node()
      if (!merges || !mergeInto(map, value)) map.set(this.sameKey(map, key), value)
    }
    this.at++
    return map
  }

  /** Keys that are objects here but values in Ruby (1.0, dates, lists) find their equal among the keys there are. */
  private sameKey(map: ReadonlyMap<Value, Value>, key: Value): Value {
    if (typeof key !== 'object' || key === null) return key
    for (const other of map.keys())
      if (typeof other === 'object' && compareValues(other, key) === 0) return other
    return key
  }

  private isMergeKey(event: ScalarEvent): boolean {
    return event.style === SCALAR_STYLE.PLAIN && this.source.slice(event.valueStart, event.valueEnd) === '<<'
  }

  private scalar(event: ScalarEvent): Value {
    const text = event.valueStart === -1 ? '' : getScalarValue(this.source, event)
    if (event.tagStart !== -1) return this.tagged(event, text)
    return event.style === SCALAR_STYLE.PLAIN ? resolveScalar(text, this.zone) : text
  }

  private tagged(event: ScalarEvent, text: string): Value {
    const tag = this.refuseObject(event)
    if (tag === '!!int' || tag === '!!float') {
      const value = resolveScalar(text.trim(), this.zone)
      const number = typeof value === 'object' && value !== null ? Number(rubyToS(value)) : Number(value)
      if (tag === '!!float') return toFloat(Number.isNaN(number) ? 0 : number)
      return typeof value === 'number' || typeof value === 'bigint' ? value : Math.trunc(number) || 0
    }
    if (tag === '!!bool' || tag === '!!null' || tag === '!!timestamp') return resolveScalar(text, this.zone)
    return text
  }

  /** The tag as written; one that would make a Ruby object is refused, as Jekyll's safe loading does. */
  private refuseObject(event: { readonly tagStart: number; readonly tagEnd: number }): string {
    if (event.tagStart === -1) return ''
    const tag = this.source.slice(event.tagStart, event.tagEnd)
    const found = /^!(?:<tag:ruby\.yaml\.org,2002:|ruby\/)([^>]*)>?$/.exec(tag)
    if (found !== null && !/^(?:array|hash|string)$/.test(found[1] ?? ''))
      throw new BuildFailure(`Tried to load unspecified class: ${found[1]}`, event.tagStart)
    return tag
  }

  private anchorOf(event: { readonly anchorStart: number; readonly anchorEnd: number }): string {
    return this.source.slice(event.anchorStart, event.anchorEnd)
  }

  private count(nodes: number, event: Event): void {
    this.nodes += nodes
    if (this.nodes > MAX_NODES)
      throw new BuildFailure(
        'too many nodes through aliases',
        'anchorStart' in event ? Math.max(0, event.anchorStart) : 0,
      )
  }
}

/** Merges the hash, or the hashes of the list, into `map`; false when `value` is neither and `<<` is a key like others. */
function mergeInto(map: Map<Value, Value>, value: Value): boolean {
  if (value instanceof Map) {
    for (const [key, item] of value) map.set(key, item)
    return true
  }
  if (!Array.isArray(value) || !value.every((item) => item instanceof Map)) return false
  for (const hash of [...(value as ReadonlyMap<Value, Value>[])].reverse())
    for (const [key, item] of hash) map.set(key, item)
  return true
}
