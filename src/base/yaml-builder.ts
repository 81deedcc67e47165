/** YAML tokens to Ruby's values: parses one document and builds its value, in one pass. */

import type { YamlReader } from './reference.ts'
import { inspectString, rubyToS } from './ruby-text.ts'
import { Time } from './time.ts'
import { isList, RubyFloat, toFloat, type Value } from './value.ts'
import { joinPairs, KeyNames, YamlHash } from './yaml-hash.ts'
import { resolveScalar } from './yaml-scalar.ts'
import { YamlScanner } from './yaml-scanner.ts'
import { binaryText, coreTag, isTextTag, objectClass, type TaggedNode, taggedScalar } from './yaml-tag.ts'
import { TOKEN, type TokenType, YamlFailure, YamlRefusal, type YamlToken } from './yaml-token.ts'
import type { Zone } from './zone.ts'

/** How many nodes a document may have once its aliases are written out. */
const MAX_NODES = 10_000_000
const MAX_DEPTH = 1000

interface Anchored {
  readonly value: Value
  readonly nodes: number
}

interface Properties {
  readonly anchor: string | undefined
  readonly tag: string
  readonly start: number
}

/** Reads the first document of one text; `document` throws a YamlFailure where the text is wrong. */
export class YamlBuilder {
  private readonly scanner: YamlScanner
  private readonly anchors = new Map<string, Anchored | 'open'>()
  private readonly handles = new Set(['!', '!!'])
  private readonly keyNames = new KeyNames()
  private depth = 0
  /** nodes built so far, aliases written out */
  private nodes = 0
  /** raised when the document has been read: mistakes of syntax come first */
  private refusal: YamlRefusal | undefined

  constructor(
    source: string,
    private readonly zone: Zone,
    private readonly reader: YamlReader,
  ) {
    this.scanner = new YamlScanner(source)
  }

  document(): Value {
    this.directives()
    const first = this.scanner.peek()
    if (first.type === TOKEN.streamEnd) return this.reader === 'safe_yaml' ? false : null
    if (first.type === TOKEN.documentStart) {
      this.scanner.skip()
      if (isOneOf(this.scanner.peek(), DOCUMENT_ENDS)) return null
    }
    const value = this.node(true, false)
    // The token behind the document is read before its end is known; a mistake in it counts.
    this.scanner.peek()
    if (this.refusal !== undefined) throw this.refusal
    return value
  }

  private refuse(problem: string, offset: number): null {
    this.refusal ??= new YamlRefusal(problem, offset)
    return null
  }

  private directives(): void {
    let found = false
    for (let token = this.scanner.peek(); token.type === TOKEN.directive; token = this.scanner.peek()) {
      const [name, handle = ''] = token.text.slice(1).split(/\s+/)
      if (name === 'TAG') this.handles.add(handle)
      else if (!/^1\.[12]$/.test(handle)) throw new YamlFailure('found incompatible YAML document', '', 0)
      this.scanner.skip()
      found = true
    }
    if (found && this.scanner.peek().type !== TOKEN.documentStart)
      throw new YamlFailure('did not find expected <document start>', '', 0)
  }

  /** A node. `indentless`: a list may stand in the column of the key it belongs to. */
  private node(inBlock: boolean, indentless: boolean): Value {
    const { scanner } = this
    if (++this.nodes > MAX_NODES)
      throw new YamlFailure('too many nodes through aliases', '', scanner.peek().start)
    if (scanner.peek().type === TOKEN.alias) return this.alias(scanner.peek())
    const properties = this.properties()
    const token = scanner.peek()
    if (token.type === TOKEN.scalar) {
      scanner.skip()
      return this.anchored(properties, this.scalar(token, properties), 1)
    }
    const build = this.collection(token.type, inBlock, indentless)
    if (build === undefined) {
      if (properties.anchor === undefined && properties.tag === '')
        throw new YamlFailure(
          'did not find expected node content',
          inBlock ? 'while parsing a block node' : 'while parsing a flow node',
          token.start,
        )
      return this.anchored(properties, this.tagged(properties, '', token.start), 1)
    }
    if (++this.depth > MAX_DEPTH)
      throw new YamlFailure(`exceeded maximum depth of ${MAX_DEPTH}`, '', token.start)
    if (properties.anchor !== undefined) this.anchors.set(properties.anchor, 'open')
    const before = this.nodes
    const value = build(token)
    this.depth--
    return this.anchored(
      properties,
      properties.tag === '' || this.reader === 'safe_yaml' ? value : this.taggedCollection(properties, value),
      this.nodes - before,
    )
  }

  private anchored(properties: Properties, value: Value, nodes: number): Value {
    if (properties.anchor !== undefined) this.anchors.set(properties.anchor, { value, nodes })
    return value
  }

  private alias(token: YamlToken): Value {
    this.scanner.skip()
    const anchored = this.anchors.get(token.text)
    if (anchored === undefined) return this.refuse(`Unknown alias: ${token.text}`, token.start)
    if (anchored === 'open') return this.refuse(`Alias inside its own anchor: ${token.text}`, token.start)
    this.nodes += anchored.nodes
    return anchored.value
  }

