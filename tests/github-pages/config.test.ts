/** The configuration of GitHub Pages: its defaults, what it forces, what it takes of old settings. */
import { describe, expect, test } from 'vitest'
import { BuildError, type Hash, parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
import { type BundleWords, type Config, configFrom } from '../../src/site/index.ts'

const ZONE = zoneFor('UTC')

interface Given {
  readonly flags?: Readonly<Record<string, Value>>
  readonly environment?: string
  /** what Bundler's files say */
  readonly bundle?: BundleWords
}

function configured(yaml: string, { flags = {}, environment = 'production', bundle }: Given = {}) {
  const read = parseYaml(yaml, ZONE)
  const files: Hash = 'value' in read && read.value instanceof Map ? (read.value as Hash) : new Map()
  const { config, diagnostics } = configFrom(files, new Map(Object.entries(flags)), {
    cwd: '/site',
    environment,
    zone: ZONE,
    bundle,
  })
  return { config, messages: diagnostics.map(({ message }) => message) }
}

const pages = (yaml: string, given?: Given): Config =>
  configured(`compat: github-pages\n${yaml}`, given).config
const at = (config: Config, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((value, key) => (value as Hash).get(key), config.data)

describe('which Jekyll', () => {
  const PAGES: BundleWords = {
    requirements: new Map([['github-pages', []]]),
  }

  test('the command line wins over the configuration, that over the Gemfile', () => {
    expect(configured('').config.githubPages).toBe(false)
    expect(configured('', { bundle: PAGES }).config.githubPages).toBe(true)
    expect(configured('compat: jekyll', { bundle: PAGES }).config.githubPages).toBe(false)
    expect(pages('', { flags: { compat: 'jekyll' } }).githubPages).toBe(false)
    expect(configured('', { flags: { compat: 'github-pages' } }).config.reference.gems.jekyll).toBe('3.10.0')
  })

  test('an unknown name is an error of the command line, a warning of the configuration', () => {
    expect(() => configured('', { flags: { compat: 'gh' } })).toThrow(BuildError)
    expect(configured('compat: gh').messages).toEqual([
      '\'compat\' should be one of jekyll, jekyll-4.4, jekyll-4.3, github-pages, but was: "gh".',
    ])
    expect(configured('compat: {safari: 9}').messages).toEqual([])
  })
})

describe('settings', () => {
  test('what is forced', () => {
    const config = pages(
      'safe: false\nlsi: true\nhighlighter: pygments\nplugins_dir: mine\n' +
        'kramdown: {math_engine: katex, syntax_highlighter: none}\ngist: {noscript: true}\nwhitelist: [x]',
    )
    expect(config.safe).toBe(true)
    expect(['lsi', 'highlighter'].map((key) => at(config, key))).toEqual([false, 'rouge'])
    expect(at(config, 'plugins_dir')).not.toBe('mine')
    expect(at(config, 'kramdown', 'math_engine')).toBe('mathjax')
    expect(at(config, 'kramdown', 'syntax_highlighter')).toBe('rouge')
    expect(at(config, 'gist', 'noscript')).toBe(false)
    expect(at(config, 'whitelist')).toContain('jekyll-octicons')
  })

  test('what is there unless the site has its own', () => {
    expect(at(pages(''), 'theme')).toBe('jekyll-theme-primer')
    expect(at(pages('theme: minima'), 'theme')).toBe('minima')
    expect(at(pages('theme: null'), 'theme')).toBe(null)
    expect(at(pages(''), 'kramdown', 'syntax_highlighter_opts', 'default_lang')).toBe('plaintext')
    expect(pages('').future).toBe(false)
    expect(pages('future: true').future).toBe(true)
  })

  test('stylesheets are compressed but in development', () => {
    expect(at(pages(''), 'sass', 'style')).toBe('compressed')
    expect(at(pages('sass: {style: expanded}'), 'sass', 'style')).toBe('expanded')
    expect(pages('', { environment: 'development' }).data.get('sass')).toBe(undefined)
  })

  test('Markdown is kramdown or CommonMark', () => {
    expect(at(pages('markdown: redcarpet'), 'markdown')).toBe('kramdown')
    expect(at(pages('markdown: GFM'), 'markdown')).toBe('CommonMarkGhPages')
    expect(at(pages('markdown: GFM'), 'commonmark', 'options')).toEqual(['unsafe', 'footnotes'])
    expect(
      at(pages('markdown: CommonMarkGhPages\ncommonmark: {options: [smart]}'), 'commonmark', 'options'),
    ).toEqual(['smart'])
  })

  test('plugins: those of the site, then those that are always on; the others are named', () => {
    const { config, messages } = configured(
      'compat: github-pages\nplugins: [jekyll-feed, jekyll-toc, jekyll-gist]',
    )
    expect((at(config, 'plugins') as readonly string[]).slice(0, 4)).toEqual([
      'jekyll-feed',
      'jekyll-toc',
      'jekyll-gist',
      'jekyll-coffeescript',
    ])
    expect(messages).toEqual(['jekyll-toc is not among the plugins that GitHub Pages runs; it is left out.'])
    expect(at(pages('remote_theme: a/b'), 'plugins')).toContain('jekyll-remote-theme')
    expect(at(pages(''), 'plugins')).not.toContain('jekyll-remote-theme')
  })

  test('an own `exclude` takes the place of the default, which has CNAME in it', () => {
    expect(at(pages(''), 'exclude')).toContain('CNAME')
    expect(at(pages('exclude: [Rakefile]'), 'exclude')).toEqual(['Rakefile'])
  })

  test('settings of old are taken, with a warning', () => {
    const { config, messages } = configured(
      'compat: github-pages\ngems: [jekyll-feed]\nexclude: a, b\ninclude: .x\nlayouts: tpl\ndata_source: info',
    )
    expect(at(config, 'plugins')).toContain('jekyll-feed')
    expect(at(config, 'exclude')).toEqual(['a', 'b'])
    expect(at(config, 'include')).toEqual(['.x'])
    expect([config.layoutsDir, config.dataDir]).toEqual(['tpl', 'info'])
    expect(messages).toHaveLength(5)
    expect(messages[0]).toMatch(/'gems' configuration option has been renamed to 'plugins'/)
  })

  test('an old name wins over the new one, as in Jekyll 3.10', () => {
    const { config } = configured('compat: github-pages\ngems: [jemoji]\nplugins: [jekyll-mentions]')
    expect(at(config, 'plugins')).toContain('jemoji')
    expect(at(config, 'plugins')).not.toContain('jekyll-mentions')
  })

  test('settings of the wrong kind are refused as anywhere', () => {
    expect(() => pages('plugins: jekyll-feed')).toThrow("'plugins' should be set as an array")
    expect(() => pages('kramdown: GFM')).toThrow("'kramdown' should be set as a hash")
  })
})
