import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import { findTheme } from '../../src/builder/theme/find-theme.ts'
import { configFrom } from '../../src/site/index.ts'
import { makeSite } from '../site-maker.ts'

function find(theme: unknown, folders: readonly string[], lock = ''): string | undefined {
  const { root } = makeSite(lock === '' ? {} : { 'site/Gemfile.lock': lock })
  for (const folder of ['site', ...folders]) fs.mkdirSync(path.join(root, folder), { recursive: true })
  const data = new Map([['theme', theme as string]])
  const source = path.join(root, 'site')
  const { config } = configFrom(data, new Map([['source', source]]), {
    cwd: source,
    environment: undefined,
    zone: zoneFor('UTC'),
    home: undefined,
  })
  const search = { gemHome: path.join(root, 'gems-home'), gemPath: undefined, home: root }
  const found = findTheme(config, search).theme?.root
  return found === undefined ? undefined : path.relative(root, found)
}

test('the newest installed version, part by part', () => {
  const gems = ['9.0', '10.0.1', '10.0.1.pre'].map((version) => `gems-home/gems/nice-${version}/_layouts`)
  expect(find('nice', [...gems, 'gems-home/gems/nice-other-99/_layouts'])).toBe('gems-home/gems/nice-10.0.1')
})

test('the version that Gemfile.lock names', () => {
  const gems = ['1.0.0', '2.0.0'].map((version) => `gems-home/gems/nice-${version}/_layouts`)
  expect(find('nice', gems, 'GEM\n  specs:\n    nice (1.0.0)\n      jekyll (> 3)\n')).toBe(
    'gems-home/gems/nice-1.0.0',
  )
})

test('a folder in vendor/ before any gem', () => {
  expect(find('nice', ['site/vendor/nice/_layouts', 'gems-home/gems/nice-1.0.0/_layouts'])).toBe(
    'site/vendor/nice',
  )
})

test('no theme, and no text', () => {
  expect(find(undefined, [])).toBeUndefined()
  expect(find(5, [])).toBeUndefined()
})

test('a theme that is nowhere stops the build in Jekyll’s words; a name never leads out of the gems', () => {
  expect(() => find('nowhere-at-all', [])).toThrow('The nowhere-at-all theme could not be found.')
  expect(() => find('../site', ['site/_layouts'])).toThrow('could not be found')
})

test('the plugins that the theme’s gem depends on come with it', () => {
  const { root } = makeSite({
    'gems/nice-1.0/_layouts/a.html': '',
    'specifications/nice-1.0.gemspec':
      's.add_runtime_dependency(%q<jekyll>.freeze)\ns.add_runtime_dependency(%q<jekyll-feed>.freeze)\n' +
      's.add_dependency "jekyll-feed"\ns.add_development_dependency(%q<jekyll-toc>)\n',
  })
  const options = { cwd: root, environment: undefined, zone: zoneFor('UTC'), home: undefined }
  const { config } = configFrom(new Map([['theme', 'nice']]), new Map([['source', root]]), options)
  const { theme } = findTheme(config, { gemHome: root, gemPath: undefined, home: undefined })
  expect(theme?.plugins).toEqual(['jekyll-feed'])
})

/** What is found in a site with these files, of which `*` are theme folders; where it was found, or the error. */
function order(config: Readonly<Record<string, string>>, files: readonly string[], env = {}): string {
  const { root, put } = makeSite()
  const source = path.join(root, 'site')
  fs.mkdirSync(source)
  for (const each of files) {
    const [name = '', text] = each.split('=')
    const file = text === undefined ? `${name}/_layouts/x.html` : name
    put({ [file]: (text ?? 'x').replaceAll('\\n', '\n') })
  }
  const { config: read } = configFrom(new Map(Object.entries(config)), new Map([['source', source]]), {
    cwd: source,
    environment: undefined,
    zone: zoneFor('UTC'),
    home: undefined,
  })
  const search = { gemHome: undefined, gemPath: path.join(root, 'gems'), home: root, gemPlaces: [], ...env }
  const { theme, diagnostics } = findTheme(read, search)
  const warnings = diagnostics.map(({ message }) => ` (${message})`).join('')
  return `${theme?.from} ${path.relative(root, theme?.root ?? '')}${warnings}`
}

