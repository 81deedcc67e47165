/** Ways through a tree, without recursion: pages may nest as deep as their text is long. */
import type { ElementNode, HtmlNode } from './tree.ts'

interface Level {
  readonly nodes: readonly HtmlNode[]
  at: number
}

/** Shows `visit` each node in the order of the text. Where it answers false, what an element holds is left out. */
export function walkHtml(nodes: readonly HtmlNode[], visit: (node: HtmlNode) => boolean): void {
  const levels: Level[] = [{ nodes, at: 0 }]
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.at++]
    if (node === undefined) levels.pop()
    else if (visit(node) && node.kind === 'element') levels.push({ nodes: node.children, at: 0 })
  }
}

interface Changing extends Level {
  /** what this is the inside of, and where it will stand */
  readonly element: ElementNode | undefined
  readonly changed: HtmlNode[]
}

/**
 * A tree with other nodes in it: what `change` answers stands in place of a node. Where it answers undefined the node stays,
 * and the nodes that it holds are asked for next.
 */
export function changeHtml(
  nodes: readonly HtmlNode[],
  change: (node: HtmlNode) => readonly HtmlNode[] | undefined,
): HtmlNode[] {
  const top: Changing = { nodes, at: 0, element: undefined, changed: [] }
  const levels = [top]
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.at++]
    if (node === undefined) {
      levels.pop()
      if (level.element !== undefined)
        levels.at(-1)?.changed.push({ ...level.element, children: level.changed })
      continue
    }
    const instead = change(node)
    if (instead !== undefined) for (const each of instead) level.changed.push(each)
    else if (node.kind === 'element') levels.push({ nodes: node.children, at: 0, element: node, changed: [] })
    else level.changed.push(node)
  }
  return top.changed
}
