/**
 * Sites that ask for more than the stack or a value can hold. What comes of it is the site's mistake, never an internal
 * error: either they are built, or an error names the file and what led there.
 */
import { describe, expect, test } from 'vitest'
import { BuildError, type Diagnostic } from '../../src/base/index.ts'
import type { Plugin } from '../../src/plugins/index.ts'
import { testSite } from '../../src/testing.ts'

type Files = Parameters<typeof testSite>[0]

/** The error that stops the build of `files`; undefined where they are built. Throws an internal error. */
async function stopped(files: Files, plugins: readonly Plugin[] = []): Promise<Diagnostic | undefined> {
  try {
    await testSite(files, { plugins })
    return undefined
  } catch (error) {
    if (error instanceof BuildError) return error.diagnostics.find(({ severity }) => severity === 'error')
    throw error
  }
}

const FRONT = '---\n---\n'
const times = (text: string, count: number): string => text.repeat(count)
const nested = (open: string, inner: string, close: string, depth = 16_000): string =>
  times(open, depth) + inner + times(close, depth)

/** One page `page.EXT`, with other files. */
const page = (ext: string, body: string, more: Readonly<Record<string, string>> = {}): Files => ({
  [`page.${ext}`]: FRONT + body,
  ...more,
})

const config = (text: string): Readonly<Record<string, string>> => ({ '_config.yml': `${text}\n` })
const OLDER = config('compat: jekyll-4.3')
const DOUBLE = '{% for i in (1..40) %}'
const DEEP_LIST = nested('[', '1', ']')

const SITES: Readonly<Record<string, Files>> = {
  'Liquid: appended to itself': page(
    'html',
    `{% assign s = "0123456789abcdef" %}${DOUBLE}{% assign s = s | append: s %}{% endfor %}`,
  ),
  'Liquid: captured twice': page(
    'html',
    `{% assign s = "0123456789abcdef" %}${DOUBLE}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}`,
  ),
  'Liquid: in an include, which the layout asks for': {
    'page.html': '---\nlayout: a\n---\n',
    '_layouts/a.html': '{% include page.html %}',
    '_includes/page.html': `{% assign s = "0123456789abcdef" %}${DOUBLE}{% assign s = s | append: s %}{% endfor %}`,
  },
  'Liquid: lists of lists of lists': page(
    'html',
    '{% assign a = (1..1000) %}{% assign a = a | compact %}{% for i in (1..4) %}{% assign b = "" | split: "," %}' +
      '{% for j in (1..30) %}{% assign b = b | push: a %}{% endfor %}{% assign a = b %}{% endfor %}{{ a | compact | size }}',
  ),
  'Liquid: an include of itself': page('html', '{% include page.html %}', {
    '_includes/page.html': '{% include page.html %}',
  }),
  'Liquid: blocks in blocks': page('html', nested('{% if true %}', 'x', '{% endif %}')),
  'kramdown: quotes': page('md', `${times('> ', 16_000)}x`),
  'kramdown: lists': page('md', `${times('* ', 16_000)}x`),
  'kramdown: elements': page('md', times('<div>', 16_000)),
  'kramdown: emphasis': page('md', nested('*_', 'x', '_*')),
  'kramdown: brackets': page('md', nested('[', 'x', ']')),
  'markdownify: quotes': {
    'page.html': `---\nq: "${times('> ', 16_000)}x"\n---\n{{ page.q | markdownify }}`,
  },
  'HTML tree: mentions': page(
    'html',
    `${times('<div>', 16_000)}@someone`,
    config('plugins: [jekyll-mentions]'),
  ),
  'HTML tree: jemoji': page('html', `${times('<div>', 16_000)}:+1:`, config('plugins: [jemoji]')),
  'Sass: rules in rules': page('scss', nested('a{', 'b:c', '}')),
  'Sass: a function that calls itself': page('scss', '@function f($x) { @return f($x + 1); } a { b: f(1) }'),
  'Sass: a mixin that includes itself': page('scss', '@mixin f { @include f; } a { @include f }'),
  'Sass: scssify': { 'page.html': `---\nq: "${times('a{', 16_000)}"\n---\n{{ page.q | scssify }}` },
  'Sass 1.78: rules in rules': page('scss', nested('a{', 'b:c', '}'), OLDER),
  'Sass 1.78: a function that calls itself': page(
    'scss',
    '@function f($x) { @return f($x + 1); } a { b: f(1) }',
    OLDER,
  ),
  'JSON: lists in lists': page('html', '{{ site.data.page | jsonify }}', { '_data/page.json': DEEP_LIST }),
  'YAML: data': page('html', '{{ site.data.page | jsonify }}', { '_data/page.yml': DEEP_LIST }),
  'YAML: front matter': { 'page.html': `---\nq: ${DEEP_LIST}\n---\n{{ page.q | jsonify }}` },
}

describe('a site that asks for too much', () => {
  test.each(Object.entries(SITES))('%s', async (_, files) => {
    const found = await stopped(files)
    if (found === undefined) return
    expect(`${found.message} ${found.trail.join(' ')}`).toContain('page.')
    expect(found.help ?? found.message).not.toBe('')
  })

  test('a text that doubles without end is told with its line, and how it was reached', async () => {
    const found = await stopped(SITES['Liquid: in an include, which the layout asks for']!)
    expect(found).toMatchObject({ code: 'liquid/too-large' })
    expect(found?.message).toMatch(/^Liquid Exception: failed to allocate memory in .*_layouts\/a\.html$/)
    expect(found?.source?.path).toBe('_includes/page.html')
    expect(found?.trail).toEqual(['included from _layouts/a.html:1', 'rendering page.html'])
  })

  test('a list with too many items in it is told before V8 ends the process', async () => {
    expect(await stopped(SITES['Liquid: lists of lists of lists']!)).toMatchObject({
      message: 'Liquid Exception: Liquid error (line 1): failed to allocate memory in page.html',
      help: 'a list has at most 50000000 items',
    })
  })

  test('a style sheet after one that ends the compiler is compiled', async () => {
    expect(await stopped(SITES['Sass: a mixin that includes itself']!)).toMatchObject({
      message: expect.stringContaining('stack level too deep'),
    })
    const site = await testSite(page('scss', 'a { b { c: d } }'))
    expect(site.output('page.css')).toContain('a b {')
  })
})

describe('what runs out in a plugin names the plugin and the page', () => {
  const deep = (): number => deep() + 1
  const tooLarge = (): string => 'x'.repeat(2 ** 29)
  test.each([
    ['stack level too deep', deep],
    ['failed to allocate memory', tooLarge],
  ])('%s', async (message, run) => {
    const hook: Plugin = { name: 'hook', hooks: { 'pages:post_render': () => String(run()) } }
    expect(await stopped(page('html', 'x'), [hook])).toMatchObject({
      code: 'render/exhausted',
      message: `${message} in page.html`,
      trail: ['the plugin hook at work on pages:post_render of page.html', 'rendering page.html'],
    })
    const generator: Plugin = { name: 'maker', generate: (site) => (run() ? site : site) }
    expect(await stopped(page('html', 'x'), [generator])).toMatchObject({
      code: 'build/exhausted',
      message,
      trail: ['the plugin maker at work on its generator'],
    })
    const finisher: Plugin = { name: 'last', finish: () => (run() ? [] : []) }
    expect(await stopped(page('html', 'x'), [finisher])).toMatchObject({
      code: 'build/exhausted',
      message,
      trail: ['the plugin last at work on finishing the site'],
    })
  })
})
