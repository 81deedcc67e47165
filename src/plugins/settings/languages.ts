/**
 * `languages`, a list as jekyll-polyglot has it or a hash of what each language says otherwise, and `default_lang`, the one
 * whose pages have no folder of their own.
 */
import { type Hash, isHash, isList, listOf, type Value } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'
import { firstPresent } from '../values.ts'

export interface SiteLanguages {
  /** as the configuration writes them, in its order; two at least */
  readonly tags: readonly string[]
  /** one of them: that of pages without `lang` */
  readonly main: string
  /** `name`, `title`, `tagline`, `description`, `menu` of a language, where the configuration has some */
  readonly texts: ReadonlyMap<string, Hash>
}

/** The languages of a site; undefined where it is in one. */
export function siteLanguages({ data }: Pick<Config, 'data'>): SiteLanguages | undefined {
  // jekyll-polyglot builds the site once for each of them: then each build is in one.
  if (listOf(data.get('plugins')).includes('jekyll-polyglot')) return undefined
  const written = data.get('languages') ?? null
  const texts = new Map<string, Hash>()
  const tags: string[] = []
  const add = (value: Value, text: Value): void => {
    const tag = typeof value === 'string' ? value.trim() : ''
    if (!isTag(tag) || tags.some((other) => isSameTag(other, tag))) return
    tags.push(tag)
    if (isHash(text)) texts.set(tag, text)
  }
  if (isHash(written)) for (const [tag, text] of written) add(tag, text)
  else if (isList(written)) for (const tag of written) add(tag, null)
  if (tags.length < 2) return undefined
  const wanted = [data.get('default_lang'), data.get('lang')].flatMap((value) =>
    typeof value === 'string' ? [value] : [],
  )
  const main =
    wanted.flatMap((tag) => tags.filter((other) => isSameTag(other, tag)))[0] ?? (tags[0] as string)
  return { tags, main, texts }
}

/** What the setting `lang` says, as templates find it at `site.lang`. */
export function siteLang({ data }: Pick<Config, 'data'>): Value {
  return data.get('lang')
}

/** What the site is called where its languages do not say it: `title`, else `name`; nil for none. */
export function siteTitle({ data }: Pick<Config, 'data'>): Value {
  return firstPresent(data.get('title'), data.get('name'), null) as Value
}

/** One that may stand in an address: letters and digits in groups, `pt-BR`. */
function isTag(tag: string): boolean {
  return /^[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,8})*$/.test(tag)
}

export function isSameTag(a: string, b: string): boolean {
  return a.toLowerCase().replaceAll('_', '-') === b.trim().toLowerCase().replaceAll('_', '-')
}
