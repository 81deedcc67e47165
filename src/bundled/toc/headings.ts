/** The headings of a piece of HTML, with the names they are linked by. */
import { type ElementNode, type HtmlNode, walkHtml } from '../../plugin-api.ts'

export interface Heading {
  readonly element: ElementNode
  readonly level: number
  readonly text: string
  /** its own id, or one made of its text */
  readonly id: string
}

/** A heading with this class is left out. */
const LEFT_OUT = 'no_toc'

/**
 * The headings of levels `min` to `max`, in order, but those of class `no_toc` and those inside elements of the classes
 * `skipped`. Equal names made of texts are told apart by `-1`, `-2`.
 */
export function headingsOf(
  nodes: readonly HtmlNode[],
  min: number,
  max: number,
  skipped: ReadonlySet<string>,
): readonly Heading[] {
  const headings: Heading[] = []
  const used = new Map<string, number>()
  walkHtml(nodes, (node) => {
    if (node.kind !== 'element') return false
    const classes = (node.attributes.get('class') ?? '').split(/\s+/)
    const level = /^h[1-6]$/.test(node.name) ? Number(node.name[1]) : 0
    if (level >= min && level <= max && level > 0 && !classes.includes(LEFT_OUT)) {
      const text = textIn(node)
      const made = slugOf(text)
      const count = used.get(made) ?? 0
      used.set(made, count + 1)
      const id = node.attributes.get('id') ?? (count === 0 ? made : `${made}-${count}`)
      headings.push({ element: node, level, text, id })
    }
    return !classes.some((name) => skipped.has(name))
  })
  return headings
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}

function textIn({ children }: ElementNode): string {
  let text = ''
  walkHtml(children, (node) => {
    if (node.kind === 'text') text += node.text
    return true
  })
  return text
}
