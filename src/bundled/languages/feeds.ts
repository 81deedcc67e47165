/** A feed for each language, Atom and JSON, beside those that their plugins make. */
import {
  firstPresent,
  type Hash,
  hasUrl,
  isNil,
  languageRoot,
  makePage,
  type Page,
  type Site,
  type SiteLanguages,
  type Value,
} from '../../plugin-api.ts'

const NAME = 'languages'
/** The plugins that make feeds. */
const ATOM = 'jekyll-feed'
const JSON_FEED = 'json-feed'

/** Feeds of all posts, which their plugins made. */
function mainFeeds(site: Site): readonly Page[] {
  return site.pages.filter(
    ({ generatedBy, data }) =>
      generatedBy === JSON_FEED ||
      (generatedBy === ATOM &&
        data.get('collection') === 'posts' &&
        isNil(data.get('category') ?? null) &&
        isNil(data.get('tags') ?? null)),
  )
}

/** What a feed of one language says in the place of the site's words. */
function feedLanguage(site: Site, languages: SiteLanguages, tag: string): Hash {
  const own = languages.texts.get(tag)
  const text = (key: string): Value => firstPresent(own?.get(key), site.config.data.get(key), null) as Value
  return new Map<Value, Value>([
    ['lang', tag],
    ['home', `${languageRoot(tag, languages)}/`],
    ['title', firstPresent(text('title'), site.config.data.get('name'), null) as Value],
    ['description', text('description')],
  ])
}

/** `site` whose feeds hold the posts of the main language, with feeds for the others: `/de/feed.xml`. */
export function withFeeds(site: Site, languages: SiteLanguages): Site {
  const feeds = mainFeeds(site)
  const more: Page[] = []
  for (const tag of languages.tags) {
    if (tag === languages.main) continue
    for (const feed of feeds) {
      const url = `${languageRoot(tag, languages)}${feed.url}`
      if (hasUrl(site, url)) continue
      more.push(
        makePage(site, {
          path: url.slice(1),
          name: url,
          body: feed.body,
          shown: '',
          generatedBy: NAME,
          data: new Map<Value, Value>([
            ...feed.data,
            ['lang', tag],
            ['feed_language', feedLanguage(site, languages, tag)],
          ]),
        }),
      )
    }
  }
  const main = feedLanguage(site, languages, languages.main)
  const ids = new Set(feeds.map(({ id }) => id))
  const pages = site.pages.map((page) =>
    ids.has(page.id) ? { ...page, data: new Map(page.data).set('feed_language', main) } : page,
  )
  return { ...site, pages: [...pages, ...more], renderables: renderablesOf(site, pages, more) }
}

function renderablesOf(site: Site, pages: readonly Page[], more: readonly Page[]): Site['renderables'] {
  const all = new Map(site.renderables)
  for (const page of [...pages, ...more]) all.set(page.id, page)
  return all
}

/** Where the feeds of a language are. */
export function feedsOf(
  site: Site,
  languages: SiteLanguages,
  tag: string,
): { readonly atom: string | undefined; readonly json: string | undefined } {
  const root = languageRoot(tag, languages)
  const feeds = mainFeeds(site)
  const at = (plugin: string): string | undefined => {
    const feed = feeds.find(({ generatedBy }) => generatedBy === plugin)
    return feed === undefined ? undefined : `${root}${feed.url}`
  }
  return { atom: at(ATOM), json: at(JSON_FEED) }
}
