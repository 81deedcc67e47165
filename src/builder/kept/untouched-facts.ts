/** What holds without a look at it, because the documents that it is about are as in the build before. */
import { digest } from '../../base/index.ts'
import type { Facts } from '../../render/index.ts'
import type { DocId, Site } from '../../site/index.ts'
import type { Changes } from '../changes.ts'
import type { Fact, FactsRead, Traces } from './trace.ts'

/** What is as it was in the build before, where that had the same documents in the same places. */
export interface Untouched {
  /** whether the fact of that name (render/reads.ts), which held then, surely holds. Never true of those that change from document to document */
  fact(name: string): boolean
  /** the documents that may be others than they were */
  readonly changed: ReadonlySet<DocId>
  /** whether the fields of those are all the same */
  readonly sameFields: boolean
}

/** What is as it was in the build before, made by the same process under the same settings, but for `changes`. */
export function untouchedFacts(site: Site, { before, documents }: Changes, facts: Facts): Untouched {
  const digestIn = ({ renderables }: Site, id: DocId): string | null => {
    const doc = renderables.get(id)
    return doc === undefined ? null : facts.fields(doc)
  }
  const sameFields = [...documents].every((id) => {
    const digest = digestIn(site, id)
    return digest !== null && digest === digestIn(before, id)
  })
  return untouched(documents, sameFields, site.config === before.config)
}

/** Names what the collections and the pages of `site` list, and in which order. */
export function listsOf({ renderables, collections, pages }: Site): string {
  const lists = [...collections.values()].map(({ name, label, documents }) => [name, label, documents])
  return digest(JSON.stringify([[...renderables.keys()], lists, pages.map(({ id }) => id)]))
}

/**
 * The same where the build before was another process's, which left `traces` and called its lists `lists`: a document is
 * as it was where its trace says so.
 */
export function untouchedSince(
  site: Site,
  traces: Traces,
  lists: string | undefined,
  facts: Facts,
): Untouched | undefined {
  if (lists === undefined || lists !== listsOf(site)) return undefined
  const changed = new Set<DocId>()
  for (const [id, doc] of site.renderables) if (facts.own(doc) !== traces.get(id)?.own) changed.add(id)
  return untouched(changed, changed.size === 0, false)
}

function untouched(changed: ReadonlySet<DocId>, sameFields: boolean, sameSettings: boolean): Untouched {
  return {
    changed,
    sameFields,
    fact(name) {
      if (isOfLists(name)) return true
      const id = fieldsOf(name)
      if (id !== undefined) return sameFields || !changed.has(id)
      switch (name.slice(0, name.indexOf(':'))) {
        case 'fields of all':
        case 'terms':
          return sameFields
        case 'documents':
        case 'newest posts':
        case 'pages':
          return true
        case 'setting':
        case 'settings':
          return sameSettings
        default:
          return false
      }
    },
  }
}

/** What about the facts of a trace is to be looked at where lists are the same: worked out once, as every document has some. */
export interface CheckList {
  /** whose fields were read */
  readonly documents: readonly DocId[]
  readonly others: readonly Fact[]
}

export function checkList({ facts }: FactsRead): CheckList {
  const documents: DocId[] = []
  const others: Fact[] = []
  for (const fact of facts) {
    const id = fieldsOf(fact.name)
    if (id !== undefined) documents.push(id)
    else if (!isOfLists(fact.name)) others.push(fact)
  }
  return { documents, others }
}

function isOfLists(name: string): boolean {
  return name.startsWith('next:') || name.startsWith('previous:')
}

/** Whose fields the fact `name` is. */
function fieldsOf(name: string): DocId | undefined {
  return name.startsWith(FIELDS) ? name.slice(FIELDS.length) : undefined
}

const FIELDS = 'fields:'
