/** What all documents of a site share while they are rendered. */
import { createEngine, type Drop } from '../liquid/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import { unwatched } from './at-work.ts'
import { convertersByExt } from './convert.ts'
import { createConverters } from './converters/all.ts'
import {
  type Beside,
  besideAlone,
  type MarkdownOptions,
  markdownParts,
} from './converters/markdown-extras.ts'
import { createSiteDrops } from './drops/site-drops.ts'
import type { SiteDrops } from './drops/types.ts'
import { jekyllFilters } from './filters/all.ts'
import { createRemember, rememberedFilters } from './filters/remembered.ts'
import { createLocales } from './locales.ts'
import { createPluginFields } from './plugin-fields.ts'
import { nothingRendered, type Progress } from './progress.ts'
import { renderExcerpt } from './render-excerpt.ts'
import { renderSettings } from './settings/settings.ts'
import { SiteView } from './site-view.ts'
import { includeCacheTags, jekyllTags, placed } from './tags/all.ts'
import { createTemplates } from './templates.ts'
import { Turn } from './turn.ts'
import type { Converter, Converters, RenderParts } from './types.ts'
import type { Shared } from './work.ts'

/** What rendering `site` needs. Nothing is rendered or compiled yet. */
export function createShared(site: Site, parts: RenderParts): Shared {
  const settings = renderSettings(site)
  const remember = createRemember()
  const filters = { ...jekyllFilters, ...rememberedFilters(remember, jekyllFilters), ...parts.filters }
  const engine = createEngine({
    tags: [...jekyllTags, ...(parts.includeCache ? includeCacheTags : []), ...(parts.tags ?? []).map(placed)],
    filters,
    version: site.config.reference.liquid,
    mode: settings.liquid.errorMode,
    asksBlank: parts.activeSupport ?? false,
    wordsAreValues: true,
  })
  const view = new SiteView(
    site,
    parts.files,
    between(() => shared, nothingRendered()),
  )
  const locale = createLocales()
  const beside: Beside = {
    parts: markdownParts(parts),
    site: () => view.forPlugins(),
    current: () => view.current,
    language: () => view.setting('lang'),
    locale,
  }
  const own = parts.converters ?? []
  const all = withOwn(createConverters(site, view, settings, parts.compilers, beside, parts.results), own)
  const fixed = own.length === 0 && isPlain(parts)
  // What plugins convert may answer differently each time.
  const converters = convertersByExt(all, fixed ? remember : undefined)
  const drops: SiteDrops = createSiteDrops(view, () => fields)
  const fields = createPluginFields(parts, drops, converters)
  const shared: Shared = Object.freeze({
    view,
    settings,
    drops,
    engine,
    templates: createTemplates(engine),
    converters,
    filters,
    hooks: parts.hooks,
    recording: parts.recording,
    measure: parts.measure ?? ((_, run) => run()),
    atWork: parts.atWork ?? unwatched,
    locale,
    understood: parts.markdown?.understands(site) ?? [],
  })
  return shared
}

/** `converters` of Jekyll's and plugins' own ones: one with the name of Jekyll's stands in its place. */
function withOwn(converters: readonly Converter[], own: readonly Converter[]): readonly Converter[] {
  const named = new Map(own.map((each) => [each.name, each]))
  const names = new Set(converters.map(({ name }) => name))
  return [
    ...converters.map((each) => ({ ...each, ...named.get(each.name) })),
    ...own.filter(({ name }) => !names.has(name)),
  ]
}

/**
 * Jekyll's own converters with the settings of `site`, for pieces of text while there is no rendering; with what
 * plugins make of Markdown.
 */
export function createSiteConverters(
  site: Site,
  { files, compilers, ...parts }: Pick<RenderParts, 'files' | 'compilers'> & MarkdownOptions,
): Converters {
  const converters = createConverters(site, files, renderSettings(site), compilers, besideAlone(site, parts))
  return convertersByExt(converters, isPlain(parts) ? createRemember() : undefined)
}

/** Whether plugins leave Markdown as it is, formulas apart. */
function isPlain({ codeBlocks, markdown, elements }: MarkdownOptions): boolean {
  return (codeBlocks?.size ?? 0) === 0 && markdown === undefined && elements === undefined
}

/** What templates see of documents once all of `progress` is finished. For the end of a rendering: no turn follows. */
export function finishedDrops(shared: Shared, progress: Progress): (doc: Renderable) => Drop {
  shared.view.rest(between(() => shared, progress))
  return (doc) => shared.drops.of(doc)
}

/** The site as it is seen when it is not a document's turn. */
export function between(shared: () => Shared, progress: Progress): Turn {
  return new Turn(null, progress, (doc, turn) => renderExcerpt(shared(), turn, doc))
}
