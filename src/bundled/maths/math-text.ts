/** Formulas of MathML in a line of text: `t = n/r`, `x^2`, `√(a + b)`. For descriptions, summaries and other text without tags. */
import { type ElementNode, escapeHtml, type HtmlNode, parseHtml } from '../../plugin-api.ts'

const OPEN = '<math'
const CLOSE = '</math>'
const SPACED = /^[=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦+−±∓×÷∪∩∧∨≪≫∣]$/
/** how deep elements nest that are looked at: no formula is deeper */
const DEEPEST = 200
const BEFORE_INFIX = /[^\s([{,]/
const INVISIBLE = /[\u2061-\u2064\u200b]/g
const SIMPLE = /^[\p{L}\p{N}.\u0300-\u036f]*$/u

/** `html` with each formula as text. Linear. */
export function withMathText(html: string): string {
  let at = html.indexOf(OPEN)
  if (at === -1) return html
  let out = ''
  let from = 0
  while (at !== -1) {
    const end = html.indexOf(CLOSE, at)
    if (end === -1) break
    out +=
      html.slice(from, at) +
      escapeHtml(
        textOf(parseHtml(html.slice(at, end)))
          .replace(/\s+/g, ' ')
          .trim(),
      )
    from = end + CLOSE.length
    at = html.indexOf(OPEN, from)
  }
  return out + html.slice(from)
}

/** Nodes beside each other, with blanks around what relates them. */
function textOf(nodes: readonly HtmlNode[], depth = 0): string {
  if (depth > DEEPEST) return ''
  let out = ''
  let last = ''
  for (const node of nodes) {
    const text = textOfNode(node, depth + 1)
    // A sign stands behind nothing, a bracket or another operator.
    const isInfix = SPACED.test(text) && BEFORE_INFIX.test(last.slice(-1))
    const piece = isInfix ? ` ${text} ` : text === ',' ? ', ' : text
    if (piece !== '') last = piece
    out += piece
  }
  return out
}

function textOfNode(node: HtmlNode, depth: number): string {
  if (node.kind === 'text') return node.text.replace(INVISIBLE, '')
  if (node.kind === 'mark') return ''
  const parts = node.children.filter((child): child is ElementNode => child.kind === 'element')
  const part = (index: number): string => textOf(parts.slice(index, index + 1), depth).trim()
  switch (node.name) {
    case 'mfrac':
      return `${grouped(part(0))}/${grouped(part(1))}`
    case 'msup':
      return `${grouped(part(0))}^${grouped(part(1))}`
    case 'msub':
    case 'munder':
      return `${part(0)}_${grouped(part(1))}`
    case 'mover':
      return node.attributes.get('accent') === 'true' ? part(0) : `${part(0)}^${grouped(part(1))}`
    case 'msubsup':
    case 'munderover':
      return `${part(0)}_${grouped(part(1))}^${grouped(part(2))} `
    case 'msqrt':
      return `√${grouped(textOf(node.children, depth).trim())}`
    case 'mroot':
      return `${part(1)}√${grouped(part(0))}`
    case 'mspace':
      return ' '
    case 'mtr':
      return `${parts
        .map((cell) => textOf([cell], depth).trim())
        .filter((cell) => cell !== '')
        .join(' ')}; `
    case 'mtable':
      return textOf(node.children, depth).replace(/; $/, '')
    case 'annotation':
      return ''
    default:
      return textOf(node.children, depth)
  }
}

/** In brackets where it is more than one thing. */
function grouped(text: string): string {
  return SIMPLE.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`
}
