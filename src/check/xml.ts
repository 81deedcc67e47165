/**
 * Whether a text is well-formed XML, and its elements for those who want to look inside. saxes reads it, strictly; the
 * plain entities of a document's own DTD, of which Illustrator writes many, are known.
 */
import { SaxesParser } from 'saxes'

interface XmlFault {
  /** as saxes words it, without the place */
  readonly message: string
  /** offset into the text */
  readonly at: number
}

export interface XmlElement {
  /** with its prefix, as written */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** all text directly in it, entities decoded */
  readonly text: string
  /** offset of its `<` */
  readonly at: number
}

type XmlResult = { readonly root: XmlElement } | { readonly fault: XmlFault }

interface Open extends XmlElement {
  readonly attributes: Map<string, string>
  readonly children: XmlElement[]
  text: string
}

class Malformed extends Error {}

/** The root of `source`, or what is wrong with it first. */
export function parseXml(source: string): XmlResult {
  const parser = new SaxesParser()
  const stack: Open[] = []
  let root: XmlElement | undefined
  let fault: XmlFault | undefined
  const addText = (text: string): void => {
    const open = stack.at(-1)
    if (open !== undefined) open.text += text
  }
  let seen = 0
  parser.on('error', (error) => {
    fault = bareAmpersand(source, seen, parser.position) ?? faultOf(error, source, parser.position)
    throw new Malformed()
  })
  parser.on('doctype', (dtd) => Object.assign(parser.ENTITIES, declaredEntities(dtd)))
  parser.on('opentag', ({ name, attributes }) => {
    const at = source.lastIndexOf('<', parser.position - 1)
    const element: Open = {
      name,
      attributes: new Map(Object.entries(attributes)),
      children: [],
      text: '',
      at,
    }
    stack.at(-1)?.children.push(element)
    stack.push(element)
    seen = parser.position
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    if (stack.length === 0) root = element
    seen = parser.position
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(source).close()
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
  }
  if (fault !== undefined) return { fault }
  return root === undefined ? { fault: { message: 'there is no element', at: 0 } } : { root }
}

/** saxes' words without their place, and the markup they are about. */
function faultOf(error: Error, source: string, end: number): XmlFault {
  const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  const at = Math.max(0, source.lastIndexOf('<', end - 1), source.lastIndexOf('&', end - 1))
  const markup = source.slice(at, end).split('\n', 1)[0] ?? ''
  return { message: markup === '' || message.includes(': ') ? message : `${message}: ${markup}`, at }
}

/** An `&` that begins no reference. saxes 6.0 reads on for its `;`, to the end of the text, and reports what that leaves open. */
function bareAmpersand(source: string, from: number, to: number): XmlFault | undefined {
  if (to < source.length) return undefined
  const at = source.indexOf('&', from)
  if (at === -1 || /^&#?\w{1,32};/.test(source.slice(at, at + 36))) return undefined
  return { message: "a bare '&' in the text", at }
}

/** The entities that a DTD in the document gives a text. */
function declaredEntities(dtd: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of dtd.matchAll(/<!ENTITY\s+([^\s%"'<]+)\s+["']([^"'<]*)["']/g))
    found[name] = value
  return found
}
