/** `page.language`: what templates say of a page's language and of its translations. */
import {
  type Document,
  documentsOf,
  type FieldContext,
  type Fields,
  firstPresent,
  type Hash,
  languageRoot,
  type Renderable,
  type Site,
  type SiteLanguages,
  siteLanguageOf,
  siteLanguages,
  translationsOf,
  type Value,
  type Versions,
} from '../../plugin-api.ts'
import { feedsOf } from './feeds.ts'

/** The texts of a language that the configuration may have, and the site's in their place. */
const TEXTS = ['title', 'tagline', 'description'] as const

/**
 * `page.language`: `lang`, `name`, `root`, `home`, `title`, `tagline`, `description`, `feed`, `json_feed`; `alternates` (`lang`,
 * `url`) and `default_url`, where it is translated; `switch` (`lang`, `name`, `url`, `is_current`, `is_translated`), one for each language;
 * of posts `earlier` and `later` (`title`, `url`). `page.language_posts`: the posts in that language, newest first.
 */
export function languageFields(site: Site, ctx: FieldContext): Fields {
  const languages = siteLanguages(site.config)
  if (languages === undefined) return {}
  const known = once(() => knownOf(site, languages))
  const languageFor = (doc: Renderable): string => siteLanguageOf(doc, languages) ?? languages.main
  return {
    document: {
      language(doc) {
        const { versions, order, shared } = known()
        const language = languageFor(doc)
        const found = versions.get(doc.id)
        const place = order.get(doc.id)
        return new Map<Value, Value>([
          ...(shared.get(language) ?? []),
          ['alternates', alternatesOf(found)],
          ['default_url', (found?.get(languages.main) ?? [...(found?.values() ?? [])][0])?.url ?? null],
          ['switch', switchOf(languages, shared, language, found)],
          ['earlier', linkTo(place?.earlier)],
          ['later', linkTo(place?.later)],
        ])
      },
      language_posts: (doc) => ctx.drops(known().posts.get(languageFor(doc)) ?? []),
    },
  }
}

interface Neighbours {
  readonly earlier: Document | undefined
  readonly later: Document | undefined
}

interface Known {
  readonly versions: ReadonlyMap<string, Versions>
  readonly order: ReadonlyMap<string, Neighbours>
  /** newest first */
  readonly posts: ReadonlyMap<string, readonly string[]>
  /** what all pages of a language have */
  readonly shared: ReadonlyMap<string, Hash>
}

function knownOf(site: Site, languages: SiteLanguages): Known {
  const lines = new Map<string, Document[]>(languages.tags.map((tag) => [tag, []]))
  for (const doc of documentsOf(site))
    if (doc.collection === 'posts') lines.get(siteLanguageOf(doc, languages) ?? '')?.push(doc)
  const order = new Map<string, Neighbours>()
  for (const line of lines.values())
    for (const [at, doc] of line.entries()) order.set(doc.id, { earlier: line[at - 1], later: line[at + 1] })
  return {
    versions: translationsOf(site, languages).versions,
    order,
    posts: new Map([...lines].map(([tag, line]) => [tag, line.map(({ id }) => id).toReversed()])),
    shared: new Map(languages.tags.map((tag) => [tag, sharedOf(site, languages, tag)])),
  }
}

function sharedOf(site: Site, languages: SiteLanguages, tag: string): Hash {
  const root = languageRoot(tag, languages)
  const own = languages.texts.get(tag)
  const { atom, json } = feedsOf(site, languages, tag)
  return new Map<Value, Value>([
    ['lang', tag.replaceAll('_', '-')],
    ['name', firstPresent(own?.get('name'), nameOf(tag)) as Value],
    ['root', root],
    ['home', `${root}/`],
    ...TEXTS.map((key): [Value, Value] => [
      key,
      firstPresent(own?.get(key), site.config.data.get(key), null) as Value,
    ]),
    ['feed', atom ?? null],
    ['json_feed', json ?? null],
  ])
}

/** A language's name in itself, as a sentence begins. */
function nameOf(tag: string): string {
  const written = tag.replaceAll('_', '-')
  const name = new Intl.DisplayNames([written], { type: 'language' }).of(written) ?? tag
  return name.charAt(0).toLocaleUpperCase(written) + name.slice(1)
}

function alternatesOf(versions: Versions | undefined): Value {
  return [...(versions ?? [])].map(
    ([tag, { url }]): Hash =>
      new Map<Value, Value>([
        ['lang', tag.replaceAll('_', '-')],
        ['url', url],
      ]),
  )
}

/** Each language with the translation there, or with its first page. */
function switchOf(
  { tags }: SiteLanguages,
  shared: Known['shared'],
  current: string,
  versions: Versions | undefined,
): Value {
  return tags.map((tag): Hash => {
    const own = shared.get(tag)
    return new Map<Value, Value>([
      ['lang', own?.get('lang') ?? tag],
      ['name', own?.get('name') ?? tag],
      ['url', versions?.get(tag)?.url ?? own?.get('home') ?? '/'],
      ['is_current', tag === current],
      ['is_translated', versions?.has(tag) ?? false],
    ])
  })
}

function linkTo(doc: Document | undefined): Value {
  if (doc === undefined) return null
  return new Map<Value, Value>([
    ['title', doc.data.get('title') ?? doc.slug],
    ['url', doc.url],
  ])
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