  private properties(): Properties {
    const { scanner } = this
    let token = scanner.peek()
    const { start } = token
    let anchor: string | undefined
    let tag = ''
    while (
      (token.type === TOKEN.anchor && anchor === undefined) ||
      (token.type === TOKEN.tag && tag === '')
    ) {
      if (token.type === TOKEN.anchor) anchor = token.text
      else tag = token.text
      scanner.skip()
      token = scanner.peek()
    }
    const handle = /^![\w-]*!/.exec(tag)?.[0]
    if (handle !== undefined && !this.handles.has(handle))
      throw new YamlFailure('found undefined tag handle', 'while parsing a node', start)
    return { anchor, tag, start }
  }

  private collection(
    type: TokenType,
    inBlock: boolean,
    indentless: boolean,
  ): ((token: YamlToken) => Value) | undefined {
    if (type === TOKEN.flowSequenceStart) return (token) => this.flowSequence(token)
    if (type === TOKEN.flowMappingStart) return (token) => this.flowMapping(token)
    if (type === TOKEN.blockEntry && indentless) return () => this.indentlessSequence()
    if (type === TOKEN.blockSequenceStart && inBlock) return (token) => this.blockSequence(token)
    if (type === TOKEN.blockMappingStart && inBlock) return (token) => this.blockMapping(token)
    return undefined
  }

  private blockSequence(opening: YamlToken): Value[] {
    const { scanner } = this
    const items: Value[] = []
    scanner.skip()
    for (;;) {
      const token = scanner.peek()
      if (token.type === TOKEN.blockEnd) break
      if (token.type !== TOKEN.blockEntry)
        throw new YamlFailure(
          "did not find expected '-' indicator",
          'while parsing a block collection',
          opening.start,
        )
      scanner.skip()
      items.push(isOneOf(scanner.peek(), ENTRY_ENDS) ? null : this.node(true, false))
    }
    scanner.skip()
    return items
  }

  private indentlessSequence(): Value[] {
    const { scanner } = this
    const items: Value[] = []
    while (scanner.peek().type === TOKEN.blockEntry) {
      scanner.skip()
      items.push(isOneOf(scanner.peek(), INDENTLESS_ENDS) ? null : this.node(true, false))
    }
    return items
  }

  private blockMapping(opening: YamlToken): Value {
    const { scanner } = this
    const hash = new YamlHash(this.keyNames)
    scanner.skip()
    for (;;) {
      const token = scanner.peek()
      if (token.type === TOKEN.blockEnd) break
      if (token.type !== TOKEN.key)
        throw new YamlFailure('did not find expected key', 'while parsing a block mapping', opening.start)
      scanner.skip()
      const key = isOneOf(scanner.peek(), PAIR_ENDS) ? null : this.node(true, true)
      let value: Value = null
      if (scanner.peek().type === TOKEN.value) {
        scanner.skip()
        if (!isOneOf(scanner.peek(), PAIR_ENDS)) value = this.node(true, true)
      }
      hash.add(key, value)
    }
    scanner.skip()
    return hash.map
  }

  private flowSequence(opening: YamlToken): Value[] {
    const { scanner } = this
    const items: Value[] = []
    scanner.skip()
    for (let first = true; scanner.peek().type !== TOKEN.flowSequenceEnd; first = false) {
      if (!first) {
        if (scanner.peek().type !== TOKEN.flowEntry)
          throw new YamlFailure(
            "did not find expected ',' or ']'",
            'while parsing a flow sequence',
            opening.start,
          )
        scanner.skip()
      }
      const { type } = scanner.peek()
      if (type === TOKEN.key) items.push(this.singlePair())
      else if (type !== TOKEN.flowSequenceEnd) items.push(this.node(false, false))
    }
    scanner.skip()
    return items
  }

  /** `[a: b]` is a list of one hash. */
  private singlePair(): Value {
    const { scanner } = this
    const hash = new YamlHash(this.keyNames)
    scanner.skip()
    let key: Value = null
    // libyaml swallows what stands in the place of the key: `[? , x]` is an error there.
    if (isOneOf(scanner.peek(), SINGLE_KEY_ENDS)) scanner.skip()
    else key = this.node(false, false)
    let value: Value = null
    if (scanner.peek().type === TOKEN.value) {
      scanner.skip()
      if (!isOneOf(scanner.peek(), SINGLE_VALUE_ENDS)) value = this.node(false, false)
    }
    hash.add(key, value)
    return hash.map
  }

