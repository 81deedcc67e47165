/**
 * What the rendering of one document read of the site, as names of facts: a build that finds the same facts again need not
 * render it again (facts.ts says what they are now). Noting costs little, since templates read the same documents again and
 * again: one entry each.
 */
import type { DocId, Renderable } from '../site/index.ts'

/** Of so many documents of a collection each is noted by itself; of more, all of the collection. */
const SINGLE = 8

/** The same of their texts: many pages have lists of titles, few show the texts of more than the newest. */
const SINGLE_PARTS = 32

/** Parts of a document that templates read apart from its fields. */
export type DocumentPart = 'content' | 'excerpt' | 'files' | 'output' | 'source'

/** The kind of the fact that plugins took part whose work is recorded: it holds where they would do all of it again. */
export const RECORDED = 'recorded'

/** What parts a fact's kind from what it is about. */
export const SEPARATOR = ':'

export class Reads {
  private readonly documents = new Set<Renderable>()
  private parts: Map<DocumentPart, Set<Renderable>> | undefined
  /** what the other facts are about, by their kind */
  private readonly others = new Map<string, Set<string>>()
  private lastKind = ''
  private lastSet = new Set<string>()
  private last: Renderable | undefined

  /** The fields of `doc`: all but its text. */
  fields(doc: Renderable): void {
    if (doc === this.last) return
    this.last = doc
    this.documents.add(doc)
  }

  part(part: DocumentPart, doc: Renderable): void {
    this.parts ??= new Map()
    let read = this.parts.get(part)
    if (read === undefined) {
      read = new Set()
      this.parts.set(part, read)
    }
    read.add(doc)
  }

  /** The fact of that kind about `what`. */
  fact(kind: string, what = ''): void {
    // Templates read much of one kind: no text is made of the two for each reading.
    if (kind !== this.lastKind) {
      this.lastKind = kind
      this.lastSet = this.about(kind)
    }
    this.lastSet.add(what)
  }

  /** The facts with these names. */
  adopt(names: readonly string[]): void {
    for (const name of names) {
      const at = name.indexOf(SEPARATOR)
      this.about(name.slice(0, at)).add(name.slice(at + 1))
    }
  }

  /** The names of all facts that were read, but for the fields of the document whose turn it was. */
  names(own?: DocId): readonly string[] {
    const names = namesOf('fields', this.documents, own, SINGLE)
    for (const [kind, about] of this.others)
      for (const what of about) names.push(`${kind}${SEPARATOR}${what}`)
    for (const [part, documents] of this.parts ?? [])
      names.push(...namesOf(part, documents, undefined, SINGLE_PARTS))
    return names
  }

  private about(kind: string): Set<string> {
    let about = this.others.get(kind)
    if (about === undefined) {
      about = new Set()
      this.others.set(kind, about)
    }
    return about
  }
}

/** What the rendering of a document read until it was converted, and what to place it in its layouts. */
export class DocumentReads {
  readonly converting = new Reads()
  readonly placing = new Reads()
}

/**
 * The facts of kind `kind` about `documents` but `except`: single ones up to `most`, or those of a collection, or of the
 * pages.
 */
function namesOf(
  kind: string,
  documents: ReadonlySet<Renderable>,
  except: DocId | undefined,
  most: number,
): string[] {
  if (documents.size <= most) {
    const names: string[] = []
    for (const { id } of documents) if (id !== except) names.push(`${kind}${SEPARATOR}${id}`)
    return names
  }
  const byOwner = new Map<string, Renderable[]>()
  for (const doc of documents) {
    if (doc.id === except) continue
    const owner = doc.kind === 'page' ? '' : doc.collection
    const list = byOwner.get(owner)
    if (list === undefined) byOwner.set(owner, [doc])
    else list.push(doc)
  }
  return [...byOwner].flatMap(([owner, list]) =>
    list.length > most
      ? [`${kind} of all${SEPARATOR}${owner}`]
      : list.map(({ id }) => `${kind}${SEPARATOR}${id}`),
  )
}
