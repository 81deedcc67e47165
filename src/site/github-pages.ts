/**
 * What GitHub Pages sets, as its documentation and the table of values of the `github-pages` gem (v232) have it: the
 * names, versions and values, nothing else.
 */
import { type Hash, REFERENCES, type Value } from '../base/index.ts'
import type { Config } from './types.ts'

/** Always on, whatever `plugins` says. */
export const PAGES_PLUGINS: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
]

/** All that may be used: the others are left out. */
const PAGES_WHITELIST: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-feed',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-redirect-from',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jekyll-avatar',
  'jemoji',
  'jekyll-mentions',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
  'jekyll-include-cache',
  'jekyll-octicons',
  'jekyll-remote-theme',
]

/** The themes that `theme:` may name, and the version each has. */
export const PAGES_THEMES: ReadonlyMap<string, string> = new Map([
  ['minima', '2.5.1'],
  ['jekyll-swiss', '1.0.0'],
  ['jekyll-theme-primer', '0.6.0'],
  ['jekyll-theme-architect', '0.2.0'],
  ['jekyll-theme-cayman', '0.2.0'],
  ['jekyll-theme-dinky', '0.2.0'],
  ['jekyll-theme-hacker', '0.2.0'],
  ['jekyll-theme-leap-day', '0.2.0'],
  ['jekyll-theme-merlot', '0.2.0'],
  ['jekyll-theme-midnight', '0.2.0'],
  ['jekyll-theme-minimal', '0.2.0'],
  ['jekyll-theme-modernist', '0.2.0'],
  ['jekyll-theme-slate', '0.2.0'],
  ['jekyll-theme-tactile', '0.2.0'],
  ['jekyll-theme-time-machine', '0.2.0'],
])

/** Of a site that names no theme. */
export const PAGES_THEME = 'jekyll-theme-primer'

/** Set unless the site sets them. */
export const PAGES_DEFAULTS: Hash = hash({
  jailed: false,
  theme: PAGES_THEME,
  kramdown: hash({
    gfm_quirks: 'paragraph_end',
    syntax_highlighter_opts: hash({ default_lang: 'plaintext' }),
  }),
})

/** Likewise, where `JEKYLL_ENV` is not `development`. */
export const PAGES_PRODUCTION_DEFAULTS: Hash = hash({ sass: hash({ style: 'compressed' }) })

/** Set whatever the site says. Plugins of the site are out of reach: their directory is one that nobody has. */
export const PAGES_OVERRIDES: Hash = hash({
  lsi: false,
  safe: true,
  plugins_dir: '0123456789abcdef0123456789abcdef',
  whitelist: PAGES_WHITELIST,
  highlighter: 'rouge',
  kramdown: hash({ template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' }),
  gist: hash({ noscript: false }),
})

/** `markdown: GFM` is CommonMark with these. */
export const PAGES_COMMONMARK: Hash = hash({
  extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
  options: ['unsafe', 'footnotes'],
})

/** Jekyll 3.10's own `exclude`; a site that leaves it as it is has `CNAME` excluded as well. */
export const JEKYLL_3_EXCLUDES: readonly string[] = [
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
]

function hash(fields: Readonly<Record<string, Value>>): Hash {
  return new Map<Value, Value>(Object.entries(fields))
}

/** The versions of what GitHub Pages runs, by name, as https://pages.github.com/versions lists them; the site's own where locked. */
export function githubPagesVersions({ reference }: Pick<Config, 'reference'>): Hash {
  const { json: _, ...gems } = REFERENCES['github-pages']?.gems ?? {}
  const listed = Object.entries(gems)
  // Themes stand before what a machine reports of itself.
  listed.splice(
    listed.findIndex(([name]) => name === 'ruby'),
    0,
    ...PAGES_THEMES,
  )
  return new Map(listed.map(([name, version]) => [name, reference.gems[name] ?? version]))
}
