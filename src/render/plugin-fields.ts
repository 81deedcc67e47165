/** Fields that plugins add to what templates see of the site, documents and pages. */
import type { FieldContext } from '../plugins/index.ts'
import type { Renderable } from '../site/index.ts'
import { MARKDOWN } from './converters/markdown.ts'
import type { PluginFields, SiteDrops } from './drops/types.ts'
import { Reads } from './reads.ts'
import { absoluteUrl, relativeUrl } from './site-url.ts'
import type { Converters, RenderParts } from './types.ts'

export function createPluginFields(
  { fields = [] }: RenderParts,
  drops: SiteDrops,
  converters: Converters,
): PluginFields {
  const { view } = drops
  const ofSite = new Map<string, () => unknown>()
  const values = new Map<string, () => unknown>()
  const ofDocument = new Map<string, (doc: Renderable) => unknown>()
  for (const [at, make] of fields.entries()) {
    const known = new Reads()
    const ctx: FieldContext = {
      markdownify: (text) => converters.piece(MARKDOWN, text),
      absoluteUrl: (path) => absoluteUrl(view.config, path),
      relativeUrl: (path) => relativeUrl(view.config, path),
      drop: (doc) => drops.of(doc),
      drops: (ids) => drops.listed(ids),
      today: () => view.todayForFields(known),
      value(name, make) {
        const own = new Reads()
        const full = `${at} ${name}`
        let made: { readonly value: ReturnType<typeof make> } | undefined
        const value = () =>
          view.fieldReads.value(known, full, own, () => {
            made ??= { value: make() }
            return made.value
          })
        values.set(full, value)
        return value
      },
    }
    const made = make(view.forFields(known), ctx)
    for (const [name, field] of Object.entries(made.site ?? {}))
      ofSite.set(name, () => view.fieldReads.field(known, name, field))
    for (const [name, field] of Object.entries(made.document ?? {}))
      ofDocument.set(name, (doc) => view.fieldReads.field(known, name, () => field(doc), doc))
  }
  return { site: ofSite, document: ofDocument, values }
}
