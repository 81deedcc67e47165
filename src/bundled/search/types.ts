/** What the search plugin and the adapter of its index share. */

/** `search:` in the configuration. */
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

/** A finished page and its address without `baseurl`. */
export interface SearchPage {
  readonly url: string
  readonly html: string
}
