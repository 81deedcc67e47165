/**
 * Which traces are to be looked at where little changed: for a process that builds again and again, so that an edit costs what
 * it touches, and not a look at every document.
 *
 * Nothing is taken for stale here: who is named is asked as always. Who is not named has a trace whose facts all hold, as they
 * are about documents and lists that are as they were, or in common with others and asked once.
 */
import type { DocId } from '../../site/index.ts'
import type { Fact, Trace, Traces } from './trace.ts'
import { checkList, type Untouched } from './untouched-facts.ts'

export class TraceIndex {
  /** those with facts of other kinds, and those that left something for others or had something to say */
  readonly #single = new Set<DocId>()
  /** who read the fields of a document */
  readonly #readers = new Map<DocId, Set<DocId>>()
  readonly #byCommon = new Map<readonly Fact[], Set<DocId>>()

  constructor(traces: Traces) {
    for (const [id, trace] of traces) this.#add(id, trace)
  }

  /** Puts `trace` in the place of the trace `before` of the same document. */
  replace(id: DocId, before: Trace | undefined, trace: Trace | undefined): void {
    if (before !== undefined) this.#remove(id, before)
    if (trace !== undefined) this.#add(id, trace)
  }

  /** Those whose results may not hold; `isStale` is asked once of each list that documents have in common. */
  doubtful({ changed, sameFields }: Untouched, isStale: (common: readonly Fact[]) => boolean): Set<DocId> {
    const found = new Set(changed)
    for (const id of this.#single) found.add(id)
    if (!sameFields)
      for (const id of changed) for (const reader of this.#readers.get(id) ?? []) found.add(reader)
    for (const [common, ids] of this.#byCommon) if (isStale(common)) for (const id of ids) found.add(id)
    return found
  }

  #add(id: DocId, trace: Trace): void {
    const { documents, others } = checkList(trace)
    if (others.length > 0 || trace.besides !== undefined) this.#single.add(id)
    for (const read of documents) insert(this.#readers, read, id)
    insert(this.#byCommon, trace.common, id)
  }

  #remove(id: DocId, trace: Trace): void {
    this.#single.delete(id)
    for (const read of checkList(trace).documents) take(this.#readers, read, id)
    take(this.#byCommon, trace.common, id)
  }
}

function insert<Key>(table: Map<Key, Set<DocId>>, key: Key, id: DocId): void {
  const ids = table.get(key)
  if (ids === undefined) table.set(key, new Set([id]))
  else ids.add(id)
}

function take<Key>(table: Map<Key, Set<DocId>>, key: Key, id: DocId): void {
  const ids = table.get(key)
  if (ids?.delete(id) && ids.size === 0) table.delete(key)
}
