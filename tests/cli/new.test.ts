import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()
const clock = { SOURCE_DATE_EPOCH: '1700000000' }

test('new makes a site that builds without a word of warning', async () => {
  const made = await runIn(at.root, ['new', 'my', 'blog'], clock)
  expect(made).toEqual({
    code: 0,
    out: `New Whirl site installed in ${at.root}/my blog. \nNext: cd 'my blog' && whirl serve\n`,
    err: '',
  })
  expect(at.list().map((name) => name.replace('my blog/', ''))).toEqual([
    '.gitignore',
    '_config.yml',
    '_posts/2023-11-14-welcome.markdown',
    'about.markdown',
    'index.markdown',
  ])
  const built = await runIn(`${at.root}/my blog`, ['build'], clock)
  expect([built.code, built.err]).toEqual([0, ''])
  const home = at.read('my blog/_site/index.html')
  expect(home).toContain('<a href="/2023/11/welcome/">Welcome</a>')
  for (const [place, title] of [
    ['/archive/', 'Archive'],
    ['/about/', 'About'],
  ])
    expect(home).toContain(`<a href="${place}">${title}</a>`)
  expect(home).toMatch(/<a href="\/"[^>]*>Home<\/a>/)
  expect(at.read('my blog/_site/archive/index.html')).toContain('<a href="/2023/11/welcome/">Welcome</a>')
  expect(at.read('my blog/_site/about/index.html')).toContain('<p>I am Your name. ')
  // Nothing is loaded from elsewhere.
  expect(home).not.toMatch(
    /<(?:script[^>]* src|link rel="(?:stylesheet|preload|icon)"[^>]* href|img[^>]* src)="(?:https?:)?\/\//,
  )
  expect(at.read('my blog/_site/2023/11/welcome/index.html')).toContain('<span class="kd">function</span>')
  expect(at.list()).toContain('my blog/_site/feed.xml')
})

test('new --blank names the partial as the Jekyll asked for does', async () => {
  for (const [compat, partial] of [
    ['jekyll-4.4', 'base'],
    ['jekyll-4.3', 'main'],
  ] as const) {
    expect((await runIn(at.root, ['new', compat, '--blank', '--compat', compat])).code).toBe(0)
    expect(at.list().filter((name) => name.startsWith(`${compat}/_sass`))).toEqual([
      `${compat}/_sass/${partial}.scss`,
    ])
    expect((await runIn(`${at.root}/${compat}`, ['build', '--compat', compat])).code).toBe(0)
  }
  const wrong = await runIn(at.root, ['new', 'x', '--blank', '--compat', 'jekyl-4.3'])
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("did you mean 'jekyll-4.3'?")])
})

test('new --blank makes the bare shape, which builds too', async () => {
  const made = await runIn(at.root, ['new', 'b', '--blank'])
  expect([made.code, made.err]).toEqual([0, ''])
  for (const place of ['_data', '_drafts', '_includes', '_layouts', '_posts', '_sass', 'assets/css'])
    expect(fs.statSync(path.join(at.root, 'b', place)).isDirectory()).toBe(true)
  const built = await runIn(`${at.root}/b`, ['build'])
  expect([built.code, built.err]).toEqual([0, ''])
  expect(at.read('b/_site/assets/css/main.css')).toContain('body {\n  margin: 2rem auto;')
})

test('new leaves what is there alone, unless forced', async () => {
  at.put({ 'x/index.md': 'mine', 'x/kept.md': 'kept' })
  const refused = await runIn(at.root, ['new', 'x'])
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: `          Conflict: ${at.root}/x exists and is not empty.
                    Ensure ${at.root}/x is empty or else try again with \`--force\` to proceed and overwrite any files.
`,
  })
  expect(at.list()).toEqual(['x/index.md', 'x/kept.md'])
  expect((await runIn(at.root, ['new', 'x', '--blank', '--force'])).code).toBe(0)
  expect(at.read('x/kept.md')).toBe('kept')
  expect(at.read('x/index.md')).toContain('It works')
})

test('new wants a path, and says what the system refuses', async () => {
  const none = await runIn(at.root, ['new'])
  expect([none.code, none.out]).toEqual([1, ''])
  expect(none.err).toMatch(/^whirl \S+ \| Error: {2}You must specify a path\.\n/)
  at.put({ file: 'x' })
  const refused = await runIn(at.root, ['new', 'file/below'])
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(/Error: The system refused: /)
})

test('new-theme makes a theme with Jekyll’s lines', async () => {
  const made = await runIn(at.root, ['new-theme', 'my', 'theme', '--code-of-conduct'], clock)
  const root = `${at.root}/my_theme`
  expect([made.code, made.err]).toEqual([0, ''])
  expect(made.out.replaceAll(root, 'THEME').split('\n')).toEqual([
    ...['assets', '_data', '_layouts', '_includes', '_sass'].map(
      (name) => `             create THEME/${name}`,
    ),
    ...[
      '_layouts/page.html',
      '_layouts/post.html',
      '_layouts/default.html',
      'Gemfile',
      'my_theme.gemspec',
    ].map((name) => `             create THEME/${name}`),
    ...['README.md', 'LICENSE.txt', 'CODE_OF_CONDUCT.md'].map((name) => `             create THEME/${name}`),
    '         initialize THEME/.git',
    '             create THEME/.gitignore',
    'Your new Jekyll theme, my_theme, is ready for you in THEME! ',
    'For help getting started, read THEME/README.md. ',
    '',
  ])
  expect(at.read('my_theme/LICENSE.txt')).toContain('Copyright (c) 2023 ')
  at.put({ 'my_theme/index.md': '---\nlayout: page\n---\nhi\n' })
  expect((await runIn(root, ['build'])).code).toBe(0)
  expect(at.read('my_theme/_site/index.html')).toContain('<p>hi</p>')
})

test('new-theme refuses a name that is taken, missing or no name', async () => {
  at.put({ 'taken/x': '' })
  const taken = await runIn(at.root, ['new-theme', 'taken'])
  expect(taken).toEqual({ code: 1, out: '', err: `          Conflict: ${at.root}/taken already exists.\n` })
  expect((await runIn(at.root, ['new-theme'])).err).toContain('You must specify a theme name.')
  for (const name of ['../up', 'a/b', '.', '..'])
    expect((await runIn(at.root, ['new-theme', name])).err).toContain(
      `'${name}' cannot be the name of a theme.`,
    )
  expect(at.list()).toEqual(['taken/x'])
})

test('new refuses a blank path', async () => {
  for (const blank of ['', ' ']) {
    const said = await runIn(at.root, ['new', blank])
    expect([said.code, at.list()]).toEqual([1, []])
    expect(said.err).toContain('You must specify a path.')
  }
})
