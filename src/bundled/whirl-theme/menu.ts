/** The lists and the menu of the theme, as they are in a language. */
import { type Hash, isHash, isTruthy, type Page, type Site, toText, type Value } from '../../plugin-api.ts'
import type { ThemeOptions } from './options.ts'
import { titleOf } from './title.ts'
import type { Tongue } from './tongues.ts'
import { wordsOf } from './words.ts'

/** What the pages of a language have in common. */
export interface Surroundings {
  /** name -> address, those that exist */
  readonly lists: Hash
  /** hashes with `title` and `url`, or with `items`, which are such hashes */
  readonly menu: Value
  /** name of an author -> address of the page about them */
  readonly authors: Hash
}

/** @param pages by address */
export function surroundings(
  site: Site,
  settings: ThemeOptions,
  pages: ReadonlyMap<string, Page>,
  tongue: Tongue,
): Surroundings {
  const lists = new Map<Value, Value>()
  for (const [name, url] of Object.entries(settings.lists))
    if (url !== null && pages.has(`${tongue.root}${url}`)) lists.set(name, `${tongue.root}${url}`)
  return {
    lists,
    menu: menuOf(site, settings, pages, tongue, lists),
    authors: lists.has('authors') ? authorPages(site, settings, pages, tongue) : new Map(),
  }
}

function authorPages(
  site: Site,
  { lists }: ThemeOptions,
  pages: ReadonlyMap<string, Page>,
  tongue: Tongue,
): Hash {
  const addresses = [...wordsOf(site, 'authors', tongue).values()].map(
    ({ name, slug }) => [name, `${tongue.root}${lists.authors}${slug}/`] as const,
  )
  return new Map<Value, Value>(addresses.filter(([, url]) => pages.has(url)))
}

/**
 * The menu the configuration gives, for the language or for all; else pages with `menu`, by it, or `nav: true`; else the
 * archive and the page about the site.
 */
function menuOf(
  site: Site,
  settings: ThemeOptions,
  pages: ReadonlyMap<string, Page>,
  tongue: Tongue,
  lists: Hash,
): Value {
  const own = tongue.texts.get('menu')
  if (Array.isArray(own)) return own
  if (settings.menu !== undefined)
    return tongue.lang === undefined
      ? [...settings.menu]
      : settings.menu.map((item) => inTongue(item, pages, tongue))
  const listed = site.pages.filter(
    (page) => (isTruthy(page.data.get('menu')) || page.data.get('nav') === true) && tongue.has(page),
  )
  const place = (page: Page): number => {
    const menu = page.data.get('menu')
    return typeof menu === 'number' ? menu : Number.MAX_SAFE_INTEGER
  }
  const usual = [lists.get('archive'), `${tongue.root}/about/`, `${tongue.root}/about.html`].flatMap(
    (url) => pages.get(String(url)) ?? [],
  )
  const chosen = listed.length > 0 ? listed.toSorted((a, b) => place(a) - place(b)) : usual
  return chosen.map((page) => entry(titleOf((name) => page.data.get(name)) || page.name, page.url))
}

/** An entry of the menu for all languages, with those below it: `title` may be a hash by language, `url` leads to the translation where there is one. */
function inTongue(item: Value, pages: ReadonlyMap<string, Page>, tongue: Tongue): Value {
  const { lang = '', root } = tongue
  if (!isHash(item)) return item
  const title = item.get('title') ?? null
  const written = item.get('url') ?? null
  const url = written === null ? null : toText(written)
  const there = root === '' || url === null ? undefined : pages.get(`${root}${url}`)
  const said = isHash(title) ? (title.get(lang) ?? [...title.values()][0] ?? null) : undefined
  const below = item.get('items')
  const made = entry(said ?? there?.data.get('title') ?? title, there?.url ?? url)
  return Array.isArray(below)
    ? made.set(
        'items',
        below.map((each) => inTongue(each, pages, tongue)),
      )
    : made
}

function entry(title: Value, url: string | null): Map<Value, Value> {
  return new Map<Value, Value>([
    ['title', title],
    ['url', url],
  ])
}
