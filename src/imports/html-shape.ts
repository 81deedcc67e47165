/** What is known of a tree of HTML before it is written: all of it in one pass, at any depth. */
import type { ElementNode, HtmlNode } from '../markup/index.ts'

/** Elements inside a paragraph. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr font big'.split(
    ' ',
  ),
)

/** Elements inside this many others stay HTML, with what they hold: nobody wrote them by hand. */
const DEEPEST = 60

export interface Shape {
  /** elements that hold one that ends a paragraph, at whatever depth */
  readonly blockHolders: ReadonlySet<ElementNode>
  /** elements at the depth from which on HTML stays as it is */
  readonly deepest: ReadonlySet<ElementNode>
}

export function shapeOf(nodes: readonly HtmlNode[]): Shape {
  const blockHolders = new Set<ElementNode>()
  const deepest = new Set<ElementNode>()
  const open: {
    readonly element: ElementNode | undefined
    readonly nodes: readonly HtmlNode[]
    at: number
  }[] = [{ element: undefined, nodes, at: 0 }]
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.nodes[level.at++]
    if (node === undefined) {
      open.pop()
      const parent = open.at(-1)?.element
      const { element } = level
      if (element === undefined || parent === undefined) continue
      if (!INLINE.has(element.name) || blockHolders.has(element)) blockHolders.add(parent)
    } else if (node.kind === 'element') {
      if (open.length === DEEPEST) deepest.add(node)
      open.push({ element: node, nodes: node.children, at: 0 })
    }
  }
  return { blockHolders, deepest }
}

/** A copy of `nodes` whose elements have other attributes. */
export function changeAttributes(
  nodes: readonly HtmlNode[],
  change: (element: ElementNode) => ElementNode['attributes'],
): HtmlNode[] {
  const top: HtmlNode[] = []
  const levels = [{ nodes, at: 0, changed: top }]
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.at++]
    if (node === undefined) levels.pop()
    else if (node.kind !== 'element') level.changed.push(node)
    else {
      const children: HtmlNode[] = []
      level.changed.push({ ...node, attributes: change(node), children })
      levels.push({ nodes: node.children, at: 0, changed: children })
    }
  }
  return top
}
