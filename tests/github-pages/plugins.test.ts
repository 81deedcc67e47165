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

test('relative links of an excerpt stay as they are, and a page may have one', async () => {
  const { outputs, diagnostics } = await testSite({
    '_config.yml': `${SETTINGS}url: http://x\nrelative_links: {collections: true}\n`,
    'a.md': '---\nlayout: none\nexcerpt: own\n---\n[a](b.md) {{ page.excerpt }}\n',
    'b.md': '---\n---\nb\n',
    '_posts/2020-01-01-p.md': '---\n---\n[c](../b.md)\n\nrest\n',
    '_posts/2020-01-02-q.md': '---\nexcerpt: own [c](../b.md)\n---\n[c](../b.md)\n\nrest\n',
    'list.html': '---\nlayout: none\n---\n{% for p in site.posts %}{{ p.excerpt }}|{% endfor %}',
  })
  expect(outputs.get('a.html')).toBe('<p><a href="/b.html">a</a> own</p>\n')
  expect(outputs.get('list.html')).toBe('own [c](../b.md)|<p><a href="../b.md">c</a></p>\n\n|')
  expect(diagnostics.map(({ code }) => code)).not.toContain('relative-links/excerpt-of-page')
})
