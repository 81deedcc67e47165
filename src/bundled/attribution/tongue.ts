/** The languages that words of ours are in: that of a document, or else of the site. */
import {
  createLocale,
  languageOf,
  ownPhrases,
  type Renderable,
  type Say,
  type Site,
  say,
} from '../../plugin-api.ts'

export interface Tongue {
  readonly say: Say
  /** `a, b and c` */
  list(items: readonly string[]): string
}

/** The tongue of a document of `site`, or of the site itself; each is made once. */
export function createTongues(site: Site): (doc: Renderable | null) => Tongue {
  const made = new Map<string, Tongue>()
  return (doc) => {
    const language = languageOf(doc?.data.get('lang'), site.config.data.get('lang'))
    let tongue = made.get(language)
    if (tongue === undefined) {
      const locale = createLocale(language)
      const own = ownPhrases(site.data, language)
      tongue = {
        say: (name, ...values) => say(locale, own, name, values),
        list: (items) => locale.list.format(items),
      }
      made.set(language, tongue)
    }
    return tongue
  }
}
