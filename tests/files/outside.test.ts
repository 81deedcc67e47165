/**
 * Tries of a site to read what lies outside of it, in safe mode and as GitHub Pages builds it: every kind of link, under
 * every name that is read. A file outside holds words, and these must be in nothing that is built or said.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { newFolder } from '../site-maker.ts'

const WORDS = 'WORDS-FROM-OUTSIDE'
const PAGE = `---\ntitle: ${WORDS}\nlayout: null\n---\n${WORDS}\n`
const YAML = `marker: ${WORDS}\ntitle: ${WORDS}\n`
const LOCK = `GEM\n  remote: https://${WORDS}.example\n  specs:\n    jekyll (4.${WORDS})\n<<<<<<< ${WORDS}\n`
const SPEC = `Gem::Specification.new do |s|\n  s.name = "x"\n  s.version = "1"\n  s.description = "${WORDS}"\n  s.authors = ["${WORDS}"]\nend\n`
const INDEX = `---
---
{{ site.data | jsonify }} {{ site.title }} {{ site.marker }} {{ site.theme | jsonify }}
{% for c in site.collections %}{% for d in c.docs %}{{ d.title }}{{ d.content }}{% endfor %}{% for f in c.files %}{{ f.path }}{% endfor %}{% endfor %}
{% for p in site.posts %}{{ p.title }}{{ p.content }}{% endfor %}{% for p in site.pages %}{{ p.title }}{% endfor %}
`

/** What lies outside: a folder that may stand for any of a site's. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'x.md': PAGE,
  '2020-01-01-x.md': PAGE,
  'x.html': PAGE,
  'x.yml': YAML,
  'x.json': JSON.stringify({ marker: WORDS }),
  'x.csv': `a\n${WORDS}\n`,
  'x.tsv': `a\tb\n${WORDS}\t1\n`,
  'x.toml': `marker = "${WORDS}"\n`,
  'x.txt': WORDS,
  'x.lock': LOCK,
  'x.rb': `source "https://${WORDS}.example"\ngem "${WORDS}", path: "."\n`,
  'x.gemspec': SPEC,
  '_x.scss': `.${WORDS} { a: b }\n`,
  'x.scss': `.${WORDS} { a: b }\n`,
  config: `BUNDLE_GEMFILE: "${WORDS}"\n`,
  'package.json': JSON.stringify({ whirl: { plugins: [WORDS] } }),
  'whirl.lock': `lock: "${WORDS}"\n`,
  '_layouts/x.html': `${WORDS} {{ content }}`,
  'ruby/3.1.0/gems/own-1.0/_layouts/x.html': `${WORDS} {{ content }}`,
  '_layouts/default.html': `${WORDS} {{ content }}`,
  '_includes/x.html': WORDS,
  '_sass/x.scss': `.${WORDS} { a: b }\n`,
  '_data/x.yml': YAML,
  '_posts/2020-01-01-x.md': PAGE,
  '_drafts/x.md': PAGE,
  '_things/x.md': PAGE,
  'assets/x.txt': WORDS,
  'deep/2020-01-01-x.md': PAGE,
  'deep/x.html': WORDS,
  'deep/x.md': PAGE,
  'deep/x.yml': YAML,
  'deep/_x.scss': `.${WORDS} { a: b }\n`,
}

interface Name {
  /** where the link stands in the site, which `target` outside it leads to */
  readonly at: string
  readonly target: string
  /** as in Jekyll, which never reads a theme's configuration through a link */
  readonly silent?: boolean
  /** the rest of the site; a file `_config.yml` that it must have to ask for it */
  readonly files?: Readonly<Record<string, string>>
}

const config = (text: string): Readonly<Record<string, string>> => ({ '_config.yml': text })
const things = config('collections: { things: { output: true } }\n')
const laidOut = { 'a.md': '---\nlayout: x\n---\na\n' }
const including = { 'a.md': '---\n---\n{% include x.html %}\n' }
const styled = { 'a.scss': '---\n---\n@import "x";\n' }
const themed = { ...config('theme: own\n'), ...laidOut }

