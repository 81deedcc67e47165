/** What Ruby can ask about before the site has been read. */
import type { Collection, Config, Renderable, Site } from '../site/index.ts'

/** The site when nothing of it has been read: collections by their names, and nothing in them. */
export function unread(config: Config): Site {
  const collections = [...config.reading.collections.keys()].map((key): [string, Collection] => {
    const name = String(key)
    const empty: Partial<Collection> = { name, label: name, documents: [], staticFiles: [] }
    return [name, empty as Collection]
  })
  const none: Partial<Site> = {
    config,
    renderables: new Map(),
    collections: new Map(collections),
    pages: [],
    layouts: new Map(),
    staticFiles: [],
    data: new Map(),
  }
  return none as Site
}

/** A site of which but one document is known, as it is while the others are read. */
export function alone(doc: Renderable, config: Config): Site {
  return { ...unread(config), renderables: new Map([[doc.id, doc]]), collections: new Map() }
}
