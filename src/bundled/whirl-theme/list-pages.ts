/** The pages that lead to posts: the archive, tags, categories, series, search, and the page for a lost address. */
import {
  addPages,
  type GeneratorContext,
  type Hash,
  listOf,
  makePage,
  type Page,
  type Site,
  type Value,
} from '../../plugin-api.ts'
import { type ThemeOptions, themeOptions } from './options.ts'
import { placesOf } from './places.ts'
import { missingWords, siteWords, wrongLanguages } from './site-words.ts'
import { type Tongue, tonguesOf } from './tongues.ts'
import { newestFirst, WORD_KINDS, type WordKind, wordsOf } from './words.ts'

const NAME = 'whirl-theme'

/** `site` with those lists that it has posts for and no page of its own at. */
export function addListPages(site: Site, ctx: GeneratorContext): Site {
  const options = themeOptions(site.config)
  for (const diagnostic of [...wrongLanguages(site), ...missingWords(site)]) ctx.warn(diagnostic)
  const { find } = placesOf(site)
  const taken = new Set<string>()
  const pages: Page[] = []
  const add: Add = (url, data, listings) => {
    if (find(url) !== undefined || taken.has(url) || !site.layouts.has(String(data.get('layout')))) return
    taken.add(url)
    pages.push(
      makePage(site, {
        path: url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1),
        body: '',
        data: new Map<Value, Value>([...data, ['permalink', url]]),
        generatedBy: NAME,
        ...(listings === undefined ? {} : { listings }),
      }),
    )
  }
  const { offline } = options.around
  if (offline !== undefined && find('/sw.js') === undefined) pages.push(workerPage(site, offline))
  for (const tongue of tonguesOf(site))
    addLists(site, tongue, options, add, (url) => find(url) ?? url, ctx.warn)
  return addPages(site, pages)
}

/** Adds a page at an address where there is none, and a layout for it. */
type Add = (url: string, data: Hash, listings?: Page['listings']) => void

function addLists(
  site: Site,
  tongue: Tongue,
  { lists, around: { offline } }: ThemeOptions,
  add: Add,
  at: (url: string) => string,
  warn: GeneratorContext['warn'],
): void {
  const { lang, root } = tongue
  const say = siteWords(site, lang)
  const spoken: Add = (url, data, listings) =>
    add(
      `${root}${url}`,
      lang === undefined ? data : new Map<Value, Value>([...data, ['lang', lang]]),
      listings,
    )
  for (const kind of WORD_KINDS) {
    const place = lists[kind]
    if (place !== null) addWordPages(site, kind, place, say(kind), tongue, spoken, at, warn)
  }
  const plain = (layout: string, title: string, listed = true): Hash =>
    new Map<Value, Value>([
      ['layout', layout],
      ['title', title],
      ['search', false],
      ...(listed ? [] : ([['sitemap', false]] as const)),
    ])
  if (lists.archive !== null) spoken(lists.archive, plain('archive', say('archive')))
  if (lists.search !== null && hasIndex(site)) spoken(lists.search, plain('search', say('search'), false))
  if (root === '') spoken('/404.html', plain('404', say('not_found'), false))
  else spoken('/', new Map([['layout', 'home']]))
  if (root === '' && offline === true) spoken('/offline/', plain('offline', say('offline'), false))
}

/** The service worker that keeps pages which were read, or one that goes and takes what it kept along. */
function workerPage(site: Site, isWanted: boolean): Page {
  return makePage(site, {
    path: 'sw.js',
    body: `{% include worker/${isWanted ? 'keep' : 'leave'}.js %}`,
    shown: '',
    data: new Map<Value, Value>([
      ['layout', null],
      ['render_with_liquid', true],
      ['sitemap', false],
    ]),
    generatedBy: NAME,
  })
}

/** A page for searching is of use where the plugin `search` writes an index. */
function hasIndex(site: Site): boolean {
  return (
    listOf(site.config.data.get('plugins')).includes('search') && site.config.data.get('search') !== false
  )
}

function addWordPages(
  site: Site,
  kind: WordKind,
  root: string,
  title: string,
  tongue: Tongue,
  add: Add,
  at: (url: string) => string,
  warn: GeneratorContext['warn'],
): void {
  const words = [...wordsOf(site, kind, tongue).values()]
  if (words.length === 0) return
  for (const { name, slug, others } of words)
    if (others.length > 0)
      warn({
        code: 'theme/one-page',
        severity: 'warning',
        topic: 'Theme:',
        message: `'${[name, ...others].join("', '")}' under \`${kind}\` share the page ${tongue.root}${root}${slug}/: write them alike, or as words that differ in letters or digits.`,
        trail: [],
      })
  add(
    root,
    new Map<Value, Value>([
      ['layout', kind],
      ['title', title],
      ['search', false],
      [
        'words',
        words.map(({ name, slug, posts }) =>
          wordHash(name, at(`${tongue.root}${root}${slug}/`), posts.length),
        ),
      ],
    ]),
  )
  for (const { name, slug, posts } of words)
    add(
      `${root}${slug}/`,
      new Map<Value, Value>([
        ['layout', kind === 'authors' ? 'author' : 'word'],
        ['title', name],
        ['search', false],
        ['kind', kind],
        ['all', at(`${tongue.root}${root}`)],
      ]),
      new Map([['posts', kind === 'series' ? posts.map((post) => post.id) : newestFirst(posts)]]),
    )
}

function wordHash(name: string, url: string, count: number): Hash {
  return new Map<Value, Value>([
    ['name', name],
    ['url', url],
    ['count', count],
  ])
}
