/** YAML tokens to Ruby's values: parses one document and builds its value, in one pass. */

import type { YamlReader } from './reference.ts'
import { ArrivingHash, SafeYamlPairs } from './safe-yaml-pairs.ts'
import type { Value } from './value.ts'
import { KeyNames, type NodeKind, OuterParts, TaggedText, YamlHash, type YamlPairs } from './yaml-hash.ts'
import { type Properties, readDirectives, readProperties } from './yaml-properties.ts'
import { YamlScanner } from './yaml-scanner.ts'
import { coreTag, isTextTag } from './yaml-tag.ts'
import { TOKEN, type TokenType, YamlFailure, YamlRefusal, type YamlToken } from './yaml-token.ts'
import {
  ANY,
  DOCUMENT_ENDS,
  ENTRY_ENDS,
  FLOW_KEY_ENDS,
  FLOW_VALUE_ENDS,
  INDENTLESS_ENDS,
  isOneOf,
  PAIR_ENDS,
  SINGLE_KEY_ENDS,
  SINGLE_VALUE_ENDS,
} from './yaml-token-sets.ts'
import { YamlValues } from './yaml-values.ts'
import type { Zone } from './zone.ts'

/** How many nodes a document may have once its aliases are written out. */
const MAX_NODES = 10_000_000
const MAX_DEPTH = 1000

interface Anchored {
  readonly value: Value
  readonly nodes: number
  /** its node is still being read */
  readonly isOpen: boolean
}

/** Reads the first document of one text; `document` throws a YamlFailure where the text is wrong. */
export class YamlBuilder {
  private readonly scanner: YamlScanner
  private readonly values: YamlValues
  private readonly anchors = new Map<string, Anchored>()
  /** that tags may have */
  private handles: ReadonlySet<string> = new Set()
  private readonly keyNames = new KeyNames()
  /** of the node read last */
  private kind: NodeKind = 'scalar'
  private tag = ''
  private readonly arriving: SafeYamlPairs | undefined
  private depth = 0
  /** nodes built so far, aliases written out */
  private nodes = 0
  /** raised when the document has been read: mistakes of syntax come first */
  private refusal: YamlRefusal | undefined

  constructor(
    source: string,
    zone: Zone,
    private readonly reader: YamlReader,
  ) {
    this.scanner = new YamlScanner(source)
    this.values = new YamlValues(zone, reader, (problem, offset) => this.refuse(problem, offset))
    this.arriving = reader === 'safe_yaml' ? new SafeYamlPairs() : undefined
  }

