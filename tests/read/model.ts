// What we read from a site, in the form in which model.rb prints what Jekyll reads.
import {
  CalendarDate,
  dateToS,
  RubyFloat,
  rubyInspect,
  rubyToS,
  Time,
  timeToS,
  type Value,
} from '../../src/base/index.ts'
import { documentId, neighbours, type Site, terms } from '../../src/site/index.ts'

/** One line per item: `documents {"path":…}`. */
export function modelLines(site: Site): string[] {
  const around = neighbours(site)
  const path = (id: string | null | undefined): string | null =>
    id === null || id === undefined ? null : (site.renderables.get(id)?.file.path ?? null)
  const lines: string[] = []
  const add = (key: string, item: unknown): number => lines.push(`${key} ${JSON.stringify(item)}`)
  for (const collection of site.collections.values()) {
    for (const id of collection.documents) {
      const doc = site.renderables.get(id)
      if (doc?.kind !== 'document') throw new Error(`${id} is not a document`)
      if (doc.noUrl !== null) return [`error ${JSON.stringify(doc.noUrl)}`]
      const { previous, next } = around.get(id) ?? { previous: null, next: null }
      add('documents', {
        path: doc.file.path,
        ext: doc.outputExt,
        url: doc.url,
        file: doc.outputPath,
        write: doc.write,
        date: plain(doc.date),
        data: plain(doc.data),
        body: doc.body,
        excerpt: doc.excerpt,
        previous: path(previous),
        next: path(next),
        id: documentId(doc),
      })
    }
  }
  for (const page of site.pages) {
    add('pages', {
      path: page.file.path,
      ext: page.outputExt,
      name: page.name,
      dir: page.dir,
      url: page.url,
      file: page.outputPath,
      write: page.write,
      data: plain(page.data),
      body: page.body,
      excerpt: page.excerpt,
    })
  }
  for (const { file, url, outputPath, write, data, collection } of site.staticFiles)
    add('static', {
      path: collection === undefined ? `/${file.path}` : file.path,
      url,
      file: outputPath,
      write,
      data: plain(data),
    })
  for (const layout of site.layouts.values())
    add('layouts', {
      name: layout.name,
      path: `/${layout.file.path}`,
      data: plain(layout.data),
      body: layout.body,
    })
  for (const collection of site.collections.values())
    add('collections', {
      name: collection.name,
      label: collection.label,
      metadata: plain(collection.metadata),
      directory: collection.directory,
      write: collection.write,
      docs: collection.documents.map(path),
      static: collection.staticFiles.map((file) => file.file.path),
    })
  for (const key of ['categories', 'tags'] as const)
    for (const { name, posts } of terms(site, key)) add(key, [plain(name), posts.map(path)])
  add('data', plain(site.data))
  return lines
}

export function plain(value: Value): unknown {
  if (value === undefined || value === null) return null
  if (value instanceof Map)
    return Object.fromEntries(
      [...(value as ReadonlyMap<Value, Value>)].map(([k, v]) => [
        typeof k === 'string' ? k : rubyInspect(k),
        plain(v),
      ]),
    )
  if (Array.isArray(value)) return (value as readonly Value[]).map(plain)
  if (value instanceof Time) {
    const [day, clock, offset] = timeToS(value).replace('UTC', '+0000').split(' ')
    return `Time(${day} ${clock}.${String(value.nanos).padStart(9, '0')} ${offset} ${value.utc ? 'utc' : 'local'})`
  }
  if (value instanceof CalendarDate) return `Date(${dateToS(value)})`
  if (value instanceof RubyFloat || (typeof value === 'number' && !Number.isFinite(value)))
    return `Float(${rubyToS(value)})`
  if (typeof value === 'bigint') return `Integer(${value})`
  return value
}