const NAMES: readonly Name[] = [
  { at: '_config.yml', target: 'x.yml' },
  { at: '_config.yaml', target: 'x.yml' },
  { at: '_config.toml', target: 'x.toml' },
  { at: '_data/x.yml', target: 'x.yml' },
  { at: '_data/x.json', target: 'x.json' },
  { at: '_data/x.csv', target: 'x.csv' },
  { at: '_data/x.tsv', target: 'x.tsv' },
  { at: '_data', target: '_data' },
  { at: '_data/deep', target: 'deep' },
  { at: 'd', target: '_data', files: config('data_dir: d\n') },
  { at: 'd', target: '', files: config('data_dir: d/_data\n') },
  { at: '_posts/2020-01-01-x.md', target: 'x.md' },
  { at: '_posts', target: '_posts' },
  { at: '_posts/deep', target: 'deep' },
  { at: 'sub/_posts', target: '_posts' },
  { at: '_drafts/x.md', target: 'x.md', files: config('show_drafts: true\n') },
  { at: '_drafts', target: '_drafts', files: config('show_drafts: true\n') },
  { at: 'sub/_drafts', target: '_drafts', files: config('show_drafts: true\n') },
  { at: '_layouts/x.html', target: 'x.html', files: laidOut },
  { at: '_layouts', target: '_layouts', files: laidOut },
  { at: '_layouts/deep', target: 'deep', files: { 'a.md': '---\nlayout: deep/x\n---\na\n' } },
  { at: 'l', target: '_layouts', files: { ...config('layouts_dir: l\n'), ...laidOut } },
  { at: '_includes/x.html', target: 'x.html', files: including },
  { at: '_includes', target: '_includes', files: including },
  { at: '_includes/deep', target: 'deep', files: { 'a.md': '---\n---\n{% include deep/x.html %}\n' } },
  { at: 'i', target: '_includes', files: { ...config('includes_dir: i\n'), ...including } },
  { at: 'x.txt', target: 'x.txt', files: { 'a.md': '---\n---\n{% include_relative x.txt %}\n' } },
  { at: 'in', target: 'deep', files: { 'a.md': '---\n---\n{% include_relative in/x.html %}\n' } },
  { at: '_sass/_x.scss', target: '_x.scss', files: styled },
  { at: '_sass', target: '_sass', files: styled },
  { at: '_sass/deep', target: 'deep', files: { 'a.scss': '---\n---\n@import "deep/x";\n' } },
  { at: 's', target: '_sass', files: { ...config('sass: { sass_dir: s }\n'), ...styled } },
  { at: 's', target: '_sass', files: { ...config('sass: { load_paths: [s] }\n'), ...styled } },
  { at: '_things', target: '_things', files: things },
  { at: '_things/x.md', target: 'x.md', files: things },
  { at: '_things/x.txt', target: 'x.txt', files: things },
  { at: '_things/deep', target: 'deep', files: things },
  { at: 'c', target: '', files: config('collections_dir: c\ncollections: { things: { output: true } }\n') },
  { at: 'c/_things', target: '_things', files: config('collections_dir: c\ncollections: [things]\n') },
  { at: 'c/_posts', target: '_posts', files: config('collections_dir: c\n') },
  { at: 'x.md', target: 'x.md' },
  { at: 'x.html', target: 'x.html' },
  { at: 'x.txt', target: 'x.txt' },
  { at: 'x.scss', target: 'x.scss' },
  { at: 'sub/x.md', target: 'x.md' },
  { at: 'sub', target: 'deep' },
  { at: 'sub/deep', target: 'deep' },
  { at: '.hidden/x.md', target: 'x.md', files: config('include: [.hidden]\n') },
  { at: '_pages', target: 'deep', files: config('include: [_pages]\n') },
  { at: '_pages', target: 'deep', files: config('include: [_pages/x.md]\n') },
  { at: 'README.md', target: 'x.md', files: config('plugins: [jekyll-readme-index]\n') },
  { at: 'bare.md', target: 'x.txt', files: config('plugins: [jekyll-optional-front-matter]\n') },
  { at: 'Gemfile', target: 'x.rb' },
  { at: 'gems.rb', target: 'x.rb' },
  { at: 'Gemfile.lock', target: 'x.lock' },
  { at: 'gems.locked', target: 'x.lock' },
  { at: '.bundle/config', target: 'config' },
  { at: '.bundle', target: '' },
  {
    at: 'own/x.gemspec',
    target: 'x.gemspec',
    files: { 'own/_layouts/x.html': 'x', ...config('theme_dir: own\n') },
  },
  {
    at: 'own/package.json',
    target: 'package.json',
    files: { 'own/_layouts/x.html': '', ...config('theme_dir: own\n') },
  },
  { at: 'whirl.lock', target: 'whirl.lock', files: themed },
  { at: 'own', target: '', files: { ...config('theme_dir: own\n'), ...laidOut } },
  { at: 'own', target: '', files: { ...config('remote_theme: ./own\n'), ...laidOut } },
  {
    at: 'own/_layouts',
    target: '_layouts',
    files: { ...config('theme_dir: own\n'), 'own/assets/a': '', ...laidOut },
  },
  { at: 'own/_data', target: '_data', files: { ...config('theme_dir: own\n'), 'own/_layouts/x.html': 'x' } },
  {
    at: 'own/_includes',
    target: '_includes',
    files: { ...config('theme_dir: own\n'), 'own/assets/a': '', ...including },
  },
  {
    at: 'own/_sass',
    target: '_sass',
    files: { ...config('theme_dir: own\n'), 'own/assets/a': '', ...styled },
  },
  {
    at: 'own/assets',
    target: 'assets',
    files: { ...config('theme_dir: own\n'), 'own/_layouts/x.html': 'x' },
  },
  {
    at: 'own/_config.yml',
    target: 'x.yml',
    silent: true,
    files: { ...config('theme_dir: own\n'), 'own/_layouts/x.html': 'x' },
  },
  { at: 'vendor', target: '', files: themed },
  { at: 'vendor/own', target: '', files: themed },
  { at: 'vendor/own/_layouts', target: '_layouts', files: themed },
  {
    at: 'vendor/own/assets',
    target: 'assets',
    files: { ...config('theme: own\n'), 'vendor/own/_layouts/x.html': 'x' },
  },
  { at: 'node_modules', target: '', files: themed },
  { at: 'node_modules/own', target: '', files: themed },
  { at: 'node_modules/own/_layouts', target: '_layouts', files: themed },
  { at: 'vendor/bundle/ruby/3.1.0/gems/own-1.0', target: '', files: themed },
  { at: 'vendor/bundle', target: '', files: themed },
]