  private flowMapping(opening: YamlToken): Value {
    const { scanner } = this
    const hash = new YamlHash(this.keyNames)
    scanner.skip()
    for (let first = true; scanner.peek().type !== TOKEN.flowMappingEnd; first = false) {
      if (!first) {
        if (scanner.peek().type !== TOKEN.flowEntry)
          throw new YamlFailure(
            "did not find expected ',' or '}'",
            'while parsing a flow mapping',
            opening.start,
          )
        scanner.skip()
      }
      const { type } = scanner.peek()
      if (type === TOKEN.key) {
        scanner.skip()
        const key = isOneOf(scanner.peek(), FLOW_KEY_ENDS) ? null : this.node(false, false)
        let value: Value = null
        if (scanner.peek().type === TOKEN.value) {
          scanner.skip()
          if (!isOneOf(scanner.peek(), FLOW_VALUE_ENDS)) value = this.node(false, false)
        }
        hash.add(key, value)
      } else if (type !== TOKEN.flowMappingEnd) hash.add(this.node(false, false), null)
    }
    scanner.skip()
    return hash.map
  }

  private scalar(token: YamlToken, properties: Properties): Value {
    if (properties.tag !== '') return this.tagged(properties, token.text, token.start)
    return token.plain ? this.plain(token.text) : token.text
  }

  /** A scalar with a tag, quoted or not; a node without content is the empty text. */
  private tagged(properties: Properties, text: string, start: number): Value {
    const { tag } = properties
    if (tag === '') return this.plain(text)
    if (this.reader === 'safe_yaml') return coreTag(tag) === 'binary' ? binaryText(text) : this.byLook(text)
    this.refuseObject(properties, 'scalar', text)
    return coreTag(tag) === 'float' ? this.float(text, start) : taggedScalar(tag, text, this.zone)
  }

  /** As SafeYAML takes a tagged scalar: a number or a date may have a line break behind it. */
  private byLook(text: string): Value {
    const value = text.endsWith('\n') ? this.plain(text.slice(0, -1)) : null
    return value === null || typeof value === 'string' || typeof value === 'boolean'
      ? this.plain(text)
      : value
  }

  /** Ruby's `Float()` of what the text looks like. */
  private float(text: string, start: number): Value {
    const value = resolveScalar(text, this.zone)
    if (typeof value === 'number' || value instanceof RubyFloat || typeof value === 'bigint')
      return toFloat(typeof value === 'number' ? value : Number(rubyToS(value)))
    if (value instanceof Time) return toFloat(value.seconds + value.nanos / 1e9)
    if (typeof value !== 'string') return this.refuse(`can't convert ${inspectNone(value)} into Float`, start)
    if (!FLOAT_TEXT.test(text)) return this.refuse(`invalid value for Float(): ${inspectString(text)}`, start)
    return toFloat(Number(text.replaceAll('_', '')))
  }

  /** A list or hash with a tag, as Psych has it. */
  private taggedCollection(properties: Properties, value: Value): Value {
    const { tag, start } = properties
    this.refuseObject(properties, value instanceof Map ? 'hash' : 'list')
    if (value instanceof Map) {
      if (!isTextTag(tag)) return value
      if (value.size > 0 && !value.has('str')) return this.refuse("can't modify frozen NilClass: nil", start)
      return value.get('str') ?? null
    }
    if (coreTag(tag) !== 'omap' || !isList(value)) return value
    return joinPairs(value) ?? this.refuse("undefined method `first' for nil:NilClass", start)
  }

  private plain(text: string): Value {
    return resolveScalar(text, this.zone, this.reader)
  }

  /** Refuses a tag that would make a Ruby object, as Jekyll's safe loading does. */
  private refuseObject({ tag, start }: Properties, node: TaggedNode, text?: string): void {
    const className = objectClass(tag, node, text)
    if (className !== undefined) this.refuse(`Tried to load unspecified class: ${className}`, start)
  }
}

const FLOAT_TEXT = /^\s*[-+]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][-+]?\d+(?:_\d+)*)?\s*$/

function inspectNone(value: Value): string {
  return value === null ? 'nil' : typeof value === 'boolean' ? String(value) : 'Date'
}

const DOCUMENT_ENDS = bits(TOKEN.documentStart, TOKEN.documentEnd, TOKEN.streamEnd)
const ENTRY_ENDS = bits(TOKEN.blockEntry, TOKEN.blockEnd)
const INDENTLESS_ENDS = bits(TOKEN.blockEntry, TOKEN.key, TOKEN.value, TOKEN.blockEnd)
const PAIR_ENDS = bits(TOKEN.key, TOKEN.value, TOKEN.blockEnd)
const SINGLE_KEY_ENDS = bits(TOKEN.value, TOKEN.flowEntry, TOKEN.flowSequenceEnd)
const SINGLE_VALUE_ENDS = bits(TOKEN.flowEntry, TOKEN.flowSequenceEnd)
const FLOW_KEY_ENDS = bits(TOKEN.value, TOKEN.flowEntry, TOKEN.flowMappingEnd)
const FLOW_VALUE_ENDS = bits(TOKEN.flowEntry, TOKEN.flowMappingEnd)

function bits(...types: readonly TokenType[]): number {
  return types.reduce<number>((set, type) => set | (1 << type), 0)
}

function isOneOf(token: YamlToken, set: number): boolean {
  return (set & (1 << token.type)) !== 0
}
