/**
 * jekyll-paginate-v2's autopages: a page to paginate for each tag, category and collection of the site.
 * https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-AUTOPAGES.md
 */
import {
  deepMerge,
  documentsOf,
  type GeneratorContext,
  type Hash,
  isHash,
  isTruthy,
  listOf,
  makePage,
  type Page,
  rubyToS,
  type Site,
  slugify,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { type AutopageKind, type AutopageOptions, KINDS } from './autopages-options.ts'
import type { PaginateV2Options } from './options.ts'

const NAME = 'jekyll-paginate-v2'

/**
 * The pages to paginate that `autopages:` asks for: tags, categories, collections, each in the order of the site's
 * documents.
 */
export function autopagesOf(
  site: Site,
  ctx: GeneratorContext,
  { autopages, shown }: PaginateV2Options,
): readonly Page[] {
  if (!autopages.enabled) {
    ctx.info('AutoPages:', 'Disabled/Not configured in site.config.')
    return []
  }
  return KINDS.flatMap((kind) => {
    const own = autopages.of(kind)
    if (!own.enabled) {
      ctx.info('AutoPages:', `${kind.key} pages are disabled/not configured in site.config.`)
      return []
    }
    ctx.info('AutoPages:', `Generating ${kind.key} pages`)
    return pagesOf(site, kind, own, shown)
  })
}

function pagesOf(site: Site, kind: AutopageKind, own: AutopageOptions, pagination: Hash): Page[] {
  const names = [...namesOf(site, kind)]
  const plans = own.layouts.map((file) => planOf(site, own, file))
  return names.flatMap(([name, shown]) =>
    plans.map(({ file, layout, front, settings }) => {
      const slug = slugify(name, own.slugMode, { cased: own.cased })
      // Only the first placeholder is filled in, as Ruby's `sub` does.
      const filled = (key: 'title' | 'permalink'): string =>
        (isTruthy(settings.get(key)) ? toText(settings.get(key)) : kind[key]).replace(kind.token, () => slug)
      const permalink = filled('permalink')
      const about: ReadonlyMap<Value, Value> = new Map([
        ['layout_path', `${site.config.layoutsDir}/${file}`],
        ['display_name', shown],
      ])
      const data = new Map(front)
        .set('permalink', permalink)
        .set('layout', layout)
        .set('title', filled('title'))
        .set(
          'pagination',
          deepMerge(deepMerge(pagination, hashOf(front.get('pagination'))), new Map([[kind.filter, name]])),
        )
        .set('autopage', about)
        .set('autopages', about)
      const path = `${permalink.replace(/^\//, '').replace(/\/$/, '')}/index.html`
      return makePage(site, { path, body: '', data, generatedBy: NAME })
    }),
  )
}

/** What one layout makes of a kind: the title and permalink of `autopages:` in its front matter go first. */
function planOf(site: Site, own: AutopageOptions, file: string) {
  const layout = file.replace(/\.[^./]*$/, '')
  const front: ReadonlyMap<Value, Value> = site.layouts.get(layout)?.data ?? new Map()
  const settings = deepMerge(own.settings, hashOf(front.get('autopages')))
  return { file, layout, front, settings }
}

function hashOf(value: unknown): ReadonlyMap<Value, Value> {
  return isHash(value) ? value : new Map()
}

/** The names of one kind, each with the form it is shown in: the first one met. */
function namesOf(site: Site, { key }: AutopageKind): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (key === 'collections') {
    for (const label of site.collections.keys()) names.set(label, label)
    return names
  }
  for (const doc of documentsOf(site))
    for (const word of listOf(doc.data.get(key))) {
      const shown = rubyToS(word)
      const name = shown.toLowerCase().trim()
      if (!names.has(name)) names.set(name, shown)
    }
  return names
}
