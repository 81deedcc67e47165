/** The table of contents: a list of lists in place of the list with `{:toc}`. */
import { Element } from '../element.ts'
import type { TocEntry, Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

interface Node {
  readonly entry: TocEntry
  readonly level: number
  readonly children: Node[]
}

/** Entries nested by level: each under the last one of a lower level. */
function nest(entries: readonly TocEntry[]): Node[] {
  const top: Node[] = []
  const stack: Node[] = []
  for (const entry of entries) {
    // The level as written: `header_offset` changes what prints, not what is nested.
    const level = entry.header.info?.level ?? 1
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop()
    const node: Node = { entry, level, children: [] }
    const parent = stack[stack.length - 1]
    if (parent) parent.children.push(node)
    else top.push(node)
    stack.push(node)
  }
  return top
}

/** An entry's text: the header's children without links and footnote markers. */
function withoutLinks(el: Element): Element {
  const out = new Element(el.type, el.value, [])
  out.attr = el.attr
  out.info = el.info
  out.line = el.line
  for (const child of el.children) {
    if (child.type === 'footnote') continue
    const clean = child.children.length > 0 ? withoutLinks(child) : child
    if (child.type === 'a') out.children.push(...clean.children)
    else out.children.push(clean)
  }
  return out
}

function nodesToHtml(
  w: Writer,
  nodes: readonly Node[],
  tag: string,
  attrs: string,
  prefix: string,
  indent: number,
): string {
  const pad = spaces(w, indent)
  let out = `${pad}<${tag}${attrs}>\n`
  for (const { entry, children } of nodes) {
    const text = w.inner(w, withoutLinks(entry.header), indent + 8)
    out += `${pad}  <li><a href="#${entry.id}" id="${prefix}${entry.id}">${text}</a>`
    if (children.length > 0) out += `${nodesToHtml(w, children, tag, '', prefix, indent + 4)}${pad}  `
    out += '</li>\n'
  }
  return `${out}${pad}</${tag}>\n`
}

/** The list for `el`, the element that had `{:toc}`. */
export function tocToHtml(w: Writer, el: Element): string {
  if (w.toc.length === 0) return ''
  const attr = new Map(el.attr ?? [])
  if (!attr.has('id')) attr.set('id', 'markdown-toc')
  return nodesToHtml(
    w,
    nest(w.toc),
    el.value === 'ol' ? 'ol' : 'ul',
    attributesToHtml(attr),
    `${attr.get('id')}-`,
    0,
  )
}
