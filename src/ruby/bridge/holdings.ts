/** Documents of the site that plugins in Ruby put into the `data` of documents and pages. */
import { type Hash, isHash, isList, type Value } from '../../base/index.ts'
import { withFrontMatter } from '../../plugins/index.ts'
import { type DocId, type Holding, type Renderable, type Site, shownHolding } from '../../site/index.ts'
import { DocumentReference } from './wire.ts'

/** What `fromWire` puts in the place of a document that a plugin left in `data`. */
export function mentioned(site: Site): (id: string) => unknown {
  return (id) => (site.renderables.has(id) ? new DocumentReference(id) : null)
}

interface Apart {
  /** with nil for what holds documents */
  readonly data: Hash
  readonly listings: ReadonlyMap<string, Holding>
}

/** `values` that a plugin left, from `fromWire` with `mentioned`. */
export function apart(values: Hash): Apart {
  const data = new Map<Value, Value>(values)
  const listings = new Map<string, Holding>()
  for (const [key, value] of values)
    if (typeof key === 'string' && holds(value)) {
      listings.set(key, holdingOf(value))
      data.set(key, null)
    }
  return { data, listings }
}

/** `doc` with `values`, as `apart` takes them, in its front matter. */
export function withValues<Doc extends Renderable>(doc: Doc, values: Hash): Doc {
  const { data, listings } = apart(values)
  const kept = [...(doc.listings ?? [])].filter(([key]) => !values.has(key))
  return withListings(withFrontMatter(doc, data), new Map([...kept, ...listings]))
}

/** `doc` with these listings and no others. */
export function withListings<Doc extends Renderable>(doc: Doc, listings: Apart['listings']): Doc {
  return listings.size === 0 && doc.listings === undefined ? doc : { ...doc, listings }
}

/** The front matter of `doc` with what `shown` gives for documents in it. */
export function dataWith({ data, listings }: Renderable, shown: (id: DocId) => unknown): Hash {
  if (listings === undefined) return data
  const held = [...listings].map(
    ([key, holding]) => [key, shownHolding(holding, shown) as Value] as readonly [Value, Value],
  )
  return new Map([...data, ...held])
}

/** The document that `value` is, or that it shows; undefined where it is something else. */
function documentIn(value: unknown): DocId | undefined {
  if (value instanceof DocumentReference) return value.id
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return undefined
  return typeof value.documentId === 'string' ? value.documentId : undefined
}

function holds(value: unknown): boolean {
  if (documentIn(value) !== undefined) return true
  if (isList(value)) return value.some(holds)
  return isHash(value) && [...value.values()].some(holds)
}

function holdingOf(value: unknown): Holding {
  const id = documentIn(value)
  if (id !== undefined) return id
  if (!holds(value)) return { value: value as Value }
  if (isList(value)) return value.map(holdingOf)
  return new Map([...(value as Hash)].map(([key, item]) => [key, holdingOf(item)] as const))
}
