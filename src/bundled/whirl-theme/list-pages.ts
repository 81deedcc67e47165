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
import { themeOptions } from './options.ts'
import { missingWords, siteWords } from './site-words.ts'
import { newestFirst, WORD_KINDS, type WordKind, wordsOf } from './words.ts'

const NAME = 'whirl-theme'

/** `site` with those lists that it has posts for and no page of its own at. */
export function addListPages(site: Site, ctx: GeneratorContext): Site {
  const { lists } = themeOptions(site.config)
  for (const diagnostic of missingWords(site)) ctx.warn(diagnostic)
  const say = siteWords(site)
  const taken = new Set(site.pages.map((page) => page.url))
  const pages: Page[] = []
  const add = (url: string, data: Hash, listings?: Page['listings']): void => {
    if (taken.has(url) || !site.layouts.has(String(data.get('layout')))) return
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
  for (const kind of WORD_KINDS) {
    const root = lists[kind]
    if (root !== null) addWordPages(site, kind, root, say(kind), add)
  }
  const plain = (layout: string, title: string, listed = true): Hash =>
    new Map<Value, Value>([
      ['layout', layout],
      ['title', title],
      ['search', false],
      ...(listed ? [] : ([['sitemap', false]] as const)),
    ])
  if (lists.archive !== null) add(lists.archive, plain('archive', say('archive')))
  if (lists.search !== null && hasIndex(site)) add(lists.search, plain('search', say('search'), false))
  add('/404.html', plain('404', say('not_found'), false))
  return addPages(site, pages)
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
  add: (url: string, data: Hash, listings?: Page['listings']) => void,
): void {
  const words = [...wordsOf(site, kind).values()]
  if (words.length === 0) return
  add(
    root,
    new Map<Value, Value>([
      ['layout', kind],
      ['title', title],
      ['search', false],
      ['words', words.map(({ name, slug, posts }) => wordHash(name, `${root}${slug}/`, posts.length))],
    ]),
  )
  for (const { name, slug, posts } of words)
    add(
      `${root}${slug}/`,
      new Map<Value, Value>([
        ['layout', 'word'],
        ['title', name],
        ['search', false],
        ['kind', kind],
        ['all', root],
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
