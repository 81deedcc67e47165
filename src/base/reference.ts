/**
 * The reference: which Jekyll, and which versions of its libraries, a site is built as. One value, chosen once
 * and handed to every engine; each engine keeps a table of what its versions do otherwise.
 *
 * A version that is not known is rounded to the newest known one before it (`knownVersion`); what is printed
 * (`jekyll.version`, a feed's generator) stays as the lock file has it.
 */
import { compareVersions } from './gem-version.ts'

/** Jekyll by minor version, oldest first. */
export const JEKYLL_VERSIONS = ['3.10', '4.2', '4.3', '4.4'] as const
export type JekyllVersion = (typeof JEKYLL_VERSIONS)[number]

export const LIQUID_VERSIONS = ['4.0', '5.4'] as const
export type LiquidVersion = (typeof LIQUID_VERSIONS)[number]

export const KRAMDOWN_VERSIONS = ['1.17', '2.3', '2.4', '2.5'] as const
export type KramdownVersion = (typeof KRAMDOWN_VERSIONS)[number]

/** Rouge, as far as one prints otherwise than the one before it. */
export const ROUGE_VERSIONS = ['3.26', '3.30', '4.1', '4.5', '4.7', '5.1'] as const
export type RougeVersion = (typeof ROUGE_VERSIONS)[number]

/** Who reads YAML: SafeYAML (upstream's Jekyll), or Psych alone (Debian's). */
export type YamlReader = 'safe_yaml' | 'psych'

/** Who compiles Sass: jekyll-sass-converter 1.5, 2 and 3. */
export type SassCompiler = 'ruby-sass' | 'libsass' | 'dart-sass'

export interface Reference {
  readonly jekyll: JekyllVersion
  readonly liquid: LiquidVersion
  readonly kramdown: KramdownVersion
  readonly rouge: RougeVersion
  readonly yaml: YamlReader
  readonly sass: SassCompiler
  /**
   * exact versions of gems by name, `jekyll` among them, and of `ruby`: what is printed, what bundled plugins go by, and
   * how Ruby and its `json` word and write things
   */
  readonly gems: Readonly<Record<string, string>>
}

/** What `gem install jekyll` and the newest plugins gave on 2026-11-29. */
const STOCK: Reference = {
  jekyll: '4.4',
  liquid: '4.0',
  kramdown: '2.5',
  rouge: '4.7',
  yaml: 'safe_yaml',
  sass: 'dart-sass',
  gems: {
    jekyll: '4.4.1',
    liquid: '4.0.4',
    kramdown: '2.5.2',
    rouge: '4.7.0',
    ruby: '3.3.8',
    json: '3.1.0',
    'jekyll-archives': '2.3.0',
    'jekyll-avatar': '0.8.0',
    'jekyll-coffeescript': '2.0.0',
    'jekyll-default-layout': '0.2.1',
    'jekyll-feed': '0.18.0',
    'jekyll-gist': '1.5.0',
    'jekyll-github-metadata': '2.16.1',
    'jekyll-include-cache': '0.3.1',
    'jekyll-last-modified-at': '1.3.2',
    'jekyll-mentions': '1.6.0',
    'jekyll-optional-front-matter': '0.3.4',
    'jekyll-paginate': '1.1.0',
    'jekyll-paginate-v2': '3.0.0',
    'jekyll-readme-index': '0.5.1',
    'jekyll-redirect-from': '0.17.0',
    'jekyll-relative-links': '0.9.1',
    'jekyll-sass-converter': '3.1.0',
    'jekyll-seo-tag': '2.9.1',
    'jekyll-sitemap': '1.4.0',
    'jekyll-titles-from-headings': '0.5.7',
    'jekyll-toc': '0.19.0',
    jemoji: '0.13.0',
  },
}

