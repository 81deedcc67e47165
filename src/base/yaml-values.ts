/** What nodes come to by their tags and looks, as Psych or SafeYAML has it. */
import type { YamlReader } from './reference.ts'
import { isList, type Value } from './value.ts'
import { taggedFloat } from './yaml-float.ts'
import { joinParts } from './yaml-hash.ts'
import type { Properties } from './yaml-properties.ts'
import { resolveScalar } from './yaml-scalar.ts'
import { binaryText, coreTag, objectClass, type TaggedNode, taggedScalar } from './yaml-tag.ts'
import type { YamlToken } from './yaml-token.ts'
import type { Zone } from './zone.ts'

export class YamlValues {
  /** `refuse` is told of what is written well and may not be; its value stands in for it. */
  constructor(
    private readonly zone: Zone,
    private readonly reader: YamlReader,
    private readonly refuse: (problem: string, offset: number) => null,
  ) {}

  /** A scalar; without a tag it is text where it is quoted, and what it looks like where it is not. */
  scalar(token: YamlToken, properties: Properties): Value {
    if (properties.tag !== '') return this.tagged(properties, token.text, token.start)
    return token.plain ? this.plain(token.text) : token.text
  }

  /** A scalar with a tag, quoted or not; a node without content is the empty text. */
  tagged(properties: Properties, text: string, start: number): Value {
    const { tag } = properties
    if (tag === '') return this.plain(text)
    if (this.reader === 'safe_yaml') return coreTag(tag) === 'binary' ? binaryText(text) : this.byLook(text)
    this.refuseObject(properties, 'scalar', text)
    if (coreTag(tag) !== 'float') return taggedScalar(tag, text, this.zone)
    const { value, problem } = taggedFloat(text, this.zone)
    return problem === undefined ? value : this.refuse(problem, start)
  }

  /** As SafeYAML takes a tagged scalar: a number or a date may have a line break behind it. */
  byLook(text: string): Value {
    const value = text.endsWith('\n') ? this.plain(text.slice(0, -1)) : null
    const isNumberOrDay =
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value === 'bigint' || typeof value === 'object'
    return isNumberOrDay && value !== null ? value : this.plain(text)
  }

  /** A list or hash with a tag, as Psych has it. */
  taggedCollection(properties: Properties, kind: 'list' | 'hash', value: Value): Value {
    const { tag, start } = properties
    this.refuseObject(properties, kind)
    if (kind === 'hash' || coreTag(tag) !== 'omap' || !isList(value)) return value
    return joinParts(value) ?? this.refuse("undefined method `first' for nil:NilClass", start)
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
