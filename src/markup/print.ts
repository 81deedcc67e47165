/**
 * A tree to HTML, as libxml2's writer of HTML 4 prints it: attributes in double quotes, no slash in empty elements, and
 * a line break at the edge of a block whose content does not begin or end with text.
 */
import { escapeXmlText } from '../base/index.ts'
import { type ElementNode, type HtmlNode, INLINE, KNOWN, VOID } from './tree.ts'

/** An element whose inside is being printed, or the top. */
interface Level {
  readonly nodes: readonly HtmlNode[]
  readonly parent: ElementNode | undefined
  at: number
  /** what follows the last of the nodes */
  readonly end: string
}

/** The text of `nodes`, which stand beside each other in a page's body. Any depth. */
export function printHtml(nodes: readonly HtmlNode[]): string {
  let out = ''
  const levels: Level[] = [{ nodes, parent: undefined, at: 0, end: '' }]
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.at++]
    if (node === undefined) {
      out += level.end
      levels.pop()
    } else if (node.kind === 'mark') out += node.source
    else if (node.kind === 'text') out += node.raw ? node.text : escapeXmlText(node.text)
    else {
      const { start, end } = printTags(node, level.parent, level.nodes[level.at])
      out += start
      levels.push({ nodes: VOID.has(node.name) ? [] : node.children, parent: node, at: 0, end })
    }
  }
  return out
}

/** What is printed before the content of an element, and what after it. */
function printTags(
  { name, attributes, children }: ElementNode,
  parent: ElementNode | undefined,
  next: HtmlNode | undefined,
): { readonly start: string; readonly end: string } {
  const isBlock = KNOWN.has(name) && !INLINE.has(name)
  // The break after an element; a paragraph (and `pre`, whose name begins alike) never has one inside.
  const after =
    isBlock &&
    next !== undefined &&
    next.kind !== 'text' &&
    parent !== undefined &&
    !parent.name.startsWith('p')
      ? '\n'
      : ''
  let start = `<${name}`
  for (const [key, value] of attributes) start += printAttribute(name, key, value)
  start += '>'
  if (VOID.has(name) || (name === 'li' && children.length === 0)) return { start, end: after }
  const breaks = isBlock && children.length > 1 && !name.startsWith('p')
  if (breaks && children[0]?.kind !== 'text') start += '\n'
  const before = breaks && children.at(-1)?.kind !== 'text' ? '\n' : ''
  return { start, end: `${before}</${name}>${after}` }
}

const ADDRESSES: ReadonlySet<string> = new Set(['action', 'href', 'src'])

/** Attributes that HTML 4 calls boolean: printed without their value, whatever it is. */
const BOOLEAN: ReadonlySet<string> = new Set(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected'.split(
    ' ',
  ),
)

function printAttribute(element: string, key: string, value: string | null): string {
  if (value === null || BOOLEAN.has(key)) return ` ${key}`
  const isAddress = ADDRESSES.has(key) || (key === 'name' && element === 'a')
  const text = escapeValue(isAddress ? escapeAddress(value.trimStart()) : value)
  if (!text.includes('"')) return ` ${key}="${text}"`
  return text.includes("'") ? ` ${key}="${text.replaceAll('"', '&quot;')}"` : ` ${key}='${text}'`
}

/** Comments in values stay as they are, for servers that fill them in. */
function escapeValue(value: string): string {
  let out = ''
  let at = 0
  for (;;) {
    const start = value.indexOf('<!--', at)
    const close = start === -1 ? -1 : value.indexOf('-->', start + 2)
    if (close === -1) return out + escapeXmlText(value.slice(at))
    out += escapeXmlText(value.slice(at, start)) + value.slice(start, close + 3)
    at = close + 3
  }
}

/** Percent escapes for what libxml2 lets no address hold: blanks, quotes, brackets, braces, letters beyond ASCII. */
function escapeAddress(text: string): string {
  return text.replace(/[^\w.!~*'()@/:=?;#%&,+<>-]+/g, (part) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  )
}
