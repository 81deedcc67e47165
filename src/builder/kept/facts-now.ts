/**
 * Facts as a build finds them, each found out once where it is the same for all documents; and which of the last build's
 * still hold.
 */
import { changesByDocument, type Facts, nothingRendered, type Progress } from '../../render/index.ts'
import type { Renderable } from '../../site/index.ts'
import { FactLists } from './fact-lists.ts'
import type { Fact, FactsRead, Trace } from './trace.ts'
import { type CheckList, checkList, type Untouched } from './untouched-facts.ts'

export class FactsNow {
  private readonly beginning = nothingRendered()
  /** facts as they are, one object each, by name; for those that are the same for all documents */
  private readonly lasting = new Map<string, Fact | null>()
  /** whether a fact of the last build still holds */
  private readonly holding = new Map<Fact, boolean>()
  private readonly lists = new FactLists()
  /** the first fact that no longer holds of lists of the last build; null where there is none */
  private readonly checked = new Map<readonly Fact[], Fact | null>()

  /** `checkLists` lasts from build to build, `untouched` is what need not be looked at. */
  constructor(
    private readonly facts: Facts,
    private readonly untouched: Untouched | undefined,
    private readonly checkLists: WeakMap<FactsRead, CheckList>,
  ) {}

  /** The first of the facts that were `read` that no longer holds after `progress`. */
  stale(read: FactsRead, progress: Progress): Fact | undefined {
    return this.staleAmong(read, (fact) => this.holds(fact, progress)) ?? this.staleIn(read.common)
  }

  /** Whether all facts hold, unless the documents before the one that read them leave something else. */
  mayHold(read: FactsRead): boolean {
    const holds = (fact: Fact): boolean => changesByDocument(fact.name) || this.holds(fact, this.beginning)
    return this.staleAmong(read, holds) === undefined && this.staleIn(read.common) === undefined
  }

  /** Whether `doc` itself is as it was. */
  isAsItWas(doc: Renderable, { own }: Trace): boolean {
    return this.untouched?.changed.has(doc.id) === false || own === this.facts.own(doc)
  }

  /** The first fact, of those that hardly another document read, that no longer holds. */
  private staleAmong(read: FactsRead, holds: (fact: Fact) => boolean): Fact | undefined {
    if (this.untouched !== undefined) {
      const { changed, sameFields } = this.untouched
      let list = this.checkLists.get(read)
      if (list === undefined) {
        list = checkList(read)
        this.checkLists.set(read, list)
      }
      if (sameFields || !list.documents.some((id) => changed.has(id)))
        return list.others.find((fact) => !holds(fact))
    }
    return read.facts.find((fact) => !holds(fact))
  }

  /** Whether `fact`, of the last build, is the same after `progress`. */
  holds(fact: Fact, progress: Progress): boolean {
    if (this.untouched?.fact(fact.name) === true) return true
    const known = this.holding.get(fact)
    if (known !== undefined) return known
    const holds = this.facts.now(fact.name, progress) === fact.digest
    if (changesByDocument(fact.name)) return holds
    this.holding.set(fact, holds)
    if (holds) this.lasting.set(fact.name, fact)
    return holds
  }

  /** The first fact of a list in common that no longer holds. */
  staleIn(common: readonly Fact[]): Fact | undefined {
    let stale = this.checked.get(common)
    if (stale === undefined) {
      stale = common.find((fact) => !this.holds(fact, this.beginning)) ?? null
      this.checked.set(common, stale)
      // Who is rendered now and reads the same has the same list.
      if (stale === null) this.lists.same(common)
    }
    return stale ?? undefined
  }

  /** Whether `fact`, which somebody found in this very site, is as others found it: the first is believed. */
  isAsFound(fact: Fact): boolean {
    const known = this.lasting.get(fact.name)
    if (known === undefined) this.lasting.set(fact.name, fact)
    return known === undefined || known?.digest === fact.digest
  }

  /** A name for a list of facts. */
  named(common: readonly Fact[]): string {
    return this.lists.named(common)
  }

  /** The facts with these names as they are; null where one cannot be known again. */
  of(names: readonly string[], progress: Progress): FactsRead | null {
    const facts: Fact[] = []
    const common: Fact[] = []
    for (const name of names) {
      const fact = this.factOf(name, progress)
      if (fact === null) return null
      if (ofFewDocuments(name)) facts.push(fact)
      else common.push(fact)
    }
    return { facts, common: this.lists.same(common) }
  }

  /** Those of `all` with these names. */
  among({ facts, common }: FactsRead, names: ReadonlySet<string>): FactsRead {
    const part = (list: readonly Fact[]): readonly Fact[] => list.filter(({ name }) => names.has(name))
    return { facts: part(facts), common: this.lists.same(part(common)) }
  }

  private factOf(name: string, progress: Progress): Fact | null {
    const changing = changesByDocument(name)
    const known = changing ? undefined : this.lasting.get(name)
    if (known !== undefined) return known
    const is = this.facts.now(name, progress)
    const fact = is === null ? null : { name, digest: is }
    if (!changing) this.lasting.set(name, fact)
    return fact
  }
}

/** Whether hardly more than one document reads the fact `name`, or each finds its own. */
function ofFewDocuments(name: string): boolean {
  return FEW.test(name) || changesByDocument(name)
}

const FEW = /^(?:fields|next|previous|field|file at|post|post of):/
