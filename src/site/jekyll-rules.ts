/**
 * Where Jekyll 3.10, which GitHub Pages runs, does otherwise than Jekyll 4.3: one switch for each difference that a site
 * can see. From Jekyll's upgrade guide, its history and the scenarios that came with each version.
 */

export interface JekyllRules {
  /** `jekyll.version` and what `generator` tags say */
  readonly version: string
  /** `link` and `post_url` put `baseurl` in front (4.0) */
  readonly baseurlInTags: boolean
  /** the default `exclude` stays where the site has its own (4.0) */
  readonly addsExcludes: boolean
  /** `render_with_liquid: false` is heeded (4.0) */
  readonly liquidSwitch: boolean
  /** files of a collection that is not written are not copied either (4.0) */
  readonly hidesCollectionFiles: boolean
  /** `site.static_files` has the files of collections too (4.3) */
  readonly listsCollectionFiles: boolean
  /** `sort_by` and `order` of a collection are heeded (4.0) */
  readonly sortsCollections: boolean
  /** a theme's `_config.yml` (4.0) and `_data` (4.3) count */
  readonly themeConfig: boolean
  /** documents have `name` (4.3) */
  readonly documentNames: boolean
  /** `where` finds what is nil, `empty` or `blank` (4.0); before, everything was compared as text */
  readonly whereFindsNothing: boolean
  /** `sort` takes texts that are numbers for numbers (4.0) */
  readonly sortsNumbersInText: boolean
  /** slugs keep marks and letters of every script (4.1); before, only what is alphabetic */
  readonly slugsKeepMarks: boolean
  /** stylesheets are printed as libsass does, with source maps (4.0); before, as Ruby Sass did, without */
  readonly libsass: boolean
}

export const JEKYLL_4: JekyllRules = {
  version: '4.3.1',
  baseurlInTags: true,
  addsExcludes: true,
  liquidSwitch: true,
  hidesCollectionFiles: true,
  listsCollectionFiles: true,
  sortsCollections: true,
  themeConfig: true,
  documentNames: true,
  whereFindsNothing: true,
  sortsNumbersInText: true,
  slugsKeepMarks: true,
  libsass: true,
}

export const JEKYLL_3: JekyllRules = {
  version: '3.10.0',
  baseurlInTags: false,
  addsExcludes: false,
  liquidSwitch: false,
  hidesCollectionFiles: false,
  listsCollectionFiles: false,
  sortsCollections: false,
  themeConfig: false,
  documentNames: false,
  whereFindsNothing: false,
  sortsNumbersInText: false,
  slugsKeepMarks: false,
  libsass: false,
}
