/** Documents and static files that plugins in Ruby made or took away. */
import {
  basename,
  extname,
  type Hash,
  isHash,
  isTruthy,
  rubyToS,
  type Value,
  zoneFor,
} from '../../base/index.ts'
import {
  type Collection,
  type Document,
  deepMerge,
  defaultsFor,
  documentFrom,
  excerptFrom,
  homeOf,
  nameParts,
  outputExtIn,
  postTemplate,
  type Renderable,
  type Site,
  type StaticFile,
  timeFrom,
  titleFromSlug,
  withSuffix,
} from '../../site/index.ts'
import { apart, mentioned, withListings } from './holdings.ts'
import { withUrl } from './site-answers.ts'
import { fromWire, type Held, type Wire } from './wire.ts'

/** One of a list that a plugin left: what it is known by, or what it is made of. */
export type Listed = string | { readonly made: Wire }

/** What the new one of a list is made of. */
export function partsIn(entry: Exclude<Listed, string>): Wire {
  return record(entry as unknown as Wire).made as Wire
}

/** A hash with names for keys, as Ruby's wire has it, as an object. */
export function record(wire: Wire): Record<string, unknown> {
  if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return {}
  if (!('$' in wire)) return wire as unknown as Record<string, unknown>
  const items = wire.of as readonly unknown[]
  const result: Record<string, unknown> = {}
  for (let i = 0; i < items.length; i += 2) result[String(items[i])] = items[i + 1]
  return result
}

/** `site` with these documents, and no others, in the collection with the label. */
export function withDocuments(site: Site, label: string, listed: readonly Listed[], held: Held): Site {
  const entry = [...site.collections].find(([, collection]) => collection.label === label)
  if (entry === undefined) return site
  const [name, collection] = entry
  const taken = new Set(site.renderables.keys())
  const documents = listed.flatMap((each): readonly Renderable[] => {
    if (typeof each !== 'string') {
      const made = documentOf(site, collection, partsIn(each), held)
      let { id } = made
      for (let n = 2; taken.has(id); n++) id = `${made.id}#${n}`
      taken.add(id)
      return [{ ...made, id }]
    }
    const doc = site.renderables.get(each)
    return doc === undefined ? [] : [doc]
  })
  const collections = new Map(site.collections)
  collections.set(name, { ...collection, documents: documents.map(({ id }) => id) })
  return { ...site, collections, renderables: inOrder(site, collections, documents) }
}

/** What is rendered: documents by collection, then pages. */
function inOrder(
  site: Site,
  collections: Site['collections'],
  made: readonly Renderable[],
): Site['renderables'] {
  const all = new Map([...site.renderables, ...made.map((doc) => [doc.id, doc] as const)])
  const renderables = new Map<string, Renderable>()
  for (const { documents } of collections.values())
    for (const id of documents) {
      const doc = all.get(id)
      if (doc !== undefined) renderables.set(id, doc)
    }
  for (const page of site.pages) renderables.set(page.id, page)
  return renderables
}

/** The document that a plugin made as `path`, `data` and `content`, with what the settings say of such. */
function documentOf(site: Site, collection: Collection, parts: Wire, held: Held): Document {
  const made = fromWire(parts, held, mentioned(site))
  const field = (key: string): unknown => (isHash(made) ? made.get(key) : undefined)
  const path = String(field('path') ?? '')
  const given = field('data')
  const { config, time, defaults } = site
  const body = String(field('content') ?? '')
  const { data: own, listings } = apart(isHash(given) ? (given as Hash) : new Map())
  const data = named(deepMerge(defaultsFor(defaults, path, collection.label), own), path)
  const date = data.get('date')
  if (typeof date === 'string') {
    const read = timeFrom(date, zoneFor(config.timezone), time)
    if (read !== undefined && read !== null) data.set('date', read)
  }
  const doc = documentFrom({
    id: path,
    file: { path, origin: 'site', root: config.source, size: body.length, mtime: time.seconds * 1000 },
    data,
    body,
    bodyLine: 1,
    excerpt: field('read') === true ? excerptIn(site, data, { body, path }) : null,
    home: homeIn(site, collection),
    convertedExt: outputExtIn(site, extname(path)),
  })
  const url = field('url')
  return withListings(typeof url === 'string' ? withUrl(doc, url) : doc, listings)
}

/** The excerpt of one that the plugin had read. */
function excerptIn(
  { config, blockTags }: Site,
  data: Hash,
  text: { readonly body: string; readonly path: string },
): string | null {
  const setting = (key: string): Value => data.get(key) ?? null
  return excerptFrom({ config, blockTags }, { setting, ...text }, () => {})
}

/** Slug and title of the file's name where there are none, and the lists that every document has. */
function named(given: Hash, path: string): Map<Value, Value> {
  const data = new Map(given)
  const parts = nameParts(basename(path))
  const bare = basename(path).slice(0, -extname(path).length || undefined)
  const slug = parts?.slug ?? bare
  if (!isTruthy(data.get('slug'))) data.set('slug', slug)
  if (!isTruthy(data.get('title'))) data.set('title', titleFromSlug(slug))
  if (!data.has('ext')) data.set('ext', extname(path))
  for (const key of ['categories', 'tags']) if (!data.has(key)) data.set(key, [])
  return data
}

function homeIn(site: Site, { label, metadata, directory, documents, write }: Collection): Document['home'] {
  for (const id of documents) {
    const doc = site.renderables.get(id)
    if (doc !== undefined) return doc.home
  }
  const own = metadata.get('permalink')
  const { permalink } = site.config
  const template = label === 'posts' ? postTemplate(permalink) : withSuffix('/:collection/:path', permalink)
  return homeOf(site, {
    label,
    directory: basename(directory),
    permalink: isTruthy(own) ? rubyToS(own) : template,
    write,
  })
}

/** `site` with these static files and no others. */
export function withFiles(site: Site, listed: readonly Listed[], held: Held): Site {
  const byPath = new Map(site.staticFiles.map((file) => [`/${file.file.path}`, file]))
  const staticFiles = listed.flatMap((each): readonly StaticFile[] => {
    if (typeof each !== 'string') return fileOf(partsIn(each), held)
    const file = byPath.get(each)
    return file === undefined ? [] : [file]
  })
  const same =
    staticFiles.length === site.staticFiles.length &&
    staticFiles.every((file, i) => file === site.staticFiles[i])
  return same ? site : { ...site, staticFiles }
}

function fileOf(parts: Wire, held: Held): readonly StaticFile[] {
  const made = fromWire(parts, held, () => null)
  if (!isHash(made)) return []
  const text = (key: string): string => String(made.get(key) ?? '')
  const data = made.get('data')
  return [
    {
      file: {
        path: text('path').replace(/^\//, ''),
        origin: 'site',
        root: text('root'),
        size: Number(made.get('size') ?? 0),
        mtime: Number(made.get('mtime') ?? 0),
      },
      url: text('url'),
      outputPath: text('output_path'),
      data: isHash(data) ? (data as Hash) : new Map(),
      // One that writes itself is copied by nobody.
      write: made.get('own') !== true,
    },
  ]
}
