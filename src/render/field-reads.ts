/**
 * What the fields of plugins read of the site. Fields may keep what they found for the next page that asks; so all that a
 * plugin's fields read is gathered, and counts for each page that asks one of them. A field that is plain data is a fact
 * itself: while it is the same, it makes no difference what it was found in.
 */
import { dataText, digest } from '../base/index.ts'
import { type DocId, isUndated, type Renderable } from '../site/index.ts'
import { JekyllDrop } from './drops/drop.ts'
import type { Reads } from './reads.ts'

export class FieldReads {
  /** the field that is asked for: what its plugin read so far, and where to note what it reads now */
  #answering: { readonly known: Reads; readonly own: Reads } | undefined
  readonly #digests = new WeakMap<object, string | null>()

  /** @param turn what is read in the turn that it is; undefined where nobody wants to know */
  constructor(private readonly turn: () => Reads | undefined) {}

  /** Notes what the plugin reads whose fields read `known` so far. */
  note(known: Reads, note: (reads: Reads) => void): void {
    if (this.#answering?.known === known) {
      note(this.#answering.own)
      return
    }
    note(known)
    const reads = this.turn()
    if (reads !== undefined) note(reads)
  }

  /**
   * What `run` finds for the field `name`, of `doc` or of the site. Where it is no plain data, what the plugin read so far
   * counts as read: it may hold any of that, and be asked for more later.
   */
  field(known: Reads, name: string, run: () => unknown, doc?: Renderable): unknown {
    const value = this.#answer(known, known, run)
    const reads = this.turn()
    if (reads === undefined) return value
    if (this.digestOf(value) !== null) {
      if (doc === undefined) reads.fact('site field', name)
      else reads.fact('field', `${name}\0${doc.id}`)
      return value
    }
    reads.adopt(known.names())
    if (doc === undefined) return value
    reads.part('source', doc)
    if (isUndated(doc)) reads.fact('time')
    return value
  }

  /** What `run` finds for the value `name`, which counts as read alone; where it is no plain data, what was read for it. */
  value<Made>(known: Reads, name: string, own: Reads, run: () => Made): Made {
    const value = this.#answer(known, own, run)
    this.note(known, (reads) => {
      if (this.digestOf(value) === null) reads.adopt(own.names())
      else reads.fact('value', name)
    })
    return value
  }

  /** A digest of what a field is: of plain data, and of lists of documents, which are read one by one; null of anything else. */
  digestOf(value: unknown): string | null {
    if (typeof value !== 'object' || value === null) return digestOf(value)
    let made = this.#digests.get(value)
    if (made === undefined) {
      made = digestOf(idsIn(value) ?? value)
      this.#digests.set(value, made)
    }
    return made
  }

  /** Runs `run`; what the fields that read `known` read of the site meanwhile goes to `own` alone. */
  #answer<Made>(known: Reads, own: Reads, run: () => Made): Made {
    const before = this.#answering
    this.#answering = { known, own }
    try {
      return run()
    } finally {
      this.#answering = before
    }
  }
}

function digestOf(data: unknown): string | null {
  const text = dataText(data)
  return text === undefined ? null : digest(text)
}

/** The documents in a list of what templates see of them; undefined where it is none. */
function idsIn(value: object): readonly DocId[] | undefined {
  if (!Array.isArray(value)) return undefined
  const ids: DocId[] = []
  for (const item of value as readonly unknown[]) {
    if (!(item instanceof JekyllDrop) || item.documentId === undefined) return undefined
    ids.push(item.documentId)
  }
  return ids
}
