/** Which plugins a configuration brings in. */
import { expect, test } from 'vitest'
import { BUNDLED } from '../../src/bundled/index.ts'
import { buildWith } from './site.ts'

const PAGE = { 'index.html': '---\n---\n' }

test('a plugin runs when `plugins` names it, and not otherwise', () => {
  expect(buildWith(PAGE).output('sitemap.xml')).toBeUndefined()
  expect(buildWith(PAGE, undefined, [['plugins', ['jekyll-sitemap']]]).output('robots.txt')).toBe(
    'Sitemap: /sitemap.xml\n',
  )
})

test('an unknown plugin is a dependency error in Jekyll’s words', () => {
  expect(() => buildWith(PAGE, undefined, [['plugins', ['jekyll-nonesuch']]])).toThrow(
    "Yikes! It looks like you don't have jekyll-nonesuch or one of its dependencies installed.",
  )
})

test('with `safe` only what the whitelist names', () => {
  const settings = [
    ['safe', true],
    ['plugins', ['jekyll-sitemap', 'jekyll-feed']],
    ['whitelist', ['jekyll-feed']],
  ] as const
  const site = buildWith(PAGE, undefined, settings)
  expect(site.output('feed.xml')).toMatch(/^<\?xml/)
  expect(site.output('sitemap.xml')).toBeUndefined()
})

test('what Jekyll’s plugins say is said', () => {
  expect(buildWith(PAGE, undefined, [['plugins', ['jekyll-feed']]]).said).toEqual([
    'Jekyll Feed: Generating feed for posts',
  ])
})

test('gems that Whirl does the work of are no mistake', () => {
  expect(() => buildWith(PAGE, undefined, [['plugins', ['jekyll-sass-converter', 'kramdown']]])).not.toThrow()
})

/** Those without a gem. */
const OWN = new Set([
  'attribution',
  'bibliography',
  'figures',
  'json-feed',
  'languages',
  'maths',
  'pictures',
  'references',
  'search',
  'social-cards',
  'whirl-theme',
  'writing',
])

test('the names of the bundled plugins are those of the gems, but for our own', () => {
  const others = BUNDLED.map(({ name }) => name).filter(
    (name) => !name.startsWith('jekyll-') && name !== 'jemoji',
  )
  expect(others.filter((name) => !OWN.has(name))).toEqual([])
})
