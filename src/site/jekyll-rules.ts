/**
 * What the versions of Jekyll do otherwise, one switch for each difference that a site can see, as changes to the next
 * version. From Jekyll's upgrade guide, its history and the scenarios that came with each version.
 */
import type { JekyllVersion } from '../base/index.ts'

export interface JekyllRules {
  /** old names of settings, and lists written as one text, are taken, with a warning (3) */
  readonly oldSettings: boolean
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
  /** filters that look up a property of items take texts that are numbers for numbers (4.0) */
  readonly sortsNumbersInText: boolean
  /** slugs keep marks and letters of every script (4.1); before, only what is alphabetic */
  readonly slugsKeepMarks: boolean
  /** an undated document of a collection has the site's time for its date (4.0); before, none */
  readonly datesUndated: boolean
  /** what a page's text is made into is kept by the page's path: another page of that path runs it too (4.0) */
  readonly keepsTemplates: boolean
  /** an excerpt that is not the whole text ends with a blank line (until 4.0) */
  readonly excerptsEndBlank: boolean
  /**
   * name of the partial of a new blank site (4.4); before it was `main`, which Dart Sass takes for the page of that name,
   * so that the page would load itself
   */
  readonly blankPartial: 'base' | 'main'
  /** `mark_lines` of a `highlight` tag is heeded (4.4) */
  readonly marksLines: boolean
  /** a filter that asks a list for a property names the list in its error (4.4) */
  readonly namesList: boolean
  /** `theme.root` is reported only where `JEKYLL_ENV` says `development` (4.4) */
  readonly hidesThemeRoot: boolean
}

const JEKYLL_4_4: JekyllRules = {
  oldSettings: false,
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
  datesUndated: true,
  keepsTemplates: true,
  excerptsEndBlank: false,
  blankPartial: 'base',
  marksLines: true,
  namesList: true,
  hidesThemeRoot: true,
}

const JEKYLL_4_3: JekyllRules = {
  ...JEKYLL_4_4,
  blankPartial: 'main',
  marksLines: false,
  namesList: false,
  hidesThemeRoot: false,
}

const JEKYLL_4_2: JekyllRules = {
  ...JEKYLL_4_3,
  listsCollectionFiles: false,
  documentNames: false,
}

const JEKYLL_3_10: JekyllRules = {
  ...JEKYLL_4_2,
  oldSettings: true,
  baseurlInTags: false,
  addsExcludes: false,
  liquidSwitch: false,
  hidesCollectionFiles: false,
  sortsCollections: false,
  themeConfig: false,
  whereFindsNothing: false,
  sortsNumbersInText: false,
  slugsKeepMarks: false,
  datesUndated: false,
  keepsTemplates: false,
  excerptsEndBlank: true,
}

const RULES: Readonly<Record<JekyllVersion, JekyllRules>> = {
  '3.10': JEKYLL_3_10,
  '4.2': JEKYLL_4_2,
  '4.3': JEKYLL_4_3,
  '4.4': JEKYLL_4_4,
}

export function jekyllRules(version: JekyllVersion): JekyllRules {
  return RULES[version]
}
