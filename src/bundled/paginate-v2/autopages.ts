/**
 * jekyll-paginate-v2's autopages: a page to paginate for each tag, category and collection of the site.
 * https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-AUTOPAGES.md
 */
import {
  deepMerge,
  documentsOf,
  fieldOf,
  type GeneratorContext,
  isHash,
  isTruthy,
  listOf,
  makePage,
  type Page,
  rubyToS,
  type Site,
  settingsOf,
  slugify,
  toText,
  type Value,
} from '../../plugin-api.ts'

const NAME = 'jekyll-paginate-v2'

/** One kind of autopages: how the plugin makes them where the configuration says nothing. */
interface Kind {
  /** below `autopages:` in the configuration */
  readonly key: 'tags' | 'categories' | 'collections'
  /** what stands for the name in titles and permalinks */
  readonly token: string
  /** what `pagination:` of such a page filters by */
  readonly filter: 'tag' | 'category' | 'collection'
  readonly layout: string
  readonly title: string
  readonly permalink: string
}

const KINDS: readonly Kind[] = [
  {
    key: 'tags',
    token: ':tag',
    filter: 'tag',
    layout: 'autopage_tags.html',
    title: 'Posts tagged with :tag',
    permalink: '/tag/:tag',
  },
  {
    key: 'categories',
    token: ':cat',
    filter: 'category',
    layout: 'autopage_category.html',
    title: 'Posts in category :cat',
    permalink: '/category/:cat',
  },
  {
    key: 'collections',
    token: ':coll',
    filter: 'collection',
    layout: 'autopage_collection.html',
    title: 'Posts in collection :coll',
    permalink: '/collection/:coll',
  },
]

/**
 * The pages to paginate that `autopages:` asks for: tags, categories, collections, each in the order of the site's
 * documents. `pagination` is what such a page's front matter shows before its own filter.
 */
export function autopagesOf(
  site: Site,
  ctx: GeneratorContext,
  pagination: ReadonlyMap<Value, Value>,
): readonly Page[] {
  const settings = settingsOf(site.config, 'autopages')
  if (settings.get('enabled') !== true) {
    ctx.info('AutoPages:', 'Disabled/Not configured in site.config.')
    return []
  }
  return KINDS.flatMap((kind) => {
    const own = hashOf(settings.get(kind.key))
    if (own.has('enabled') && !isTruthy(own.get('enabled'))) {
      ctx.info('AutoPages:', `${kind.key} pages are disabled/not configured in site.config.`)
      return []
    }
    ctx.info('AutoPages:', `Generating ${kind.key} pages`)
    return pagesOf(site, kind, own, pagination)
  })
}

function pagesOf(
  site: Site,
  kind: Kind,
  own: ReadonlyMap<Value, Value>,
  pagination: ReadonlyMap<Value, Value>,
): Page[] {
  const layouts = own.has('layouts') ? listOf(own.get('layouts')).map(toText) : [kind.layout]
  const names = [...namesOf(site, kind)]
  const plans = layouts.map((file) => planOf(site, own, file))
  return names.flatMap(([name, shown]) =>
    plans.map(({ file, layout, front, settings, mode, cased }) => {
      const slug = slugify(name, mode, { cased })
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
function planOf(site: Site, own: ReadonlyMap<Value, Value>, file: string) {
  const layout = file.replace(/\.[^./]*$/, '')
  const front: ReadonlyMap<Value, Value> = site.layouts.get(layout)?.data ?? new Map()
  const settings = deepMerge(own, hashOf(front.get('autopages')))
  const mode = fieldOf(own.get('slugify'), 'mode')
  return {
    file,
    layout,
    front,
    settings,
    mode: isTruthy(mode) ? toText(mode) : 'none',
    cased: fieldOf(own.get('slugify'), 'cased') === true,
  }
}

function hashOf(value: unknown): ReadonlyMap<Value, Value> {
  return isHash(value) ? value : new Map()
}

/** The names of one kind, each with the form it is shown in: the first one met. */
function namesOf(site: Site, { key }: Kind): ReadonlyMap<string, string> {
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