/** Debian 12's packages. */
const JEKYLL_4_3: Reference = {
  jekyll: '4.3',
  liquid: '5.4',
  kramdown: '2.4',
  rouge: '3.30',
  yaml: 'psych',
  sass: 'libsass',
  gems: {
    ...STOCK.gems,
    jekyll: '4.3.1',
    liquid: '5.4.0',
    kramdown: '2.4.0',
    rouge: '3.30.0',
    ruby: '3.1.2',
    json: '2.6.1',
    'jekyll-archives': '2.2.1',
    'jekyll-default-layout': '0.1.5',
    'jekyll-feed': '0.17.0',
    'jekyll-github-metadata': '2.15.0',
    'jekyll-include-cache': '0.2.1',
    'jekyll-last-modified-at': '1.3.0',
    'jekyll-optional-front-matter': '0.3.2',
    'jekyll-readme-index': '0.3.0',
    'jekyll-redirect-from': '0.16.0',
    'jekyll-relative-links': '0.7.0',
    'jekyll-sass-converter': '2.2.0',
    'jekyll-seo-tag': '2.8.0',
    'jekyll-titles-from-headings': '0.5.3',
    'jekyll-toc': '0.18.0',
  },
}

/** github-pages 232, as https://pages.github.com/versions lists it. */
const GITHUB_PAGES: Reference = {
  jekyll: '3.10',
  liquid: '4.0',
  kramdown: '2.4',
  rouge: '3.30',
  yaml: 'safe_yaml',
  sass: 'ruby-sass',
  gems: {
    jekyll: '3.10.0',
    'jekyll-sass-converter': '1.5.2',
    kramdown: '2.4.0',
    'kramdown-parser-gfm': '1.1.0',
    'jekyll-commonmark-ghpages': '0.5.1',
    liquid: '4.0.4',
    rouge: '3.30.0',
    'github-pages-health-check': '1.18.2',
    'jekyll-redirect-from': '0.16.0',
    'jekyll-sitemap': '1.4.0',
    'jekyll-feed': '0.17.0',
    'jekyll-gist': '1.5.0',
    'jekyll-paginate': '1.1.0',
    'jekyll-coffeescript': '1.2.2',
    'jekyll-seo-tag': '2.8.0',
    'jekyll-github-metadata': '2.16.1',
    'jekyll-avatar': '0.8.0',
    'jekyll-remote-theme': '0.4.3',
    'jekyll-include-cache': '0.2.1',
    jemoji: '0.13.0',
    'jekyll-mentions': '1.6.0',
    'jekyll-relative-links': '0.6.1',
    'jekyll-optional-front-matter': '0.3.2',
    'jekyll-readme-index': '0.3.0',
    'jekyll-default-layout': '0.1.5',
    'jekyll-titles-from-headings': '0.5.3',
    ruby: '3.3.4',
    'github-pages': '232',
    'html-pipeline': '2.14.3',
    sass: '3.7.4',
    safe_yaml: '1.0.5',
    nokogiri: '1.16.7',
    json: '2.7.2',
  },
}

/** References by the name that `compat` has for them; `jekyll` is the newest. */
export const REFERENCES: Readonly<Record<string, Reference>> = {
  jekyll: STOCK,
  'jekyll-4.4': STOCK,
  'jekyll-4.3': JEKYLL_4_3,
  'github-pages': GITHUB_PAGES,
}

/** The parts of a reference that `compat` may name a version of, and what is known of each. */
export const REFERENCE_PARTS = {
  jekyll: JEKYLL_VERSIONS,
  liquid: LIQUID_VERSIONS,
  kramdown: KRAMDOWN_VERSIONS,
  rouge: ROUGE_VERSIONS,
} as const

/**
 * Which of `known` (oldest first) stands for `version`: the newest of its major version that is not after it, else the
 * oldest of its major version, else the newest before it, else the oldest: Rouge 4.0.1 and 4.2 are `4.1`, 2.2 is `3.26`.
 */
export function knownVersion<V extends string>(version: string, known: readonly [V, ...V[]]): V {
  // A pre-release is nearer to what comes of it than to the release before.
  const release = version.replace(/[.-]?[A-Za-z].*$/, '')
  if (release !== version && release !== '') return knownVersion(release, known)
  const isBefore = (each: V): boolean => compareVersions(each, version) <= 0
  const major = version.split('.', 1)[0]
  const same = known.filter((each) => each.split('.', 1)[0] === major)
  return same.findLast(isBefore) ?? same[0] ?? known.findLast(isBefore) ?? known[0]
}

/** Whether the site is built with `gem` of `version` or a newer one. */
export function hasGem({ gems }: Reference, gem: string, version: string): boolean {
  return compareVersions(gems[gem] ?? '0', version) >= 0
}
