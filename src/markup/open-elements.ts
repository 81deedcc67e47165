/** The elements that are open while HTML is read. */
import type { ElementNode } from './tree.ts'

/** An end tag does not reach beyond an open element of a higher rank. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['div', 150],
  ['td', 160],
  ['th', 160],
  ['tr', 170],
  ['thead', 180],
  ['tbody', 180],
  ['tfoot', 180],
  ['table', 190],
  ['head', 200],
  ['body', 200],
  ['html', 220],
])
const LEVELS = [...new Set(RANKS.values())]
const rankOf = (name: string): number => RANKS.get(name) ?? 100

/** Finds the element that an end tag closes without a look at all that is open. */
export class OpenElements {
  readonly #open: { readonly element: ElementNode; readonly tag: string }[]
  /** where the elements of a name stand, and those of a rank that stops others */
  readonly #byName = new Map<string, number[]>()
  readonly #byRank = new Map<number, number[]>(LEVELS.map((rank) => [rank, []]))

  constructor(top: ElementNode) {
    this.#open = [{ element: top, tag: '' }]
  }

  get current(): ElementNode {
    return this.#open[this.#open.length - 1]!.element
  }

  /** the innermost element as it is written, a prefix with it: end tags go by that */
  get tag(): string {
    return this.#open[this.#open.length - 1]!.tag
  }

  /** whether only the top is open */
  get isEmpty(): boolean {
    return this.#open.length === 1
  }

  push(element: ElementNode, tag: string): void {
    const at = this.#open.push({ element, tag }) - 1
    const places = this.#byName.get(tag)
    if (places === undefined) this.#byName.set(tag, [at])
    else places.push(at)
    this.#byRank.get(rankOf(tag))?.push(at)
  }

  pop(): void {
    const name = this.#open.pop()?.tag ?? ''
    this.#byName.get(name)?.pop()
    this.#byRank.get(rankOf(name))?.pop()
  }

  /** Ends the innermost element `name` and all inside it, unless something of a higher rank stands between. */
  close(name: string): void {
    const at = this.#byName.get(name)?.at(-1)
    if (at === undefined) return
    for (const rank of LEVELS) if (rank > rankOf(name) && (this.#byRank.get(rank)?.at(-1) ?? 0) > at) return
    while (this.#open.length > at) this.pop()
  }
}
