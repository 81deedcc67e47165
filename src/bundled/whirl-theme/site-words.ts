/** What pages say that belong to no author: in the language of the site. And which words are not there. */
import {
  createLocale,
  type Diagnostic,
  type Hash,
  isNil,
  isPhrase,
  languageOf,
  nearest,
  ownPhrases,
  type PhraseName,
  phraseIn,
  phraseNames,
  rubyToS,
  type Say,
  type Site,
  say,
  type Value,
} from '../../plugin-api.ts'
import { tonguesOf } from './tongues.ts'

/** How many of the phrases that are not there a message names. */
const NAMED = 5

/** Phrases in a language, or in that of the site, for the titles of pages that the theme adds. */
export function siteWords(site: Site, lang: string | undefined): Say {
  const language = lang ?? siteLanguage(site)
  const locale = createLocale(language)
  const own = ownPhrases(site.data, language)
  return (name, ...values) => say(locale, own, name, values)
}

function siteLanguage({ config }: Site): string {
  return languageOf(undefined, config.data.get('lang'))
}

/** One warning for each language that pages are in and that has words missing, or words that nobody says. */
export function missingWords(site: Site): readonly Diagnostic[] {
  const languages = new Set([siteLanguage(site), ...tonguesOf(site).flatMap(({ lang }) => lang ?? [])])
  for (const doc of site.renderables.values())
    languages.add(languageOf(doc.data.get('lang'), siteLanguage(site)))
  return [...languages].flatMap((language) => lacking(site, language))
}

/** One warning for each `lang`, of the configuration and of texts, that names no language. */
export function wrongLanguages(site: Site): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const look = (data: Hash, file?: string): void => {
    const lang = data.get('lang') ?? null
    if (isNil(lang) || lang === '' || isLanguage(lang)) return
    found.push({
      ...warning(
        'theme/no-language',
        `\`lang\` is ${rubyToS(lang)}, which is no tag of a language, and is left out.`,
      ),
      help: 'write one tag: en, de, pt-BR',
      settings: [{ keys: ['lang'], ...(file === undefined ? {} : { file }) }],
    })
  }
  look(site.config.data)
  for (const { data, file } of site.renderables.values()) look(data, file.path)
  return found
}

/** What is no tag is English to a locale. */
function isLanguage(lang: Value): boolean {
  return typeof lang === 'string' && (createLocale(lang).tag !== 'en' || /^\s*eng?\s*$/i.test(lang))
}

function lacking(site: Site, language: string): readonly Diagnostic[] {
  const { hasPhrases } = createLocale(language)
  const own = ownPhrases(site.data, language)
  const file = `_data/phrases/${language}.yml`
  const missing = hasPhrases ? [] : phraseNames().filter((name) => own?.get(name) === undefined)
  const found: Diagnostic[] = []
  if (missing.length > 0)
    found.push(
      warning(
        'theme/no-words',
        own === undefined
          ? `There are no words in the language '${language}': pages show English ones. Write them in ${file}.`
          : `${file} lacks ${listed(missing)}: pages show them in English.`,
      ),
    )
  for (const [key, written] of own ?? []) {
    const name = rubyToS(key as string)
    if (isPhrase(name)) {
      if (phraseIn(written) === undefined)
        found.push(
          warning(
            'theme/unknown-words',
            `'${name}' in ${file} is no text, nor a hash of texts with \`other\`: pages show ours.`,
          ),
        )
      continue
    }
    const near = nearest(name, phraseNames())
    found.push(
      warning(
        'theme/unknown-words',
        `${file} has '${name}', which no page says${near === undefined ? '.' : `: did you mean '${near}'?`}`,
      ),
    )
  }
  return found
}

function listed(names: readonly PhraseName[]): string {
  const more = names.length - NAMED
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function warning(code: string, message: string): Diagnostic {
  return { code, severity: 'warning', topic: 'Theme:', message, trail: [] }
}
