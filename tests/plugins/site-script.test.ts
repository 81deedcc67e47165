/** `whirl.config.ts`: settings under those of `_config.yml`, and plugins with options. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { complaint, siteOnDisk } from './site-on-disk.ts'

test('its settings lie under those of _config.yml, key by key', async () => {
  const one = siteOnDisk({
    '_config.yml': 'title: Written\nauthor: { name: Ada }\n',
    'whirl.config.ts': `
      import { defineConfig } from 'whirl-blog'
      export default defineConfig({
        title: 'Programmed',
        tagline: 'Both',
        author: { name: 'Nobody', email: 'ada@example.org' },
        since: new Date('2024-01-02T00:00:00Z'),
        permalink: '/:title/',
      })`,
    '_posts/2024-01-02-a.md': '---\n---\n',
    'i.html':
      "---\n---\n{{ site.title }} {{ site.tagline }} {{ site.author.name }} {{ site.author.email }} {{ site.since | date: '%Y' }} {{ site.posts.first.url }}",
  })
  expect((await one.build('i/index.html')).output).toBe('Written Both Ada ada@example.org 2024 /a/')
})

test('the file itself is not part of the site', async () => {
  const one = siteOnDisk({ 'whirl.config.mjs': 'export default {}', 'a.txt': 'a' })
  expect((await one.build('whirl.config.mjs')).output).toBeUndefined()
  expect(one.configuration().files).toEqual([`${one.source}/whirl.config.mjs`])
})

test('its plugins join those that _config.yml names; one may be a promise, a list, or left out', async () => {
  const one = siteOnDisk({
    '_config.yml': 'plugins: [jekyll-gist]',
    'plugins/words.ts': `
      import { definePlugin } from 'whirl-blog'
      export const words = (options: { least: number }) => definePlugin({ name: \`words-\${options.least}\` })`,
    'whirl.config.ts': `
      import { defineConfig, definePlugin } from 'whirl-blog'
      import { words } from './plugins/words.ts'
      export default defineConfig(({ environment }) => ({
        plugins: [
          'jekyll-sitemap',
          words({ least: 3 }),
          Promise.resolve(definePlugin({ name: 'later' })),
          [definePlugin({ name: 'listed' }), null],
          environment === 'production' && definePlugin({ name: 'never' }),
        ],
      }))`,
  })
  const { plugins, files } = await one.load()
  expect(plugins.map((plugin) => plugin.name)).toEqual([
    'words-3',
    'later',
    'listed',
    'jekyll-gist',
    'jekyll-sitemap',
  ])
  expect(files.map((file) => file.slice(one.source.length + 1))).toEqual([
    'whirl.config.ts',
    'plugins/words.ts',
  ])
})

test('with `safe` it is neither run nor published', async () => {
  const one = siteOnDisk({ '_config.yml': 'safe: true', 'whirl.config.ts': 'throw new Error("run")' })
  expect(one.configuration().script).toBeUndefined()
  expect((await one.build('whirl.config.ts')).output).toBeUndefined()
  expect(fs.existsSync(`${one.source}/.jekyll-cache`)).toBe(false)
})

test.each<readonly [string, string, string]>([
  [
    'a syntax error',
    'export default { a: 1,, }',
    'The configuration whirl.config.ts cannot be loaded: Unexpected token\n\n  whirl.config.ts:1:23',
  ],
  [
    'an error',
    "\nthrow new Error('no')",
    'The configuration whirl.config.ts cannot be loaded: no\n\n  whirl.config.ts:2:1',
  ],
  [
    'no configuration',
    'export default 5',
    'The configuration whirl.config.ts exports no configuration.\n  help: write `export default defineConfig({ plugins: [ … ] })`',
  ],
  [
    'a promise',
    'export default async () => ({})',
    'The configuration whirl.config.ts is asynchronous.\n  help: a plugin in its `plugins` may be a promise; everything else must be there at once',
  ],
  [
    'await at its top',
    'const x = await 5\nexport default { x }',
    'The configuration whirl.config.ts cannot be loaded: await is only valid in async functions and the top level bodies of modules\n  help: nothing can wait at the top of this file: a plugin in `plugins` may be a promise',
  ],
  [
    'a function for a setting',
    'export default { a: { b: [() => 5] } }',
    'The configuration whirl.config.ts has a setting that is not a plain data: a.b[0] is a function, which no template can show.',
  ],
  [
    'a setting within itself',
    'const a = {}; a.b = a\nexport default { a }',
    'The configuration whirl.config.ts has a setting that is not a plain data: a.b contains itself.',
  ],
  [
    'plugins that are no list',
    "export default { plugins: 'x' }",
    'The configuration whirl.config.ts has `plugins` that are no list.',
  ],
  [
    'a source',
    "export default { source: 'x' }",
    'The configuration whirl.config.ts sets `source`, which is settled before it is read.',
  ],
  [
    'a value Jekyll refuses',
    "export default { exclude: 'x' }",
    '\'exclude\' should be set as an array, but was: "x".',
  ],
])('%s is refused', async (_, text, expected) => {
  expect(await complaint(() => siteOnDisk({ 'whirl.config.ts': text }).load())).toContain(expected)
})

test('a plugin in it that is none, or fails to be made, is named after it', async () => {
  const wrong = (plugins: string): Promise<string> =>
    complaint(() => siteOnDisk({ 'whirl.config.ts': `export default { plugins: ${plugins} }` }).load())
  expect(await wrong('[{ hooks: {} }]')).toContain('The plugin whirl.config.ts exports no plugin.')
  expect(await wrong("[{ name: 'a', hook: {} }]")).toContain("did you mean 'hooks'?")
  expect(await wrong("[Promise.reject(new Error('no'))]")).toContain(
    'A plugin of whirl.config.ts cannot be loaded: no',
  )
  expect(await wrong("['jekyll-fead']")).toContain("did you mean 'jekyll-feed'?")
})

test('what is imported by default is there: of Node, of CommonJS, of JSON, of the site, of packages', async () => {
  const { builtinModules } = await import('node:module')
  // What Node has behind a flag, or warns of, says nothing.
  const names = builtinModules.filter(
    (name) => !/^_|^(?:punycode|sys|wasi|trace_events|inspector)/.test(name),
  )
  const own = ['./legacy.cjs', './data.json', './own.ts', 'packed']
  const all = [...names.flatMap((name) => [`node:${name}`, ...(name.includes(':') ? [] : [name])]), ...own]
  const module = `${all.map((name, i) => `import a${i} from '${name.replace('node:node:', 'node:')}'`).join('\n')}
const seen = [${all.map((_, i) => `a${i}`).join(', ')}].map((each) => each === undefined ? 'nothing' : 'there')
`
  const one = siteOnDisk({
    'whirl.config.ts': `${module}export default { seen, legacy: a${all.length - 4}.a, own: a${all.length - 2}, packed: a${all.length - 1}.b }`,
    'legacy.cjs': 'module.exports = { a: 1 }',
    'data.json': '{"x": 1}',
    'own.ts': 'export default "own"',
    'node_modules/packed/package.json': '{"name": "packed", "main": "main.js"}',
    'node_modules/packed/main.js': 'module.exports = { b: 2 }',
  })
  const { data } = one.configuration().config
  const seen = data.get('seen') as readonly string[]
  expect(all.filter((_, i) => seen[i] !== 'there')).toEqual([])
  expect(['legacy', 'own', 'packed'].map((key) => data.get(key))).toEqual([1, 'own', 2])
})