  document(): Value {
    this.handles = readDirectives(this.scanner)
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

  /**
   * A node. `indentless`: a list may stand in the column of the key it belongs to. `asParts`: an item of `!!omap`, of which
   * Psych asks for the parts alone, the first and the last; its tag and anchor say nothing.
   */
  private node(inBlock: boolean, indentless: boolean, asParts = false): Value {
    const { scanner } = this
    if (++this.nodes > MAX_NODES)
      throw new YamlFailure('too many nodes through aliases', '', scanner.peek().start)
    if (scanner.peek().type === TOKEN.alias) {
      const value = this.alias(scanner.peek())
      return this.as('alias', '', asParts ? null : value)
    }
    const properties = readProperties(scanner, this.handles)
    const { tag } = properties
    const token = scanner.peek()
    if (token.type === TOKEN.scalar) {
      scanner.skip()
      if (asParts) return null
      const value = this.values.scalar(token, properties)
      // SafeYAML keeps no quotes for the names that repeat a text.
      const repeated =
        this.reader === 'safe_yaml' && typeof value === 'string' ? this.values.byLook(value) : value
      this.anchored(properties, repeated, 1)
      return this.as('scalar', tag, value)
    }
    const build = this.collection(token.type, inBlock, indentless, asParts ? PARTS : tag)
    if (build === undefined) {
      if (properties.anchor === undefined && tag === '')
        throw new YamlFailure(
          'did not find expected node content',
          inBlock ? 'while parsing a block node' : 'while parsing a flow node',
          token.start,
        )
      if (asParts) return null
      return this.as(
        'scalar',
        tag,
        this.anchored(properties, this.values.tagged(properties, '', token.start), 1),
      )
    }
    if (++this.depth > MAX_DEPTH)
      throw new YamlFailure(`exceeded maximum depth of ${MAX_DEPTH}`, '', token.start)
    const open: Anchored = { value: null, nodes: 0, isOpen: true }
    if (properties.anchor !== undefined) this.anchors.set(properties.anchor, open)
    const before = this.nodes
    const kind = HASH_STARTS.has(token.type) ? 'hash' : 'list'
    let value = build(token)
    this.depth--
    if (asParts) return value
    if (tag !== '' && this.reader === 'psych') value = this.values.taggedCollection(properties, kind, value)
    return this.as(kind, tag, this.anchored(properties, value, this.nodes - before, open))
  }

  /** Notes how the node just read was written, and passes its value on. */
  private as(kind: NodeKind, tag: string, value: Value): Value {
    this.kind = kind
    this.tag = tag
    if (kind === 'scalar' || kind === 'alias') this.arrive(value)
    return value
  }

  /** Tells SafeYAML's hashes of a value, as soon as it is there: a collection when it begins. */
  private arrive(value: Value): void {
    const problem = this.arriving?.arrive(value)
    if (problem !== undefined) this.refuse(problem, this.scanner.peek().start)
  }

  private begin(collection: Value, pairs?: YamlPairs): void {
    this.arrive(collection)
    this.arriving?.enter(collection, pairs instanceof ArrivingHash ? pairs : undefined)
  }

  /** An anchor is in force from where it stands: one of the same name inside its node, which `open` was, comes after it. */
  private anchored({ anchor }: Properties, value: Value, nodes: number, open?: Anchored): Value {
    if (anchor !== undefined && (open === undefined || this.anchors.get(anchor) === open))
      this.anchors.set(anchor, { value, nodes, isOpen: false })
    return value
  }

  private alias(token: YamlToken): Value {
    this.scanner.skip()
    const anchored = this.anchors.get(token.text)
    // To SafeYAML a name that stands for nothing is nil.
    if (anchored === undefined && this.reader === 'safe_yaml') return null
    if (anchored === undefined) return this.refuse(`Unknown alias: ${token.text}`, token.start)
    if (anchored.isOpen) return this.refuse(`Alias inside its own anchor: ${token.text}`, token.start)
    this.nodes += anchored.nodes
    return anchored.value
  }

  private collection(
    type: TokenType,
    inBlock: boolean,
    indentless: boolean,
    tag: string,
  ): ((token: YamlToken) => Value) | undefined {
    const ofParts = this.reader === 'psych' && coreTag(tag) === 'omap'
    if (type === TOKEN.flowSequenceStart) return (token) => this.flowSequence(token, ofParts)
    if (type === TOKEN.flowMappingStart) return (token) => this.flowMapping(token, this.pairsFor(tag))
    if (type === TOKEN.blockEntry && indentless) return () => this.indentlessSequence(ofParts)
    if (type === TOKEN.blockSequenceStart && inBlock) return (token) => this.blockSequence(token, ofParts)
    if (type === TOKEN.blockMappingStart && inBlock)
      return (token) => this.blockMapping(token, this.pairsFor(tag))
    return undefined
  }

  private pairsFor(tag: string): YamlPairs {
    if (tag === PARTS) return new OuterParts()
    if (this.arriving !== undefined) return new ArrivingHash(this.keyNames)
    return isTextTag(tag) ? new TaggedText() : new YamlHash(this.keyNames)
  }

  /** What the pairs of a mapping that began at `start` came to. */
  private whole(pairs: YamlPairs, start: number): Value {
    this.arriving?.leave(pairs.value)
    return pairs.problem === undefined ? pairs.value : this.refuse(pairs.problem, start)
  }

  private nodeOrNone(inBlock: boolean, ends: number): Value {
    if (!isOneOf(this.scanner.peek(), ends)) return this.node(inBlock, inBlock)
    return this.as('scalar', '', null)
  }

  /** One pair, behind its key token. `keyEnds` and `valueEnds` say that there is none. */
  private pair(pairs: YamlPairs, inBlock: boolean, keyEnds: number, valueEnds: number): void {
    const { scanner } = this
    const key = this.nodeOrNone(inBlock, keyEnds)
    const textKey = key === '<<' && /^!(?:!str|<tag:yaml\.org,2002:str>)$/.test(this.tag)
    let value: Value = null
    this.kind = 'scalar'
    if (scanner.peek().type === TOKEN.value) {
      scanner.skip()
      value = this.nodeOrNone(inBlock, valueEnds)
    } else this.arrive(null)
    pairs.add({ key, value, kind: this.kind, textKey })
  }

  private blockSequence(opening: YamlToken, ofParts: boolean): Value[] {
    const { scanner } = this
    const items: Value[] = []
    this.begin(items)
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
      items.push(isOneOf(scanner.peek(), ENTRY_ENDS) ? null : this.node(true, false, ofParts))
    }
    scanner.skip()
    this.arriving?.leave(items)
    return items
  }

