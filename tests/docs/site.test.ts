/** The documentation as a site: all of the repository's Markdown, without a fault that `check` finds. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { newFolder } from '../site-maker.ts'

const root = path.resolve('.')
const CONFIG = 'docs/site/_config.yml'

test('the documentation is a site without a fault', { timeout: 120_000 }, async () => {
  const checked = await runIn(root, ['check', '--strict', '--config', CONFIG])
  expect([checked.code, checked.err], checked.out).toEqual([0, ''])
})

test('each file of the documentation is a page, and no other file of the repository is there', {
  timeout: 120_000,
}, async () => {
  const built = newFolder()
  try {
    const args = ['build', '--quiet', '--disable-disk-cache', '--config', CONFIG, '--destination', built.root]
    expect(await runIn(root, args)).toMatchObject({ code: 0, err: '' })
    const texts = fs
      .readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('_site'))
      .map((name) => `docs/${name.replaceAll(path.sep, '/')}`)
    const pages = [...texts, 'README.md', 'CHANGELOG.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map((name) =>
      name.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html'),
    )
    const made = built.list()
    expect(pages.filter((page) => !made.includes(page))).toEqual([])
    const others = made.filter((name) => !/\.html$|^(?:assets|docs|pagefind)\//.test(name))
    expect(others.filter((name) => !name.startsWith('examples/plugins/'))).toEqual([
      'CITATION.cff',
      'LICENSE',
      'feed.json',
      'feed.xml',
      'redirects.json',
      'robots.txt',
      'sitemap.xml',
    ])
    // What is made with Liquid is, and texts about it show it.
    const withLiquid = [
      'feed.json',
      'feed.xml',
      'robots.txt',
      'sitemap.xml',
      'assets/whirl/style.css',
      '404.html',
    ]
    expect(withLiquid.filter((name) => /\{[{%]/.test(built.read(name)))).toEqual([])
    expect(built.read('docs/theme.html')).toContain('{% include')
    // The comparison with others, and what is told apart, stand in pages of it.
    expect(built.read('index.html')).toMatch(/<td>10,000<\/td>\s*<td>Whirl<\/td>/)
    expect(built.read('docs/references.html')).toContain('<td>kramdown</td>')
  } finally {
    built.remove('.')
  }
})
