/** Fields that plugins add to what templates see of the site, documents and pages. */
import type { FieldContext } from '../plugins/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import { absoluteUrl, relativeUrl } from './site-url.ts'
import type { PluginFields, RenderEnv, RenderParts } from './types.ts'

/** @param env read when a template asks, so it may still be under construction */
export function createPluginFields(
  site: Site,
  { fields = [] }: RenderParts,
  env: () => RenderEnv,
): PluginFields {
  const ofSite = new Map<string, () => unknown>()
  const ofDocument = new Map<string, (doc: Renderable) => unknown>()
  const ctx: FieldContext = {
    markdownify: (text) => env().convertAs('.md', text),
    absoluteUrl: (path) => absoluteUrl(site, path),
    relativeUrl: (path) => relativeUrl(site, path),
    drop: (doc) => env().drops.of(doc),
  }
  for (const make of fields) {
    const made = make(site, ctx)
    for (const [name, field] of Object.entries(made.site ?? {})) ofSite.set(name, field)
    for (const [name, field] of Object.entries(made.document ?? {})) ofDocument.set(name, field)
  }
  return { site: ofSite, document: ofDocument }
}