  private indentlessSequence(ofParts: boolean): Value[] {
    const { scanner } = this
    const items: Value[] = []
    this.begin(items)
    while (scanner.peek().type === TOKEN.blockEntry) {
      scanner.skip()
      items.push(isOneOf(scanner.peek(), INDENTLESS_ENDS) ? null : this.node(true, false, ofParts))
    }
    this.arriving?.leave(items)
    return items
  }

  private blockMapping(opening: YamlToken, pairs: YamlPairs): Value {
    const { scanner } = this
    this.begin(pairs.value, pairs)
    scanner.skip()
    for (;;) {
      const token = scanner.peek()
      if (token.type === TOKEN.blockEnd) break
      if (token.type !== TOKEN.key)
        throw new YamlFailure('did not find expected key', 'while parsing a block mapping', opening.start)
      scanner.skip()
      this.pair(pairs, true, PAIR_ENDS, PAIR_ENDS)
    }
    scanner.skip()
    return this.whole(pairs, opening.start)
  }

  private flowSequence(opening: YamlToken, ofParts: boolean): Value[] {
    const { scanner } = this
    const items: Value[] = []
    this.begin(items)
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
      if (type === TOKEN.key) items.push(this.singlePair(this.pairsFor(ofParts ? PARTS : '')))
      else if (type !== TOKEN.flowSequenceEnd) items.push(this.node(false, false, ofParts))
    }
    scanner.skip()
    this.arriving?.leave(items)
    return items
  }

  /** `[a: b]` is a list of one hash. */
  private singlePair(pairs: YamlPairs): Value {
    const { scanner } = this
    const { start } = scanner.peek()
    this.begin(pairs.value, pairs)
    scanner.skip()
    // libyaml swallows what stands in the place of the key: `[? , x]` is an error there.
    const hasKey = !isOneOf(scanner.peek(), SINGLE_KEY_ENDS)
    if (!hasKey) scanner.skip()
    this.pair(pairs, false, hasKey ? 0 : ANY, SINGLE_VALUE_ENDS)
    return this.whole(pairs, start)
  }

  private flowMapping(opening: YamlToken, pairs: YamlPairs): Value {
    const { scanner } = this
    this.begin(pairs.value, pairs)
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
        this.pair(pairs, false, FLOW_KEY_ENDS, FLOW_VALUE_ENDS)
      } else if (type !== TOKEN.flowMappingEnd) {
        const key = this.node(false, false)
        this.arrive(null)
        pairs.add({ key, value: null, kind: 'scalar', textKey: false })
      }
    }
    scanner.skip()
    return this.whole(pairs, opening.start)
  }
}

/** In place of a tag: what is asked for are the parts of an item of `!!omap`. No tag looks so. */
const PARTS = 'parts'
const HASH_STARTS: ReadonlySet<TokenType> = new Set([TOKEN.flowMappingStart, TOKEN.blockMappingStart])
