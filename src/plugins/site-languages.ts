/** The texts of a site in several languages: what each is in, where it lies, which say the same. */
import { type Hash, isHash, rubyToS, type Value } from '../base/index.ts'
import type { Config, DocId, Renderable, Site } from '../site/index.ts'
import { languageOf } from './phrases.ts'
import { isSameTag, type SiteLanguages, siteLanguages, siteTitle } from './settings/languages.ts'
import { firstPresent } from './values.ts'

/** Keys of front matter that all translations of a text share; the first that is there counts. */
const TRANSLATION_KEYS = ['translation_key', 'ref', 'lang-ref', 'page_id'] as const

/** The language a document or page says it is in; undefined for one the site does not have. */
export function siteLanguageOf(
  doc: { readonly data: Hash },
  { tags, main }: SiteLanguages,
): string | undefined {
  const written = languageOf(doc.data.get('lang'), main)
  return tags.find((tag) => isSameTag(tag, written))
}

/** What the site is called on a page: the title that the page's language gives it, else its `title` or `name`; nil for none. */
export function siteTitleOn(doc: { readonly data: Hash }, config: Pick<Config, 'data'>): Value {
  const languages = siteLanguages(config)
  const language = languages === undefined ? undefined : siteLanguageOf(doc, languages)
  const own = language === undefined ? undefined : languages?.texts.get(language)?.get('title')
  return firstPresent(own, siteTitle(config)) as Value
}

/** Where the pages of a language lie: `/de`; '' for the main one. */
export function languageRoot(tag: string, { main }: SiteLanguages): string {
  return tag === main ? '' : `/${tag}`
}

/** The address of a page without the folder of its language. */
export function plainAddress(url: string, { tags }: SiteLanguages): string {
  const first = url.split('/')[1] ?? ''
  return tags.includes(first) ? url.slice(first.length + 1) || '/' : url
}

/** The translations of a text, itself included: by language, in the order of the site's. */
export type Versions = ReadonlyMap<string, Renderable>

/** What is amiss among translations. */
export type TranslationFault =
  | {
      readonly kind: 'twice'
      readonly first: Renderable
      readonly second: Renderable
      readonly language: string
    }
  | { readonly kind: 'nowhere'; readonly doc: Renderable; readonly target: string }

interface Translations {
  /** of texts that there are in two languages at least */
  readonly versions: ReadonlyMap<DocId, Versions>
  readonly faults: readonly TranslationFault[]
}

/**
 * Which pages say the same: those that share a key (`TRANSLATION_KEYS`), those that `translations` names by address or path,
 * and those whose addresses differ in nothing but the folder of the language. Linear in the number of pages.
 */
export function translationsOf(site: Site, languages: SiteLanguages): Translations {
  const texts = [...site.renderables.values()].filter(
    (doc) => doc.write && doc.outputPath.endsWith('.html') && siteLanguageOf(doc, languages) !== undefined,
  )
  const groups = new Groups()
  const targets = new Map<string, Renderable>()
  for (const doc of texts) {
    for (const name of [doc.url, doc.file.path]) if (!targets.has(name)) targets.set(name, doc)
    groups.join(doc.id, `url ${plainAddress(doc.url, languages)}`)
    const key = keyOf(doc)
    if (key !== undefined) groups.join(doc.id, `key ${key}`)
  }
  const faults: TranslationFault[] = []
  for (const doc of texts) {
    const named = doc.data.get('translations') ?? null
    if (!isHash(named)) continue
    for (const value of named.values()) {
      const target = rubyToS(value)
      const found = targets.get(target) ?? targets.get(target.replace(/^\//, ''))
      if (found === undefined) faults.push({ kind: 'nowhere', doc, target })
      else groups.join(doc.id, found.id)
    }
  }
  const members = new Map<string, Map<string, Renderable>>()
  for (const doc of texts) {
    const group = groups.of(doc.id)
    const versions = members.get(group) ?? new Map<string, Renderable>()
    members.set(group, versions)
    const language = siteLanguageOf(doc, languages) as string
    const first = versions.get(language)
    if (first === undefined) versions.set(language, doc)
    else faults.push({ kind: 'twice', first, second: doc, language })
  }
  const byId = new Map<DocId, Versions>()
  for (const found of members.values()) {
    if (found.size < 2) continue
    const versions = new Map(
      languages.tags.flatMap((tag) => {
        const doc = found.get(tag)
        return doc === undefined ? [] : [[tag, doc] as const]
      }),
    )
    for (const doc of versions.values()) byId.set(doc.id, versions)
  }
  return { versions: byId, faults }
}

function keyOf({ data }: Renderable): string | undefined {
  for (const name of TRANSLATION_KEYS) {
    const value = data.get(name)
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return undefined
}

/** Names that belong together: each leads to another of its group, the last to itself. */
class Groups {
  readonly #next = new Map<string, string>()

  of(name: string): string {
    let at = name
    for (let next = this.#next.get(at); next !== undefined && next !== at; next = this.#next.get(at))
      at = next
    // So that the next one has a short way.
    for (let step = name; step !== at; ) {
      const next = this.#next.get(step) ?? at
      this.#next.set(step, at)
      step = next
    }
    return at
  }

  join(a: string, b: string): void {
    const first = this.of(a)
    const second = this.of(b)
    if (first !== second) this.#next.set(second, first)
  }
}
