/** The languages that the site has pages in: one, unless `languages` names several. */
import {
  type Hash,
  languageRoot,
  type Renderable,
  type Site,
  siteLanguageOf,
  siteLanguages,
} from '../../plugin-api.ts'

export interface Tongue {
  /** undefined where the site is in one language */
  readonly lang: string | undefined
  /** where its pages lie: `/de`, or '' */
  readonly root: string
  /** what the configuration says for it */
  readonly texts: Hash
  /** whether a text is in it */
  has(doc: Renderable): boolean
}

const ONE: Tongue = { lang: undefined, root: '', texts: new Map(), has: () => true }

/** The main language first. */
export function tonguesOf({ config }: Pick<Site, 'config'>): readonly Tongue[] {
  const languages = siteLanguages(config)
  if (languages === undefined) return [ONE]
  const { tags, main, texts } = languages
  return [main, ...tags.filter((tag) => tag !== main)].map((lang) => ({
    lang,
    root: languageRoot(lang, languages),
    texts: texts.get(lang) ?? new Map(),
    has: (doc) => siteLanguageOf(doc, languages) === lang,
  }))
}