/** How a link leads out; the last through another link of the site. */
const KINDS = ['absolute', 'relative', 'chain'] as const
const MODES = ['--safe', '--compat github-pages'] as const

/** Hundreds of small sites come and go: in memory, where there is room for files, several times as fast as on a disk. */
const ROOM = isWritable('/dev/shm') ? '/dev/shm' : os.tmpdir()

function isWritable(directory: string): boolean {
  try {
    fs.accessSync(directory, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

const { root: outside, put, remove } = newFolder(ROOM)
put(OUTSIDE)
// Where names that begin at the theme's folder find one, too.
put({ 'own/_layouts/x.html': `${WORDS} {{ content }}`, 'own-1.0/_layouts/x.html': `${WORDS} {{ content }}` })
process.on('exit', () => remove('.'))

/** Everything that came of a build of the site with these files and links. */
async function built(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>>,
  mode: readonly string[],
  command = 'build',
): Promise<{ said: string; code: number; words: readonly string[] }> {
  const site = newFolder(ROOM)
  try {
    site.put({ 'index.md': INDEX, ...files })
    for (const [at, target] of Object.entries(links)) {
      fs.mkdirSync(path.dirname(site.at(at)), { recursive: true })
      fs.symlinkSync(target, site.at(at))
    }
    const { code, out, err } = await runIn(site.root, [command, ...mode], { WHIRL_OFFLINE: '1' })
    const words = site.has('_site') ? contentsBelow(site.at('_site')) : []
    if ((out + err).includes(WORDS)) words.push('what is printed')
    return { said: out + err, code, words }
  } finally {
    site.remove('.')
  }
}

/** The files below `root` whose names or contents have the words. */
function contentsBelow(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        name.includes(WORDS) ||
        (fs.statSync(path.join(root, name)).isFile() &&
          fs.readFileSync(path.join(root, name), 'utf8').includes(WORDS)),
    )
}

describe.each(MODES)('%s', (mode) => {
  describe.each(KINDS)('%s links', (kind) => {
    test.each(NAMES.map((name) => [`${name.at} ${name.files?.['_config.yml'] ?? ''}`.trim(), name] as const))(
      '%s',
      async (_title, { at, target, files = {}, silent = false }) => {
        const there = path.join(outside, target)
        const links: Record<string, string> = {
          absolute: { [at]: there },
          relative: { [at]: `${upFrom(at)}${there.slice(1)}` },
          chain: { '.way/out': there, [at]: `${'../'.repeat(at.split('/').length - 1)}.way/out` },
        }[kind]
        const { words, said, code } = await built(files, links, mode.split(' '))
        expect(words).toEqual([])
        expect(code).not.toBe(70)
        expect(said.match(/leads out of the|lies outside the site/g) ?? []).toHaveLength(silent ? 0 : 1)
      },
    )
  })
})

/** Enough steps up to be at the root of the file system, whatever folder sites are in. */
function upFrom(at: string): string {
  return '../'.repeat(at.split('/').length + 20)
}

const DIGEST = 'a'.repeat(64)
const bundled = { ...config('theme: own\n'), ...laidOut }

/** Paths that a site writes down, where `^` is the folder outside; some through links. */
const WRITTEN: readonly (readonly [
  title: string,
  files: Readonly<Record<string, string>>,
  links?: Readonly<Record<string, string>>,
])[] = [
  ['theme_dir', { ...config('theme_dir: ^\n'), ...laidOut }],
  ['theme_dir, relative', { ...config('theme_dir: ../../../../../..^\n'), ...laidOut }],
  ['remote_theme', { ...config('remote_theme: ^\nplugins: [jekyll-remote-theme]\n'), ...laidOut }],
  ['a gem of the Gemfile', { Gemfile: 'gem "own", path: "^"\n', ...bundled }],
  ['a gem of gems.rb', { 'gems.rb': 'gem "own", path: "^"\n', ...bundled }],
  ['a gem of the lock', { 'Gemfile.lock': 'PATH\n  remote: ^\n  specs:\n    own (1.0)\n', ...bundled }],
  ['BUNDLE_PATH', { '.bundle/config': 'BUNDLE_PATH: "^"\n', ...bundled }],
  ['BUNDLE_GEMFILE', { '.bundle/config': 'BUNDLE_GEMFILE: "^/x.rb"\n' }],
  ['BUNDLE_GEMFILE with a lock', { '.bundle/config': 'BUNDLE_GEMFILE: "^/x"\n' }],
  [
    'a Gemfile whose lock is a link',
    { '.bundle/config': 'BUNDLE_GEMFILE: "own/x"\n', 'own/x': '' },
    { 'own/x.lock': '^/x.lock' },
  ],
  ['load_paths of Sass', { ...config('sass: { load_paths: [^/_sass] }\n'), ...styled }],
  ['sass_dir', { ...config('sass: { sass_dir: ^/_sass }\n'), ...styled }],
  ['layouts_dir', { ...config('layouts_dir: ^/_layouts\n'), ...laidOut }],
  ['includes_dir', { ...config('includes_dir: ^/_includes\n'), ...including }],
  ['data_dir', config('data_dir: ^/_data\n')],
  ['collections_dir', config('collections_dir: ^\ncollections: [things]\n')],
  ['include', config('include: [^/x.md, ../x.md]\n')],
  ['source', config('source: ^\n')],
  [
    'a fetched theme in the cache of the site',
    {
      ...bundled,
      'whirl.lock': `lock: 1\nthemes:\n  own:\n    gem: https://rubygems.org\n    version: "1.0"\n    sha256: "${DIGEST}"\n`,
      [`.jekyll-cache/themes/own-1.0-${DIGEST.slice(0, 12)}/receipt.json`]: JSON.stringify({
        name: 'own',
        locked: { sha256: DIGEST },
      }),
    },
    { [`.jekyll-cache/themes/own-1.0-${DIGEST.slice(0, 12)}/theme`]: '^' },
  ],
]

describe.each(MODES)('%s, paths that are written down', (mode) => {
  test.each(WRITTEN.map(([title, ...site]) => [title, site] as const))(
    '%s',
    async (_title, [files, links = {}]) => {
      const named = (all: Readonly<Record<string, string>>): Record<string, string> =>
        Object.fromEntries(Object.entries(all).map(([name, text]) => [name, text.replaceAll('^', outside)]))
      const { words, code } = await built(named(files), named(links), mode.split(' '))
      expect(words).toEqual([])
      expect(code).not.toBe(70)
    },
  )
})

describe.each(['check', 'doctor'])('%s', (command) => {
  test.each(NAMES.map((name) => [`${name.at} ${name.files?.['_config.yml'] ?? ''}`.trim(), name] as const))(
    '%s',
    async (_title, { at, target, files = {} }) => {
      const links = { [at]: path.join(outside, target) }
      const { words, code } = await built(files, links, ['--safe'], command)
      expect(words).toEqual([])
      expect(code).not.toBe(70)
    },
  )
})

test('the specification of a theme beside a folder of the site', async () => {
  const site = newFolder(ROOM)
  site.put({
    'specifications/own.gemspec': SPEC,
    'site/index.md': INDEX,
    'site/_config.yml': 'theme_dir: own\n',
    'site/own/_layouts/x.html': 'x',
  })
  const { out, err } = await runIn(site.root, ['build', '--safe', '--source', 'site'])
  const words = contentsBelow(site.at('_site'))
  site.remove('.')
  expect([words, (out + err).includes(WORDS)]).toEqual([[], false])
})
