/** What Ruby can ask about while documents are read. */
import type { Config, Renderable, Site } from '../site/index.ts'

/** A site of which but one document is known, as it is while the others are read. */
export function alone(doc: Renderable, config: Config): Site {
  const none: Partial<Site> = {
    config,
    renderables: new Map([[doc.id, doc]]),
    collections: new Map(),
    pages: [],
    layouts: new Map(),
    staticFiles: [],
    data: new Map(),
  }
  return none as Site
}
