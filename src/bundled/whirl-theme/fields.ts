/** `site.whirl` and `page.whirl`: what the theme's templates need and would have to loop for. */
import {
  type Document,
  type FieldContext,
  type Fields,
  type Hash,
  listOf,
  type Renderable,
  rubyToS,
  type Site,
  type Value,
} from '../../plugin-api.ts'
import { aroundFields } from './around.ts'
import { type Surroundings, surroundings } from './menu.ts'
import { type ListName, type ThemeOptions, themeOptions } from './options.ts'
import { type Places, placesOf } from './places.ts'
import { readingMinutes } from './reading-time.ts'
import { RELATED_KEY } from './related/related-posts.ts'
import { wordSlug } from './slug.ts'
import { titleOf } from './title.ts'
import { type Tongue, tonguesOf } from './tongues.ts'
import { namesOf, type Word, wordsOf } from './words.ts'

/**
 * `site.whirl`: the settings under `whirl:` and, computed, `palette`, `code`, `scheme`, `home_posts`, `menu` (title,
 * url) and `lists` (name -> url, those that exist).
 * `page.whirl`: `minutes`, `tags` and `categories` (name, url), `series` (name, url, index, count, parts), `lists`, `menu` and
 * `authors` (name -> url) in the language of the page, and what `aroundFields` has. `page.related_posts`, where they are wanted.
 */
export function themeFields(site: Site, ctx: FieldContext): Fields {
  const settings = themeOptions(site.config)
  const places = placesOf(site)
  const spoken = tonguesOf(site).map((tongue) => ({
    tongue,
    series: once(() => seriesParts(site, tongue)),
    around: once(() => surroundings(site, settings, places, tongue)),
  }))
  const first = spoken[0] as Spoken
  const known = new Map<string, Hash>()
  const ofSite = once(() => siteHash(settings, first.around()))
  return {
    site: { whirl: ofSite },
    document: {
      whirl(doc) {
        const found = known.get(doc.id)
        if (found !== undefined) return found
        const spokenThere = spoken.find(({ tongue }) => tongue.has(doc)) ?? first
        const made = documentHash(
          doc,
          settings,
          places,
          spokenThere,
          aroundFields(doc, site, settings.around, ctx),
        )
        known.set(doc.id, made)
        return made
      },
      ...(settings.around.related === 0
        ? {}
        : { related_posts: (doc) => ctx.drops(listOf(doc.data.get(RELATED_KEY)).map(rubyToS)) }),
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** A language, and what its pages have in common, made when the first of them asks. */
interface Spoken {
  readonly tongue: Tongue
  series(): ReadonlyMap<string, SeriesParts>
  around(): Surroundings
}

function siteHash(settings: ThemeOptions, { lists, menu }: Surroundings): Hash {
  return new Map<Value, Value>([
    ...settings.written,
    ['palette', settings.palette],
    ['code', settings.code],
    ['scheme', settings.scheme],
    ['home_posts', settings.homePosts],
    ['newsletter', settings.around.newsletter ?? null],
    ['lists', lists],
    ['menu', menu],
  ])
}

function documentHash(
  doc: Renderable,
  settings: ThemeOptions,
  places: Places,
  { tongue, series, around }: Spoken,
  own: readonly (readonly [string, Value])[],
): Hash {
  const links = (kind: 'tags' | 'categories'): Value => {
    const place = settings.lists[kind as ListName]
    const root = place === null ? null : `${tongue.root}${place}`
    return namesOf(doc, kind).map((name): Hash => {
      const slug = wordSlug(name)
      const url = root === null || slug === '' ? undefined : places.find(`${root}${slug}/`)
      return new Map<Value, Value>([
        ['name', name],
        ['url', url ?? null],
      ])
    })
  }
  return new Map<Value, Value>([
    ['minutes', readingMinutes(doc.body)],
    ['tags', links('tags')],
    ['categories', links('categories')],
    ['series', seriesOf(doc, settings, tongue, series)],
    ['lists', around().lists],
    ['menu', around().menu],
    ['authors', around().authors],
    ...own,
  ])
}

interface SeriesParts {
  readonly word: Word
  readonly parts: Value
}

/** The parts of each series as templates show them, made once for all of its posts. */
function seriesParts(site: Site, tongue: Tongue): ReadonlyMap<string, SeriesParts> {
  return new Map(
    [...wordsOf(site, 'series', tongue)].map(([slug, word]) => [
      slug,
      { word, parts: word.posts.map(partHash) },
    ]),
  )
}

function partHash(post: Document): Hash {
  return new Map<Value, Value>([
    ['title', titleOf((name) => (name === 'slug' ? post.slug : post.data.get(name)))],
    ['url', post.url],
  ])
}

function seriesOf(
  doc: Renderable,
  settings: ThemeOptions,
  tongue: Tongue,
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
    ['url', root === null ? null : `${tongue.root}${root}${found.word.slug}/`],
    ['index', index + 1],
    ['count', found.word.posts.length],
    ['parts', found.parts],
  ])
}
