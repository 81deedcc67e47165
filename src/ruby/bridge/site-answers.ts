/** What Ruby asks about the site. */
import { type Hash, isHash, isList, parseYaml, slugify, type Value, zoneFor } from '../../base/index.ts'
import { makePage } from '../../plugins/index.ts'
import {
  type DocId,
  defaultsFor,
  documentId,
  outputPathOf,
  type Page,
  type Renderable,
  type Site,
} from '../../site/index.ts'
import type { Answers } from './conversation.ts'
import { apart, dataWith, mentioned } from './holdings.ts'
import { DocumentReference, fromWire, type Held, type Wire } from './wire.ts'

/** The answers about `site()`, as it is when somebody asks. */
export function siteAnswers(site: () => Site, held: Held): Answers {
  const renderable = (id: Wire): Renderable => {
    const found = site().renderables.get(String(id))
    if (found === undefined) throw new Error(`the site has no document or page ${String(id)} any more`)
    return found
  }
  const documents = (ids: readonly DocId[]): readonly DocId[] =>
    ids.filter((id) => site().renderables.has(id))
  return {
    time: () => site().time,
    collections: () => [...site().collections.keys()],
    documents: (label) => documents(site().collections.get(String(label))?.documents ?? []),
    collection_of: (id) => {
      const found = renderable(id)
      return found.kind === 'document' ? found.collection : null
    },
    document: (id) => documentFields(site(), renderable(id)),
    content: (id) => renderable(id).body,
    pages: () => site().pages.map(({ id }) => id),
    static_files: () =>
      site().staticFiles.map(({ file, url, collection, data }) => ({
        path: `${file.root}/${file.path}`,
        relative_path: `/${file.path}`,
        url,
        collection: collection ?? null,
        data,
        mtime: Math.floor(file.mtime / 1000),
      })),
    site_data: () => site().data,
    layouts: () =>
      new Map(
        [...site().layouts].map(([name, { data, body, file }]) => [
          name,
          { data, content: body, path: `${file.root}/${file.path}` },
        ]),
      ),
    defaults: (path, type) => defaultsFor(site().defaults, String(path), String(type)),
    slugify: (text, mode) => slugify(String(text), String(mode)),
    yaml: (text) => {
      const { timezone, reference } = site().config
      const read = parseYaml(String(text), zoneFor(timezone), '<front matter>', reference.yaml)
      if ('value' in read) return read.value
      throw new Error(read.error.message)
    },
    url: (parts) => pageOf(site(), parts, held).url,
  }
}

/** What Ruby's objects for documents and pages begin with. */
function documentFields({ renderables }: Site, doc: Renderable): object {
  const { file, url, outputPath, excerpt } = doc
  const dot = outputPath.lastIndexOf('.')
  return {
    id: idOf(doc),
    data: dataWith(doc, (id) => (renderables.has(id) ? new DocumentReference(id) : undefined)),
    excerpt,
    url,
    path: doc.kind === 'document' ? `${file.root}/${file.path}` : file.path,
    relative_path: file.path,
    output_path: outputPath,
    output_ext: dot < 0 ? '' : outputPath.slice(dot),
    ...(doc.kind === 'document'
      ? { date: doc.date, draft: doc.draft }
      : { name: doc.name, source_dir: doc.dir }),
  }
}

/** What templates see as `id` of a document; pages have none. */
function idOf(doc: Renderable): string | null {
  return doc.kind === 'document' ? documentId(doc) : null
}

/**
 * A document or page where a plugin put it into the data of the site: what is known of it before it is rendered, as a hash. Templates
 * find no `content` there. Documents in its own data are what `shown` gives for them.
 */
export function snapshot(doc: Renderable, shown: (id: string) => unknown): Hash {
  const { file, url } = doc
  const own: readonly (readonly [string, Value])[] =
    doc.kind === 'document'
      ? [
          ['id', idOf(doc)],
          ['date', doc.date],
          ['collection', doc.collection],
        ]
      : [['name', doc.name]]
  return new Map<Value, Value>([
    ...dataWith(doc, shown),
    ...own,
    ['url', url],
    ['path', file.path],
    ['relative_path', file.path],
  ])
}

/** The page that a plugin made as `path`, `body` and `data`. */
export function pageOf(site: Site, parts: Wire, held: Held): Page {
  const made = fromWire(parts, held, mentioned(site))
  const field = (key: string): unknown => (isHash(made) ? made.get(key) : undefined)
  const given = field('data')
  const { data, listings } = apart(isHash(given) ? (given as Hash) : new Map())
  const page = makePage(site, {
    path: String(field('path') ?? ''),
    body: String(field('body') ?? ''),
    data,
    listings,
    generatedBy: 'ruby',
  })
  const url = field('url')
  return typeof url === 'string' ? withUrl(page, url) : page
}

/** `doc` at the URL that a plugin chose. */
export function withUrl<Doc extends Renderable>(doc: Doc, url: string): Doc {
  return { ...doc, url, outputPath: outputPathOf(url, doc.outputExt) }
}

/** `value` for templates where it is a list or hash with documents of the site in it: their drops. */
export function withDrops(value: unknown, drop: (doc: Renderable) => unknown): unknown {
  if (isList(value)) return value.map((item) => withDrops(item, drop))
  if (isHash(value)) return new Map([...value].map(([key, item]) => [key, withDrops(item, drop)]))
  return isRenderable(value) ? drop(value) : value
}

function isRenderable(value: unknown): value is Renderable {
  return typeof value === 'object' && value !== null && 'outputPath' in value && 'body' in value
}

/** What stands in the data of the site for a document with an id; for those in its own data likewise, but none in theirs. */
export function shownOf(site: Site): (id: string) => unknown {
  const copied = (id: string, shown: (id: string) => unknown): unknown => {
    const doc = site.renderables.get(id)
    return doc === undefined ? null : snapshot(doc, shown)
  }
  return (id) => copied(id, (other) => copied(other, () => null))
}
