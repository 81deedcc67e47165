/** The lists and the menu of the theme, as they are in a language. */
import {
  type Diagnostic,
  type Hash,
  isTruthy,
  languageOf,
  type Renderable,
  type Site,
  type Value,
} from '../../plugin-api.ts'
import { menuItems } from './menu-items.ts'
import { type ThemeOptions, themeOptions } from './options.ts'
import { type Places, placesOf } from './places.ts'
import { titleOf } from './title.ts'
import { type Tongue, tonguesOf } from './tongues.ts'
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

export function surroundings(
  site: Site,
  settings: ThemeOptions,
  places: Places,
  tongue: Tongue,
): Surroundings {
  const lists = new Map<Value, Value>()
  for (const [name, place] of Object.entries(settings.lists)) {
    const url = place === null ? undefined : places.find(`${tongue.root}${place}`)
    if (url !== undefined) lists.set(name, url)
  }
  return {
    lists,
    menu: menuOf(site, settings, places, tongue, lists),
    authors: lists.has('authors') ? authorPages(site, settings, places, tongue) : new Map(),
  }
}

/** What is left out of the menus that the configuration gives. */
export function menuFaults(site: Site): readonly Diagnostic[] {
  const settings = themeOptions(site.config)
  const places = placesOf(site)
  const found = new Map<string, Diagnostic>()
  for (const tongue of tonguesOf(site)) {
    const { faults = [], keys = [] } = writtenMenu(site, settings, places, tongue) ?? {}
    for (const message of faults)
      found.set(message, {
        code: 'theme/menu',
        severity: 'warning',
        topic: 'Theme:',
        message,
        settings: [{ keys }],
        trail: [],
      })
  }
  return [...found.values()]
}

/** The menu the configuration gives, for the language or for all; undefined where there is none. */
function writtenMenu(
  { config }: Site,
  { menu }: ThemeOptions,
  places: Places,
  { lang, root, texts }: Tongue,
): (ReturnType<typeof menuItems> & { readonly keys: readonly string[] }) | undefined {
  const language = lang ?? languageOf(undefined, config.data.get('lang'))
  const own = texts.get('menu')
  const written = Array.isArray(own)
    ? { keys: ['languages', language, 'menu'], items: own, root: '' }
    : { keys: ['whirl', 'menu'], items: menu, root }
  const { items, ...view } = written
  return items === undefined
    ? undefined
    : { ...menuItems(items, { ...view, lang: language, places }), keys: written.keys }
}

function authorPages(site: Site, { lists }: ThemeOptions, places: Places, tongue: Tongue): Hash {
  return new Map<Value, Value>(
    [...wordsOf(site, 'authors', tongue).values()].flatMap(({ name, slug }) => {
      const url = places.find(`${tongue.root}${lists.authors}${slug}/`)
      return url === undefined ? [] : [[name, url] as const]
    }),
  )
}

/** The menu the configuration gives; else pages with `menu`, by it, or `nav: true`; else the archive and the page about the site. */
function menuOf(site: Site, settings: ThemeOptions, places: Places, tongue: Tongue, lists: Hash): Value {
  const written = writtenMenu(site, settings, places, tongue)
  if (written !== undefined) return [...written.items]
  const listed = site.pages.filter(
    (page) => (isTruthy(page.data.get('menu')) || page.data.get('nav') === true) && tongue.has(page),
  )
  const place = (page: Renderable): number => {
    const menu = page.data.get('menu')
    return typeof menu === 'number' ? menu : Number.MAX_SAFE_INTEGER
  }
  const usual = [lists.get('archive'), `${tongue.root}/about/`, `${tongue.root}/about.html`].flatMap((url) =>
    typeof url === 'string' ? (places.page(url) ?? []) : [],
  )
  const chosen: readonly Renderable[] =
    listed.length > 0 ? listed.toSorted((a, b) => place(a) - place(b)) : usual
  return chosen.map((page) =>
    entry(titleOf((name) => page.data.get(name)) || (page.kind === 'page' ? page.name : page.slug), page.url),
  )
}

function entry(title: Value, url: string | null): Map<Value, Value> {
  return new Map<Value, Value>([
    ['title', title],
    ['url', url],
  ])
}
