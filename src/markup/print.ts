/**
 * A tree to HTML, as libxml2's writer of HTML 4 prints it: attributes in double quotes, no slash in empty elements, and
 * a line break at the edge of a block whose content does not begin or end with text.
 */
import { escapeXmlText } from '../base/index.ts'
import { type ElementNode, type HtmlNode, INLINE, KNOWN, VOID } from './tree.ts'

/** The text of `nodes`, which stand beside each other in a page's body. */
export function printHtml(nodes: readonly HtmlNode[]): string {
  let out = ''
  for (const node of nodes) out += printNode(node, undefined, undefined)
  return out
}

function printNode(node: HtmlNode, parent: ElementNode | undefined, next: HtmlNode | undefined): string {
  if (node.kind === 'mark') return node.source
  if (node.kind === 'text') return node.raw ? node.text : escapeXmlText(node.text)
  const { name, attributes, children } = node
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
  let out = `<${name}`
  for (const [key, value] of attributes) out += printAttribute(name, key, value)
  out += '>'
  if (VOID.has(name)) return out + after
  const breaks = isBlock && children.length > 1 && !name.startsWith('p')
  if (breaks && children[0]?.kind !== 'text') out += '\n'
  for (const [index, child] of children.entries()) out += printNode(child, node, children[index + 1])
  if (breaks && children.at(-1)?.kind !== 'text') out += '\n'
  return `${out}</${name}>${after}`
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
  const text = escapeXmlText(isAddress ? escapeAddress(value.trimStart()) : value)
  if (!text.includes('"')) return ` ${key}="${text}"`
  return text.includes("'") ? ` ${key}="${text.replaceAll('"', '&quot;')}"` : ` ${key}='${text}'`
}

/** Percent escapes for what libxml2 lets no address hold: blanks, quotes, brackets, braces, letters beyond ASCII. */
function escapeAddress(text: string): string {
  return text.replace(/[^\w.!~*'()@/:=?;#%&,+<>-]+/g, (part) =>
    encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')),
  )
}