const ALL = [
  'mine',
  'site/vendor/nice',
  'site/node_modules/nice',
  'near',
  'gems/gems/nice-1.0',
  '.gem/ruby/3.0/gems/nice-1.0',
]
const BESIDE = ['site/Gemfile=gem "nice", path: "../near"']

test('the places in order', () => {
  const theme = { theme: 'nice' }
  expect(order({ ...theme, theme_dir: '../mine' }, ALL)).toBe('folder mine')
  expect(order(theme, [...ALL, ...BESIDE])).toBe('vendor site/vendor/nice')
  expect(order(theme, [...ALL.slice(2), ...BESIDE])).toBe('package site/node_modules/nice')
  expect(order(theme, [...ALL.slice(3), ...BESIDE])).toBe('folder near')
  expect(order(theme, ALL.slice(4))).toBe('gem gems/gems/nice-1.0')
  expect(order(theme, ALL.slice(5))).toBe('gem .gem/ruby/3.0/gems/nice-1.0')
})

test('the program’s own theme comes before a package of that name, not before vendor/', () => {
  expect(order({ theme: 'whirl' }, ['site/node_modules/whirl'])).toMatch(/^program .*themes\/whirl$/)
  expect(order({ theme: 'whirl' }, ['site/vendor/whirl'])).toBe('vendor site/vendor/whirl')
})

test('theme_dir alone names the theme; a folder that is none is refused', () => {
  expect(order({ theme_dir: '../mine' }, ['mine'])).toBe('folder mine')
  expect(() => order({ theme_dir: '../mine' }, [])).toThrow('mine theme could not be found. Looked in')
  expect(() => order({ theme_dir: '../mine' }, ['mine/x.txt=x'])).toThrow('it has neither _layouts')
})

test('the site itself as the theme it is the source of', () => {
  const files = ['site', 'site/Gemfile=gemspec', 'site/nice.gemspec=spec.version = "3"']
  expect(order({ theme: 'nice' }, files)).toBe('folder site')
})

test.each([
  [
    'BUNDLE_PATH of the site',
    ['site/.bundle/config=---\\nBUNDLE_PATH: "gathered"\\n', 'site/gathered/ruby/3.1.0/gems/nice-1.0'],
  ],
  ['BUNDLE_PATH of the user', ['.bundle/config=BUNDLE_PATH: ../all\\n', 'all/ruby/3.1.0/gems/nice-1.0']],
  ['vendor/bundle', ['site/vendor/bundle/ruby/3.1.0/gems/nice-1.0']],
  ['rbenv', ['.rbenv/versions/3.2.2/lib/ruby/gems/3.2.0/gems/nice-1.0']],
  ['rvm', ['.rvm/gems/ruby-3.2.2@blog/gems/nice-1.0']],
  ['asdf', ['.asdf/installs/ruby/3.2.2/lib/ruby/gems/3.2.0/gems/nice-1.0']],
  ['mise', ['.local/share/mise/installs/ruby/3.2.2/lib/ruby/gems/3.2.0/gems/nice-1.0']],
])('gems of %s', (_, files) => {
  expect(order({ theme: 'nice' }, files)).toBe(`gem ${files.at(-1)}`)
})

test('gems where BUNDLE_PATH of the environment says', () => {
  const files = ['elsewhere/ruby/3.1.0/gems/nice-1.0']
  expect(order({ theme: 'nice' }, files, { bundlePath: '../elsewhere' })).toBe(`gem ${files[0]}`)
})

test('a gem from git, at the commit that is locked', () => {
  const lock =
    'GIT\\n  remote: https://x/nice.git\\n  revision: 0123456789abcdef\\n  specs:\\n    nice (1.0)\\n'
  const files = [
    'gems/gems/nice-1.0',
    'gems/bundler/gems/nice-fedcba987654',
    'gems/bundler/gems/nice-0123456789ab',
  ]
  expect(order({ theme: 'nice' }, [...files, `site/Gemfile.lock=${lock}`])).toBe(
    'gem gems/bundler/gems/nice-0123456789ab',
  )
})

test('another version than the locked one is used and named', () => {
  const lock = 'GEM\\n  specs:\\n    nice (2.0)\\n'
  expect(order({ theme: 'nice' }, ['gems/gems/nice-1.0', `site/Gemfile.lock=${lock}`])).toBe(
    'gem gems/gems/nice-1.0 (Gemfile.lock names nice 2.0; the installed 1.0 is used.)',
  )
})
