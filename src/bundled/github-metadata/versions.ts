/** `site.github.versions`: what GitHub Pages runs, as https://pages.github.com/versions lists it. */
import type { Hash } from '../../plugin-api.ts'

const VERSIONS: readonly (readonly [string, string])[] = [
  ['jekyll', '3.10.0'],
  ['jekyll-sass-converter', '1.5.2'],
  ['kramdown', '2.4.0'],
  ['kramdown-parser-gfm', '1.1.0'],
  ['jekyll-commonmark-ghpages', '0.5.1'],
  ['liquid', '4.0.4'],
  ['rouge', '3.30.0'],
  ['github-pages-health-check', '1.18.2'],
  ['jekyll-redirect-from', '0.16.0'],
  ['jekyll-sitemap', '1.4.0'],
  ['jekyll-feed', '0.17.0'],
  ['jekyll-gist', '1.5.0'],
  ['jekyll-paginate', '1.1.0'],
  ['jekyll-coffeescript', '1.2.2'],
  ['jekyll-seo-tag', '2.8.0'],
  ['jekyll-github-metadata', '2.16.1'],
  ['jekyll-avatar', '0.8.0'],
  ['jekyll-remote-theme', '0.4.3'],
  ['jekyll-include-cache', '0.2.1'],
  ['jemoji', '0.13.0'],
  ['jekyll-mentions', '1.6.0'],
  ['jekyll-relative-links', '0.6.1'],
  ['jekyll-optional-front-matter', '0.3.2'],
  ['jekyll-readme-index', '0.3.0'],
  ['jekyll-default-layout', '0.1.5'],
  ['jekyll-titles-from-headings', '0.5.3'],
  ['github-pages', '232'],
  ['ruby', '3.3.4'],
]

export function githubPagesVersions(): Hash {
  return new Map(VERSIONS)
}
