/** What GitHub Pages' plugins make of a site in Jekyll 3.10.0, with github-pages 232 and `theme: null`. */
import { expect, test } from 'vitest'
import { testSite } from '../../src/testing.ts'

const SETTINGS = 'compat: github-pages\ntheme: null\n'

test('a README or a file without front matter in a collection becomes no page, nor is it in the sitemap', async () => {
  const { outputs } = await testSite({
    '_config.yml': `${SETTINGS}plugins: [jekyll-sitemap]\ncollections: {notes: {output: true}}\n`,
    '_notes/sub/README.md': '# Hi',
    '_notes/free.md': '# free',
    '_notes/x.html': '<p>',
    'README.md': '# r',
    'other.html': 'hello',
    'index.txt': '---\n---\n{% for p in site.pages %}{{ p.url }} {% endfor %}',
  })
  expect(outputs.get('index.txt')).toBe('/index.txt / /sitemap.xml /robots.txt ')
  expect(String(outputs.get('sitemap.xml')).match(/<loc>/g)).toHaveLength(2)
})

test('`site.github.versions` are those of the libraries, the themes and the machine, in that order', async () => {
  const { outputs } = await testSite({
    '_config.yml': `${SETTINGS}repository: owner/name\n`,
    'index.txt': '---\n---\n{% for v in site.github.versions %}{{ v[0] }} {% endfor %}',
  })
  const names = String(outputs.get('index.txt')).split(' ')
  expect(names.slice(24, 29)).toEqual([
    'jekyll-default-layout',
    'jekyll-titles-from-headings',
    'minima',
    'jekyll-swiss',
    'jekyll-theme-primer',
  ])
  expect(names.slice(40)).toEqual([
    'jekyll-theme-time-machine',
    'ruby',
    'github-pages',
    'html-pipeline',
    'sass',
    'safe_yaml',
    'nokogiri',
    '',
  ])
})
