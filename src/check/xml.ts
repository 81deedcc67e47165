/**
 * Whether a text is well-formed XML, and its elements for those who want to look inside. A small scanner of one pass.
 * The DTD of a document is stepped over; its plain entities, of which Illustrator writes many, are known.
 */

export interface XmlFault {
  readonly message: string
  readonly at: number
}

export interface XmlElement {
  /** with its prefix, as written */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** all text directly in it, entities decoded */
  readonly text: string
  readonly at: number
}

export type XmlResult = { readonly root: XmlElement } | { readonly fault: XmlFault }

/** What is wrong with `source`; undefined when it is well-formed. */
export function xmlFault(source: string): XmlFault | undefined {
  const result = parseXml(source)
  return 'fault' in result ? result.fault : undefined
}

interface Open {
  name: string
  attributes: Map<string, string>
  children: XmlElement[]
  text: string
  at: number
}

const NAME = /[\p{L}_:][\p{L}\p{N}_:.\-·]*/uy
const SPACE = /\s*/y
type Entities = Readonly<Record<string, string>>
const ENTITIES: Entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

class Malformed extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message)
  }
}

/** The root of `source`, or what is wrong with it. */
export function parseXml(source: string): XmlResult {
  try {
    return { root: document(source) }
  } catch (error) {
    if (error instanceof Malformed) return { fault: { message: error.message, at: error.at } }
    throw error
  }
}

function document(source: string): XmlElement {
  const stack: Open[] = []
  let root: XmlElement | undefined
  let entities = ENTITIES
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < source.length) {
    const tag = source.indexOf('<', at)
    const end = tag === -1 ? source.length : tag
    if (end > at) addText(stack, source.slice(at, end), at, entities)
    if (tag === -1) break
    if (source.startsWith('<!--', tag)) at = after(source, '-->', tag + 4, 'a comment')
    else if (source.startsWith('<![CDATA[', tag)) {
      at = after(source, ']]>', tag + 9, 'a CDATA section')
      const open = stack.at(-1)
      if (open === undefined) throw new Malformed('text stands outside the root element', tag)
      open.text += source.slice(tag + 9, at - 3)
    } else if (source.startsWith('<?', tag)) at = after(source, '?>', tag + 2, 'a processing instruction')
    else if (source.startsWith('<!', tag)) {
      at = afterDeclaration(source, tag)
      entities = { ...entities, ...declared(source.slice(tag, at)) }
    } else if (source[tag + 1] === '/') {
      const { name, end: close } = closing(source, tag)
      const open = stack.pop()
      if (open === undefined) throw new Malformed(`</${name}> closes nothing`, tag)
      if (open.name !== name) throw new Malformed(`</${name}> stands where </${open.name}> should`, tag)
      if (stack.length === 0) root = open
      at = close
    } else {
      if (root !== undefined && stack.length === 0) throw new Malformed('there is a second root element', tag)
      const { element, end: next, empty } = opening(source, tag, entities)
      stack.at(-1)?.children.push(element)
      if (!empty) stack.push(element)
      else if (stack.length === 0) root = element
      at = next
    }
  }
  const left = stack.at(-1)
  if (left !== undefined) throw new Malformed(`<${left.name}> is not closed`, left.at)
  if (root === undefined) throw new Malformed('there is no element', 0)
  return root
}

function addText(stack: readonly Open[], raw: string, at: number, entities: Entities): void {
  const open = stack.at(-1)
  if (open !== undefined) open.text += decode(raw, at, entities)
  else if (raw.trim() !== '') throw new Malformed('text stands outside the root element', at)
}

function after(source: string, end: string, from: number, what: string): number {
  const at = source.indexOf(end, from)
  if (at === -1) throw new Malformed(`${what} is not closed`, from)
  return at + end.length
}

/** Behind the `>` of a declaration, which may hold others in brackets. */
function afterDeclaration(source: string, tag: number): number {
  const end = after(source, '>', tag + 2, 'a declaration')
  const bracket = source.indexOf('[', tag)
  if (bracket === -1 || bracket > end) return end
  const inner = after(source, ']', bracket + 1, 'a declaration')
  return after(source, '>', inner, 'a declaration')
}

/** The entities that a DTD in the document gives a text. */
function declared(dtd: string): Entities {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of dtd.matchAll(/<!ENTITY\s+([^\s%"'<]+)\s+["']([^"'<]*)["']/g))
    found[name] = value
  return found
}

function closing(source: string, tag: number): { name: string; end: number } {
  const name = nameAt(source, tag + 2)
  const end = skip(source, tag + 2 + name.length)
  if (source[end] !== '>') throw new Malformed(`</${name}> is not closed`, tag)
  return { name, end: end + 1 }
}

function opening(
  source: string,
  tag: number,
  entities: Entities,
): { element: Open; end: number; empty: boolean } {
  const name = nameAt(source, tag + 1)
  const attributes = new Map<string, string>()
  let at = tag + 1 + name.length
  for (;;) {
    const next = skip(source, at)
    if (source[next] === '>' || source.startsWith('/>', next)) {
      const empty = source[next] === '/'
      return {
        element: { name, attributes, children: [], text: '', at: tag },
        end: next + (empty ? 2 : 1),
        empty,
      }
    }
    if (next >= source.length) throw new Malformed(`<${name}> is not closed`, tag)
    if (next === at) throw new Malformed(`<${name}> has no space before an attribute`, next)
    const key = nameAt(source, next)
    const equals = skip(source, next + key.length)
    const open = skip(source, equals + 1)
    const quote = source[open]
    if (source[equals] !== '=' || (quote !== '"' && quote !== "'"))
      throw new Malformed(`the attribute '${key}' has no value in quotes`, next)
    const close = source.indexOf(quote, open + 1)
    if (close === -1) throw new Malformed(`the value of '${key}' is not closed`, open)
    const raw = source.slice(open + 1, close)
    if (raw.includes('<')) throw new Malformed(`the value of '${key}' holds a '<'`, open)
    if (attributes.has(key)) throw new Malformed(`<${name}> has '${key}' twice`, next)
    attributes.set(key, decode(raw, open + 1, entities))
    at = close + 1
  }
}

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at
  const name = NAME.exec(source)?.[0]
  if (name === undefined) throw new Malformed(`a '<' stands in the text`, at - 1)
  return name
}

function skip(source: string, at: number): number {
  SPACE.lastIndex = at
  SPACE.exec(source)
  return SPACE.lastIndex
}

/** `raw` with its references replaced. */
function decode(raw: string, at: number, entities: Entities): string {
  const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.exec(raw)
  if (forbidden !== null) throw new Malformed('a control character stands in the text', at + forbidden.index)
  if (!raw.includes('&')) return raw
  return raw.replace(/&([^;&\s]{0,32};)?/g, (reference, body: string | undefined, offset: number) => {
    const name = body?.slice(0, -1)
    if (name === undefined || name === '') throw new Malformed("a '&' stands in the text", at + offset)
    const number = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name)
    if (number !== null) {
      const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
      if (code === 0 || code > 0x10ffff) throw new Malformed(`${reference} is no character`, at + offset)
      return String.fromCodePoint(code)
    }
    const known = entities[name]
    if (known === undefined) throw new Malformed(`${reference} is no entity of XML`, at + offset)
    return known
  })
}
