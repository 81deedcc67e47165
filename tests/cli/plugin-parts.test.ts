/** What commands ask of plugins: findings of `whirl check`, front matter of new documents. */
import { describe, expect, test } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const site = siteForEachTest()

const CHECKED = `
import { definePlugin } from 'whirl-blog'
export default definePlugin({
  name: 'moods',
  generate(site, ctx) {
    ctx.warn({ code: 'moods/none', severity: 'warning', message: 'no mood', trail: [] })
    ctx.warn({ code: 'moods/late', severity: 'warning', message: 'said by the build alone', trail: [] })
    return site
  },
  check: (site, ctx) => [
    { code: 'moods/none', severity: 'error', message: 'no mood', trail: [] },
    { code: 'moods/size', severity: 'warning', message: ctx.outputs.get('a.txt') + (ctx.options.get('x') ?? ''), trail: [] },
    { code: 'moods/source', severity: 'warning', message: ctx.readText(site.config.source + '/a.txt') ?? '', trail: [] },
  ],
})`

describe('whirl check', () => {
  test('reports what plugins find, once where the build has said it too', async () => {
    site.put({
      '_plugins/moods.ts': CHECKED,
      '_config.yml': 'moods: { x: "!" }\n',
      'a.txt': '---\n---\n{{ "built" }}',
    })
    const { code, out } = await runIn(site.root, ['check', '--json'])
    const { findings } = JSON.parse(out) as {
      findings: { code: string; severity: string; message: string }[]
    }
    expect(findings.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['moods/late', 'warning', 'said by the build alone'],
      ['moods/none', 'error', 'no mood'],
      ['moods/size', 'warning', 'built!'],
      ['moods/source', 'warning', '---\n---\n{{ "built" }}'],
    ])
    expect(code).toBe(1)
  })

  test.each([
    ['throws', "() => { throw new Error('no') }", "The plugin 'p' failed: no", 'working on its check'],
    [
      'returns a promise',
      'async () => []',
      "The plugin 'p' returned a promise from its check, not a list of",
      '',
    ],
    [
      'returns text',
      "() => ['x']",
      "The plugin 'p' returned string from its check, not a list of diagnostics",
      '',
    ],
    ['is no function', '3', "The plugin 'p': its `check` is number, not a function.", ''],
  ])('names a plugin whose check %s', async (_, check, message, trail) => {
    site.put({ '_plugins/p.mjs': `export default { name: 'p', check: ${check} }`, 'a.html': 'x' })
    const { code, err } = await runIn(site.root, ['check'])
    expect(err).toContain(message)
    expect(err).toContain(trail)
    expect(code).toBe(1)
  })
})

describe('a new document', () => {
  const plugin = (newDocument: string): string => `export default { name: 'p', newDocument: ${newDocument} }`
  const written = (): string => {
    const [file = ''] = site.list().filter((name) => /^_(?:posts|drafts)\//.test(name))
    return site.read(file)
  }

  test('has what plugins give it, over which the configuration goes', async () => {
    site.put({
      '_plugins/p.mjs': plugin(
        '({ collection, title, date }, { config, options }) => ({ mood: options.get("mood"), of: [collection, title, date.seconds, config.environment].join(" "), tags: ["a"] })',
      ),
      '_config.yml':
        'p: { mood: glad }\njekyll_compose: { default_front_matter: { posts: { tags: [b] } } }\n',
    })
    const { code, err } = await runIn(site.root, ['post', 'One', '--date', '1970-01-02'])
    expect([code, err]).toEqual([0, ''])
    expect(written()).toBe(
      '---\nlayout: post\ntitle: One\ndate: 1970-01-02 00:00 +0000\nmood: glad\nof: posts One 86400 development\ntags:\n- b\n---\n',
    )
  })

  test('a draft has no date, and a plugin may have nothing to give', async () => {
    site.put({ '_plugins/p.mjs': plugin('({ date }) => date === undefined ? {} : { dated: true }') })
    await runIn(site.root, ['draft', 'One'])
    expect(written()).toBe('---\nlayout: post\ntitle: One\n---\n')
  })

  test.each([
    ['a plugin that throws', plugin("() => { throw new Error('no') }"), "The plugin 'p' failed: no"],
    ['one that returns text', plugin("() => 'x'"), 'returned string from `newDocument`, not front matter'],
    ['one that cannot be loaded', 'export default {', 'The plugin _plugins/p.mjs cannot be loaded'],
  ])('is written all the same with %s', async (_, text, message) => {
    site.put({ '_plugins/p.mjs': text })
    const { code, err } = await runIn(site.root, ['draft', 'One'])
    expect(err).toContain(message)
    expect(err).toContain('What they would add to the front matter is left out.')
    expect(code).toBe(0)
    expect(written()).toBe('---\nlayout: post\ntitle: One\n---\n')
  })
})

describe('schemas', () => {
  const keys = (name: string): readonly string[] => {
    const schema = JSON.parse(site.read(`.whirl/${name}.schema.json`)) as { properties: object }
    return Object.keys(schema.properties)
  }

  test('written into a site they have the keys of its plugins', async () => {
    site.put({
      '_plugins/p.ts': `
import { definePlugin, schema } from 'whirl-blog'
export default definePlugin({
  name: 'p',
  settings: {
    config: { moods: schema.hash('moods', { main: schema.text('the main one', { default: 'glad' }) }) },
    frontMatter: { mood: schema.text('of the day') },
  },
})`,
    })
    const { code, err } = await runIn(site.root, ['schema', '--write'])
    expect([code, err]).toEqual([0, ''])
    expect(keys('config')).toEqual(expect.arrayContaining(['permalink', 'feed', 'moods']))
    expect(keys('front-matter')).toEqual(expect.arrayContaining(['layout', 'redirect_from', 'mood']))
  })

  test('are written without them where a plugin cannot be loaded', async () => {
    site.put({ '_plugins/p.mjs': 'export default {' })
    const { code, err } = await runIn(site.root, ['schema', '--write'])
    expect(code).toBe(0)
    expect(err).toContain('Their keys are left out of the schemas.')
    expect(keys('config')).toEqual(expect.arrayContaining(['permalink', 'feed']))
  })

  test.each([
    ['{ config: [] }', "its `settings` has a list under 'config', not an object of keys and JSON Schemas."],
    ["{ config: { a: 'x' } }", "its `settings` has string under 'config.a', not a JSON Schema."],
    ['{ other: {} }', "its `settings` has 'other', and there are config, frontMatter."],
  ])('a plugin with settings %s is refused', async (settings, message) => {
    site.put({ '_plugins/p.mjs': `export default { name: 'p', settings: ${settings} }` })
    expect((await runIn(site.root, ['check'])).err).toContain(message)
  })
})
