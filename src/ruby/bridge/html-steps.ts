/** HTML as a list of steps through its tree: so it goes to Ruby and comes back, however deep it is. */
import { type ElementNode, type HtmlNode, parseHtml, printHtml } from '../../markup/index.ts'

/**
 * - `['open', name, key, value, …]`: an element begins; a value may be null
 * - `['close']`: it ends
 * - `['text', text]`, `['raw', text]` of scripts and styles, `['mark', source]`: comments and declarations
 */
type Step = readonly [kind: string, ...more: readonly (string | null)[]]

/** The steps through `html`, a piece of a page's body. */
export function htmlSteps(html: string): readonly Step[] {
  const steps: Step[] = []
  const levels = [{ nodes: parseHtml(html), at: 0 }]
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.at++]
    if (node === undefined) {
      levels.pop()
      if (levels.length > 0) steps.push(['close'])
    } else if (node.kind === 'element') {
      steps.push(['open', node.name, ...[...node.attributes].flat()])
      levels.push({ nodes: node.children, at: 0 })
    } else if (node.kind === 'mark') steps.push(['mark', node.source])
    else steps.push([node.raw ? 'raw' : 'text', node.text])
  }
  return steps
}

/** The text of what `steps` go through. */
export function htmlOfSteps(steps: readonly Step[]): string {
  const top: HtmlNode[] = []
  const levels: HtmlNode[][] = [top]
  for (const [kind, ...more] of steps) {
    const [first] = more
    if (kind === 'close') levels.pop()
    else if (kind === 'open') {
      const attributes = new Map<string, string | null>()
      for (let i = 1; i < more.length; i += 2) attributes.set(String(more[i]), more[i + 1] ?? null)
      const element: ElementNode = { kind: 'element', name: String(first), attributes, children: [] }
      levels.at(-1)?.push(element)
      levels.push(element.children)
    } else if (kind === 'mark') levels.at(-1)?.push({ kind: 'mark', source: String(first) })
    else levels.at(-1)?.push({ kind: 'text', text: String(first), raw: kind === 'raw' })
  }
  return printHtml(top)
}
