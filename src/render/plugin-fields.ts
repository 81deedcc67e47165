/** Fields that plugins add to what templates see of the site, documents and pages. */
import type { FieldContext } from '../plugins/index.ts'
import type { Renderable } from '../site/index.ts'
import { MARKDOWN } from './converters/markdown.ts'
import type { PluginFields, SiteDrops } from './drops/types.ts'
import { absoluteUrl, relativeUrl } from './site-url.ts'
import type { Converters, RenderParts } from './types.ts'

export function createPluginFields(
  { fields = [] }: RenderParts,
  drops: SiteDrops,
  converters: Converters,
): PluginFields {
  const { view } = drops
  const ofSite = new Map<string, () => unknown>()
  const ofDocument = new Map<string, (doc: Renderable) => unknown>()
  const ctx: FieldContext = {
    markdownify: (text) => converters.piece(MARKDOWN, text),
    absoluteUrl: (path) => absoluteUrl(view.config, path),
    relativeUrl: (path) => relativeUrl(view.config, path),
    drop: (doc) => drops.of(doc),
  }
  for (const make of fields) {
    const made = make(view.forPlugins(), ctx)
    // What a field reads it may have read before, in another document's turn.
    for (const [name, field] of Object.entries(made.site ?? {}))
      ofSite.set(name, () => {
        view.noteEverything()
        return field()
      })
    for (const [name, field] of Object.entries(made.document ?? {}))
      ofDocument.set(name, (doc) => {
        view.noteEverything()
        return field(doc)
      })
  }
  return { site: ofSite, document: ofDocument }
}
