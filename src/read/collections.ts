/** The collections other than posts. */
import { type Hash, isList, isTruthy, rubyToS } from '../base/index.ts'
import {
  type Collection,
  type DatedDocument,
  type Document,
  type Home,
  hashField,
  homeOf,
  inReadOrder,
  isListed,
  type StaticFile,
  sortByKey,
  sortByList,
  withSuffix,
} from '../site/index.ts'
import { copiedFile, type ReadContext, startsWithHeader } from './context.ts'
import { readDocument } from './document.ts'
import { keptSource, lookFirst } from './kept-source.ts'
import { remembered } from './read-memory.ts'
import { staticFile } from './static-files.ts'
import { filesBelow } from './walk.ts'

/** What the configuration says of a collection. */
interface CollectionPlan {
  /** as written */
  readonly name: string
  readonly metadata: Hash
  /** its label is the name without the characters that may not stand in one */
  readonly home: Home
}

/** The collections of the configuration, `posts` first. Their settings are found under the label, as in Jekyll. */
export function collectionPlans(ctx: ReadContext): readonly CollectionPlan[] {
  const { permalink, reading } = ctx.config
  const { collections } = reading
  return Array.from(collections.keys(), (key) => {
    const name = rubyToS(key)
    const label = name.replace(/[^a-z0-9_\-.]/gi, '')
    const metadata = hashField(collections, label)
    const own = metadata.get('permalink')
    const home = homeOf(ctx, {
      label,
      directory: `_${label}`,
      permalink: isTruthy(own) ? rubyToS(own) : withSuffix('/:collection/:path', permalink),
      write: isTruthy(metadata.get('output')),
    })
    return { name, metadata, home }
  })
}

/** A collection with its documents, in order. */
export interface ReadCollection {
  readonly collection: Collection
  readonly documents: readonly Document[]
}

/**
 * Reads the files of a collection: those with front matter become documents, the others are copied. A collection `data`
 * stays empty, as the files in `_data` are read as data.
 */
export function readCollection(ctx: ReadContext, plan: CollectionPlan): ReadCollection {
  const { collectionsDir } = ctx.config
  const { home } = plan
  if (home.label === 'data') return collectionOf(ctx, plan, [], [])
  const base = collectionsDir === '' ? home.directory : `${collectionsDir}/${home.directory}`
  const documents: DatedDocument[] = []
  const staticFiles: StaticFile[] = []
  for (const { path, link } of filesBelow(ctx, base, true)) {
    const full = `${base}/${path}`
    if (!ctx.filter.keeps(home.directory, path, link, full)) continue
    const read = remembered(ctx, full, `file of ${home.label}`, () =>
      keptSource(ctx, full, `document of ${home.label}`, home, () => {
        lookFirst(ctx, full)
        return startsWithHeader(ctx, full) && readDocument(ctx, { path: full, home, draft: false })
      }),
    )
    if (read !== false) {
      if (read !== null && isListed(read.document.data, home)) documents.push(read)
    } else {
      const write = home.write || !ctx.config.rules.hidesCollectionFiles
      staticFiles.push(
        remembered(ctx, full, `static file ${home.label}`, () =>
          staticFile(ctx, copiedFile(ctx, full, collectionsDir), { ...home, write }),
        ),
      )
    }
  }
  return collectionOf(ctx, plan, documents, staticFiles)
}

/** Puts documents in the collection's order: by date and path, or, all but posts, as `sort_by` or `order` say. */
export function collectionOf(
  ctx: ReadContext,
  plan: CollectionPlan,
  unsorted: readonly DatedDocument[],
  staticFiles: readonly StaticFile[],
): ReadCollection {
  const documents = sorted(ctx, plan, unsorted)
  const { name, metadata } = plan
  const { label, directory, write } = plan.home
  return {
    collection: {
      name,
      label,
      directory,
      metadata,
      write,
      documents: documents.map((doc) => doc.id),
      staticFiles,
    },
    documents,
  }
}

function sorted(
  ctx: ReadContext,
  plan: CollectionPlan,
  unsorted: readonly DatedDocument[],
): readonly Document[] {
  // Posts go by their dates whatever the collection says.
  if (!ctx.config.rules.sortsCollections || plan.home.label === 'posts') return inReadOrder(unsorted)
  const order = plan.metadata.get('order')
  if (isList(order)) return sortByList(inReadOrder(unsorted), order, plan.home.directory)
  const key = plan.metadata.get('sort_by')
  if (typeof key !== 'string' || key === '') return inReadOrder(unsorted)
  const result = sortByKey(unsorted, key)
  ctx.diagnostics.push(...result.diagnostics)
  return result.documents
}
