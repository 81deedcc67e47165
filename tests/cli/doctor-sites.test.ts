/** What `doctor` finds that stops a build, and what it says though something is missing. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()

async function doctor(...flags: readonly string[]) {
  const { code, out, err } = await runIn(at.root, ['doctor', ...flags])
  return { code, out, err: err.replaceAll(at.root, 'SITE').replace(/^ +/gm, '') }
}

test('templates that cannot be compiled, all at once, with their places', async () => {
  at.put({
    '_config.yml': 'url: http://x\n',
    '_layouts/l.html': '{{ content }}{% include nav.html %}{% unless %}',
    '_layouts/unused.html': '{% nope %}',
    '_includes/nav.html': 'a\n{% gallery %}\n',
    '_includes/unused.html': '{% nope %}',
    'a.md': '---\nlayout: l\n---\n{% if x %}\n',
    'b.md': '---\nlayout: l\nrender_with_liquid: false\n---\n{% nope %}\n',
  })
  const { code, err } = await doctor()
  expect(code).toBe(1)
  expect(err).toContain("'if' tag was never closed")
  expect(err).toContain("Unknown tag 'gallery'")
  expect(err).toContain('_includes/nav.html:2:1')
  expect(err).toContain('_layouts/l.html:1:')
  expect(err).not.toContain('nope')
})

test('a tag that code of the site may bring is nobody’s mistake, one that only Ruby brings which is not run is', async () => {
  const site = { '_config.yml': 'url: http://x\n', 'a.md': '---\n---\n{% gallery %}\n' }
  at.put({ ...site, '_plugins/gallery.ts': 'export default {}' })
  expect((await doctor()).code).toBe(0)
  at.remove('_plugins')
  at.put({ ...site, '_plugins/gallery.rb': "Liquid::Template.register_tag('gallery', G)\n" })
  at.put({ '_config.yml': 'url: http://x\nignore_ruby_plugins: true\n' })
  const { code, err } = await doctor()
  expect([code, err]).toEqual([1, expect.stringContaining("Unknown tag 'gallery'")])
})

test('the tags of the plugins that a theme brings are known', async () => {
  at.put({ '_config.yml': 'url: http://x\ntheme: whirl\n', 'index.md': '---\nlayout: home\n---\n' })
  expect(await doctor()).toMatchObject({ code: 0, err: '' })
})

test('without its theme the rest of the site is looked over', async () => {
  at.put({
    '_config.yml': 'url: http://x\ntheme: nowhere-at-all\noffline: true\n',
    'a.md': '---\nlayout: post\n---\n> [!NOTE]\n\n$$x$$\n',
    'b.md': '---\ntitle: a: b\n---\n',
  })
  const { code, err } = await doctor()
  expect(code).toBe(1)
  expect(err).toContain('The nowhere-at-all theme could not be found.')
  expect(err).toContain('A build stops there. What follows is said without the theme.')
  expect(err).toContain('has an alert as GitHub shows it')
  expect(err).toContain('A value with a colon needs quotes: title: "a: b".')
  expect(err).not.toContain("layout 'post'")
  expect(err).not.toContain('has a formula')
})

test('settings that are misspelt, but none that the site has for itself', async () => {
  at.put({
    '_config.yml':
      'url: http://x\ntheme: whirl\npaginat_path: /p:num\nwhirl: {palete: moss}\nauthr: Me\nfavourites: [a]\ngithub: {}\n',
    'index.md': '---\nlayout: home\n---\n{{ site.authr }}\n',
  })
  const { code, err } = await doctor()
  expect([code, err]).toEqual([
    0,
    'Settings: Nothing reads `palete` under `whirl` in the configuration: did you mean `palette`? (_config.yml:4:9)\n' +
      'Settings: Nothing reads `paginat_path` in the configuration: did you mean `paginate_path`? (_config.yml:3:1)\n',
  ])
})

test('a site of github.io that says nothing of its Jekyll', async () => {
  const site = { '_config.yml': 'url: https://you.github.io\n', 'index.md': '---\n---\nx\n' }
  at.put(site)
  const note =
    'GitHub Pages: The site is on you.github.io, and nothing says which Jekyll builds it: if GitHub does, that is Jekyll 3.10.\n' +
    '`compat: github-pages` in the configuration builds it as GitHub does (docs/github-pages.md).\n'
  expect(await doctor()).toMatchObject({ code: 0, err: note })
  expect((await doctor('--compat', 'jekyll')).err).toBe('')
  at.put({ '.github/workflows/pages.yml': 'on: push\n' })
  expect((await doctor()).err).toBe('')
})

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')

test.skipIf(lacking('bundle', 'dist/cli.js', fs.existsSync(cli)))(
  'the command ends, with nothing of a style sheet’s compiler left running',
  () => {
    at.put({ '_config.yml': 'url: http://x\n', 'a.scss': '---\n---\na { b: c }\n' })
    const done = spawnSync(process.execPath, [cli, 'doctor'], { cwd: at.root, timeout: 60_000 })
    expect([done.signal, done.status]).toEqual([null, 0])
  },
)

test('pagination that a theme’s gem brings, or may bring, is not missed', async () => {
  const site = 'url: http://x\npaginate: 2\n'
  const index = { 'index.md': '---\n---\nx\n' }
  at.put({ ...index, '_config.yml': site })
  expect((await doctor()).err).toContain('You appear to have pagination turned on')
  at.put({ '_config.yml': `${site}theme: nowhere-at-all\noffline: true\n` })
  expect((await doctor()).err).not.toContain('turned on')
  const theme = { 'near/_layouts/default.html': '{{ content }}', '_config.yml': `${site}theme: near\n` }
  const spec = (needs: string) =>
    `Gem::Specification.new do |s|\n  s.name = 'near'\n  s.version = '1.0'\n${needs}end\n`
  at.put({ ...theme, Gemfile: "gem 'near', path: 'near'\n", 'near/near.gemspec': spec('') })
  expect((await doctor()).err).toContain('You appear to have pagination turned on')
  at.put({ 'near/near.gemspec': spec("  s.add_runtime_dependency 'jekyll-paginate', '~> 1.1'\n") })
  expect((await doctor()).err).not.toContain('turned on')
})
