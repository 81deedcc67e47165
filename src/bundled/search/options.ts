/** `search:` in the configuration. */
import { type Config, listOf, type PluginSettings, rubyToS, schema, settingsOf } from '../../plugin-api.ts'

const { bare, either, flag, hash, oneOrMore, text } = schema

export interface SearchOptions {
  /** CSS selectors of what is left out: navigation, comments */
  readonly excludeSelectors: readonly string[]
  /** CSS selector of the element that is read; by default `html`, or what has `data-pagefind-body` */
  readonly rootSelector: string | undefined
  /** the language of all pages, whatever their `lang` says */
  readonly forceLanguage: string | undefined
  /** characters that are part of words: `_<>$` */
  readonly includeCharacters: string | undefined
}

export const SETTINGS: PluginSettings = {
  config: {
    search: either(
      'the plugin `search` (Pagefind)',
      { enum: [false, true] },
      hash('options', {
        root_selector: text('CSS selector of the element that is read'),
        exclude_selectors: oneOrMore('CSS selectors left out', bare('string')),
        include_characters: text('characters that are part of words'),
        language: text('the language of all pages'),
      }),
    ),
  },
  frontMatter: { search: flag('false keeps it out of the search') },
}

/** Undefined where the site says `search: false`. */
export function searchOptions(config: Config): SearchOptions | undefined {
  if (config.data.get('search') === false) return undefined
  const own = settingsOf(config, 'search')
  const text = (key: string): string | undefined => {
    const value = own.get(key)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    excludeSelectors: listOf(own.get('exclude_selectors')).map((each) => rubyToS(each)),
    rootSelector: text('root_selector'),
    forceLanguage: text('language'),
    includeCharacters: text('include_characters'),
  }
}
