/** `site.whirl` and `page.whirl`: what the theme's templates need and would have to loop for. */
import {
  type Document,
  type Fields,
  type Hash,
  isTruthy,
  type Page,
  type Renderable,
  rubyToS,
  type Site,
  type Value,
} from '../../plugin-api.ts'
import { type ListName, type ThemeOptions, themeOptions } from './options.ts'
import { readingMinutes } from './reading-time.ts'
import { wordSlug } from './slug.ts'
import { namesOf, type Word, wordsOf } from './words.ts'

/**
 * `site.whirl`: the settings under `whirl:` and, computed, `palette`, `code`, `scheme`, `home_posts`, `menu` (title,
 * url) and `lists` (name -> url, those that exist).
 * `page.whirl`: `minutes`, `tags` and `categories` (name, url), `series` (name, url, index, count, parts).
 */
export function themeFields(site: Site): Fields {
  const settings = themeOptions(site.config)
  const pages = new Map(site.pages.map((page) => [page.url, page]))
  const series = once(() => seriesParts(site))
  const known = new Map<string, Hash>()
  const ofSite = once(() => siteHash(site, settings, pages))
  return {
    site: { whirl: ofSite },
    document: {
      whirl(doc) {
        const found = known.get(doc.id)
        if (found !== undefined) return found
        const made = documentHash(doc, settings, pages, series)
        known.set(doc.id, made)
        return made
      },
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function siteHash(site: Site, settings: ThemeOptions, pages: ReadonlyMap<string, Page>): Hash {
  const lists = new Map<Value, Value>()
  for (const [name, url] of Object.entries(settings.lists))
    if (url !== null && pages.has(url)) lists.set(name, url)
  return new Map<Value, Value>([
    ...settings.written,
    ['palette', settings.palette],
    ['code', settings.code],
    ['scheme', settings.scheme],
    ['home_posts', settings.homePosts],
    ['lists', lists],
    ['menu', menuOf(site, settings, pages, lists)],
  ])
}

/** The menu the configuration gives; else pages with `menu`, by it, or `nav: true`; else the archive and the page about the site. */
function menuOf(
  site: Site,
  settings: ThemeOptions,
  pages: ReadonlyMap<string, Page>,
  lists: ReadonlyMap<Value, Value>,
): Value {
  if (settings.menu !== undefined) return settings.menu
  const listed = site.pages.filter((page) => isTruthy(page.data.get('menu')) || page.data.get('nav') === true)
  const place = (page: Page): number => {
    const menu = page.data.get('menu')
    return typeof menu === 'number' ? menu : Number.MAX_SAFE_INTEGER
  }
  const usual = [lists.get('archive'), '/about/', '/about.html'].flatMap(
    (url) => pages.get(String(url)) ?? [],
  )
  const chosen = listed.length > 0 ? listed.toSorted((a, b) => place(a) - place(b)) : usual
  return chosen.map(
    (page): Hash =>
      new Map<Value, Value>([
        ['title', page.data.get('title') ?? page.name],
        ['url', page.url],
      ]),
  )
}

function documentHash(
  doc: Renderable,
  settings: ThemeOptions,
  pages: ReadonlyMap<string, Page>,
  series: () => ReadonlyMap<string, SeriesParts>,
): Hash {
  const links = (kind: 'tags' | 'categories'): Value => {
    const root = settings.lists[kind as ListName]
    return namesOf(doc, kind).map((name): Hash => {
      const url = `${root}${wordSlug(name)}/`
      return new Map<Value, Value>([
        ['name', name],
        ['url', root !== null && pages.has(url) ? url : null],
      ])
    })
  }
  return new Map<Value, Value>([
    ['minutes', readingMinutes(doc.body)],
    ['tags', links('tags')],
    ['categories', links('categories')],
    ['series', seriesOf(doc, settings, series)],
  ])
}

interface SeriesParts {
  readonly word: Word
  readonly parts: Value
}

/** The parts of each series as templates show them, made once for all of its posts. */
function seriesParts(site: Site): ReadonlyMap<string, SeriesParts> {
  return new Map(
    [...wordsOf(site, 'series')].map(([slug, word]) => [slug, { word, parts: word.posts.map(partHash) }]),
  )
}

function partHash(post: Document): Hash {
  return new Map<Value, Value>([
    ['title', rubyToS(post.data.get('title') ?? post.slug)],
    ['url', post.url],
  ])
}

function seriesOf(
  doc: Renderable,
  settings: ThemeOptions,
  series: () => ReadonlyMap<string, SeriesParts>,
): Value {
  const name = namesOf(doc, 'series')[0]
  if (name === undefined || doc.kind !== 'document') return null
  const found = series().get(wordSlug(name))
  const index = found?.word.posts.indexOf(doc) ?? -1
  if (found === undefined || index < 0) return null
  const root = settings.lists.series
  return new Map<Value, Value>([
    ['name', found.word.name],
    ['url', root === null ? null : `${root}${found.word.slug}/`],
    ['index', index + 1],
    ['count', found.word.posts.length],
    ['parts', found.parts],
  ])
}
