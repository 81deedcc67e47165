/** What all documents of a site share while they are rendered. */
import { createEngine } from '../liquid/index.ts'
import type { DocId, Renderable, Site } from '../site/index.ts'
import { convertersFor } from './convert.ts'
import { createConverters } from './converters/all.ts'
import { createSiteDrops } from './drops/site-drops.ts'
import { ConversionError, HostError } from './failure.ts'
import { jekyllFilters } from './filters/all.ts'
import { createRemember, rememberedFilters } from './filters/remembered.ts'
import { createPluginFields } from './plugin-fields.ts'
import { shownPath } from './render-document.ts'
import { renderExcerpt } from './render-excerpt.ts'
import { renderSettings } from './settings/settings.ts'
import { createLookup } from './site-lookup.ts'
import { jekyllTags, placed } from './tags/all.ts'
import type { RenderEnv, RenderParts } from './types.ts'

/** The environment to render `site` in. Nothing is rendered or compiled yet. */
export function createRenderEnv(site: Site, parts: RenderParts): RenderEnv {
  const settings = renderSettings(site)
  const { liquid } = settings
  const remember = createRemember()
  const filters = { ...jekyllFilters, ...rememberedFilters(remember, jekyllFilters), ...parts.filters }
  const excerpts = new Map<DocId, string>()
  const env: RenderEnv = {
    site,
    settings,
    files: parts.files,
    engine: createEngine({
      tags: [...jekyllTags, ...(parts.tags ?? []).map(placed)],
      filters,
      version: site.config.reference.liquid,
      mode: liquid.errorMode,
    }),
    now: parts.now ?? site.time,
    strictVariables: liquid.strictVariables,
    strictFilters: liquid.strictFilters,
    converters: [...(parts.converters ?? []), ...createConverters(site, parts.files, settings)].sort(
      (a, b) => b.priority - a.priority,
    ),
    convertersByExt: new Map(),
    finished: new Map(),
    drops: createSiteDrops(() => env),
    lookup: createLookup(site),
    hooks: parts.hooks,
    filters,
    siteFields: parts.siteFields ?? new Map(),
    pluginFields: createPluginFields(site, parts, () => env),
    templates: new Map(),
    cachedIncludes: new Map(),
    measure: parts.measure ?? ((_, run) => run()),
    warned: new Set(),
    current: null,
    excerptOf(doc: Renderable) {
      let excerpt = excerpts.get(doc.id)
      if (excerpt === undefined) {
        excerpt = renderExcerpt(env, doc, shownPath(doc))
        excerpts.set(doc.id, excerpt)
      }
      return excerpt
    },
    // Plugins' converters may answer differently each time.
    convertAs: (ext, text) =>
      parts.converters === undefined || parts.converters.length === 0
        ? String(remember(`convert ${ext}`, text, () => convertPiece(env, ext, text)))
        : convertPiece(env, ext, text),
  }
  return env
}

/** The converter behind `markdownify`, whatever extensions the site gives Markdown. */
const MARKDOWN = 'Jekyll::Converters::Markdown'

/** A filter's text through the first converter for `ext`. */
function convertPiece(env: RenderEnv, ext: string, text: string): string {
  const converter =
    ext === '.md' ? env.converters.find(({ name }) => name === MARKDOWN) : convertersFor(env, ext)[0]
  if (converter === undefined) return text
  try {
    return converter.convert(text, { path: '', addFile: () => {}, warn: () => {} })
  } catch (error) {
    if (error instanceof ConversionError) throw new HostError(error.message, 'render/conversion')
    throw error
  }
}
