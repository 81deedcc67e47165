/** The collections other than posts. */
import { type Hash, isList, isTruthy, rubyToS } from '../base/index.ts'
import {
  type Collection,
  type DatedDocument,
  type Document,
  hashField,
  inReadOrder,
  isFuture,
  isPublished,
  type StaticFile,
  sortByKey,
  sortByList,
  withSuffix,
} from '../site/index.ts'
import { type ReadContext, siteFile } from './context.ts'
import { readDocument } from './document.ts'
import { HEADER_LENGTH, hasHeader } from './front-matter.ts'
import { staticFile } from './static-files.ts'
import { filesBelow } from './walk.ts'

/** What the configuration says of a collection. */
interface CollectionPlan {
  /** as written */
  readonly name: string
  /** the name without the characters that may not stand in one */
  readonly label: string
  readonly directory: string
  readonly metadata: Hash
  readonly template: string
  readonly write: boolean
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
    return {
      name,
      label,
      directory: `_${label}`,
      metadata,
      template: isTruthy(own) ? rubyToS(own) : withSuffix('/:collection/:path', permalink),
      write: isTruthy(metadata.get('output')),
    }
  })
}

/** A collection with its documents, in order. */
export interface ReadCollection {
  readonly collection: Collection
  readonly documents: readonly Document[]
}

/** Reads the files of a collection: those with front matter become documents, the others are copied. */
export function readCollection(ctx: ReadContext, plan: CollectionPlan): ReadCollection {
  const { collectionsDir } = ctx.config
  const base = collectionsDir === '' ? plan.directory : `${collectionsDir}/${plan.directory}`
  const documents: DatedDocument[] = []
  const staticFiles: StaticFile[] = []
  for (const { path, link } of filesBelow(ctx, base, true)) {
    const full = `${base}/${path}`
    if (!ctx.filter.keeps(plan.directory, path, link, full)) continue
    if (hasHeader(ctx.tree.head(full, HEADER_LENGTH))) {
      const document = collectionDocument(ctx, plan, full)
      if (document !== null) documents.push(document)
    } else {
      const file = siteFile(ctx, full, ctx.tree.stat(full), collectionsDir)
      const write = plan.write || !ctx.config.rules.hidesCollectionFiles
      staticFiles.push(staticFile(ctx, file, { ...plan, write }))
    }
  }
  return collectionOf(ctx, plan, documents, staticFiles)
}

function collectionDocument(ctx: ReadContext, plan: CollectionPlan, path: string): DatedDocument | null {
  const read = readDocument(ctx, { ...plan, path, collection: plan.label, draft: false })
  if (read === null || !isPublished(read.document.data, ctx.config)) return null
  const { document } = read
  return isFuture(document.date, ctx.time, ctx.config)
    ? { ...read, document: { ...document, write: false } }
    : read
}

/** Puts documents in the collection's order: by date and path, or as `sort_by` or `order` say. */
export function collectionOf(
  ctx: ReadContext,
  plan: CollectionPlan,
  unsorted: readonly DatedDocument[],
  staticFiles: readonly StaticFile[],
): ReadCollection {
  const documents = sorted(ctx, plan, unsorted)
  const { name, label, directory, metadata, write } = plan
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
  if (!ctx.config.rules.sortsCollections) return inReadOrder(unsorted)
  const order = plan.metadata.get('order')
  if (isList(order)) return sortByList(inReadOrder(unsorted), order, plan.directory)
  const key = plan.metadata.get('sort_by')
  if (typeof key !== 'string' || key === '') return inReadOrder(unsorted)
  const result = sortByKey(unsorted, key)
  ctx.diagnostics.push(...result.diagnostics)
  return result.documents
}
