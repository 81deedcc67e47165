/** Lists of facts, each there once: documents of one layout read much the same. */
import { digest } from '../../base/index.ts'
import type { Fact } from './trace.ts'

/** The list that was walked so far, and what may follow. */
interface Step {
  list?: readonly Fact[]
  readonly next: Map<Fact, Step>
}

export class FactLists {
  readonly #first: Step = { next: new Map() }
  readonly #names = new Map<readonly Fact[], string>()

  /** The one list with the facts of `list`, in its order. */
  same(list: readonly Fact[]): readonly Fact[] {
    let step = this.#first
    for (const fact of list) {
      let next = step.next.get(fact)
      if (next === undefined) {
        next = { next: new Map() }
        step.next.set(fact, next)
      }
      step = next
    }
    step.list ??= list
    return step.list
  }

  /** A name for `list`, the same for lists that are alike. */
  named(list: readonly Fact[]): string {
    let name = this.#names.get(list)
    if (name === undefined) {
      name = digest(
        list.map((fact) => `${fact.name.length}:${fact.name}${fact.digest.length}:${fact.digest}`).join(''),
      )
      this.#names.set(list, name)
    }
    return name
  }
}
