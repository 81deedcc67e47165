/** Plugins that a site brings along: which files are run, how, and what is said of those that cannot be. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { namedState, stateOfPlugins } from '../../src/cli/kept.ts'
import { complaint, type DiskSite, siteOnDisk } from './site-on-disk.ts'

const names = async (one: DiskSite): Promise<readonly string[]> =>
  (await one.load()).plugins.map((plugin) => plugin.name)

test('files of _plugins in the order of their names, before what the configuration names', async () => {
  const one = siteOnDisk({
    '_plugins/b.mjs': "export default { name: 'b' }",
    '_plugins/sub/a.mjs': "export default { name: 'a' }",
    '_config.yml': 'plugins: [jekyll-gist]',
  })
  expect(await names(one)).toEqual(['b', 'a', 'jekyll-gist'])
})

test('TypeScript, ESM and CommonJS, importing each other, packages and whirl-blog', async () => {
  const one = siteOnDisk({
    '_plugins/typed.ts': `
      import { definePlugin, type Plugin } from 'whirl-blog'
      import { seven } from 'a-package'
      import { Color, text } from './lib/parts'
      import { name } from './lib/named.mjs'
      const plugin: Plugin = definePlugin({
        name: \`\${name}-\${text<string>('x')}-\${Color.Green}-\${seven}\`,
      })
      export default plugin satisfies Plugin`,
    '_plugins/lib/parts.ts': `
      export enum Color { Red, Green }
      export const text = <T>(value: T): T => value`,
    '_plugins/lib/named.mjs': "export const name = 'typed'",
    '_plugins/common.js':
      "const { definePlugin } = require('whirl-blog')\nmodule.exports = definePlugin({ name: 'common', tags: [] })",
    '_plugins/typed.test.ts': 'throw new Error("tests are not run")',
    '_plugins/types.d.ts': 'export declare const x: number',
    'node_modules/a-package/package.json':
      '{"name":"a-package","type":"module","exports":{"import":"./main.js"}}',
    'node_modules/a-package/main.js': 'export const seven = await Promise.resolve(7)',
  })
  expect(await names(one)).toEqual(['common', 'typed-x-1-7'])
})

test('a function that makes a plugin gets what the configuration has under its name, and may take its time', async () => {
  const one = siteOnDisk({
    '_config.yml': 'word_count:\n  least: 3\n  since: 2024-01-02\n',
    '_plugins/word-count.ts': `
      export default async (options: { least: number, since: Date }) => {
        await Promise.resolve()
        return { name: \`\${options.least} since \${options.since.toISOString()}\` }
      }`,
    '_plugins/two.ts': "export default () => [{ name: 'one' }, { name: 'two' }]",
  })
  expect(await names(one)).toEqual(['one', 'two', '3 since 2024-01-02T00:00:00.000Z'])
})

test('npm packages that `plugins` names, ESM and CommonJS, whatever their plugins are called', async () => {
  const one = siteOnDisk({
    '_config.yml': 'plugins: [esm-plugin, cjs-plugin, "@scope/typed"]\nesm-plugin: { word: x }',
    'node_modules/esm-plugin/package.json':
      '{"name":"esm-plugin","type":"module","exports":{".":{"import":"./main.js"}}}',
    'node_modules/esm-plugin/main.js': `
      import { definePlugin } from 'whirl-blog'
      import { name } from './name.js'
      export default ({ word }) => definePlugin({ name: name + word })`,
    'node_modules/esm-plugin/name.js': "export const name = 'other name '",
    'node_modules/cjs-plugin/package.json': '{"name":"cjs-plugin","main":"main.js"}',
    'node_modules/cjs-plugin/main.js': "module.exports = { name: 'cjs-plugin', hooks: {} }",
    'node_modules/@scope/typed/package.json': '{"name":"@scope/typed","main":"main.js"}',
    'node_modules/@scope/typed/main.js':
      "Object.defineProperty(exports, '__esModule', { value: true })\nexports.default = { name: 'typed' }",
  })
  expect(await names(one)).toEqual(['other name x', 'cjs-plugin', 'typed'])
})

test('another version of a package, or of what it needs, is another state of the plugins; not to a process that has them', async () => {
  const one = siteOnDisk({
    '_config.yml': 'plugins: [p]\n',
    'node_modules/.package-lock.json': '{ "packages": { "dep": "1" } }',
    'node_modules/p/package.json': '{"name":"p","main":"main.js"}',
    'node_modules/p/main.js': "module.exports = { name: 'p', hooks: {} }",
    'node_modules/p/lib/more.js': 'exports.word = 1',
    'node_modules/p/node_modules/q/index.js': '',
    'node_modules/other/index.js': '',
  })
  const loaded = await one.load()
  const { source } = one
  const paths = ['.package-lock.json', 'p/lib/more.js', 'p/main.js', 'p/package.json']
  expect(loaded.packageFiles.map((file) => file.slice(source.length + 14)).sort()).toEqual(paths)
  const first = stateOfPlugins(loaded)
  const named = namedState({ pluginState: first })
  for (const file of paths) {
    one.write(`node_modules/${file}`, `${fs.readFileSync(`${source}/node_modules/${file}`, 'utf8')} `)
    expect(namedState({ pluginState: stateOfPlugins(loaded) })).not.toBe(named)
    expect(namedState({ pluginState: stateOfPlugins(loaded, first) })).toBe(named)
  }
})

test('a plugin of the site takes the place of a bundled one with its name', async () => {
  const one = siteOnDisk({
    '_config.yml': 'plugins: [jekyll-gist]',
    '_plugins/gist.ts': "export default { name: 'jekyll-gist', tags: [] }",
  })
  const { plugins } = await one.load()
  expect(plugins.map((plugin) => [plugin.name, plugin.origin?.file])).toEqual([
    ['jekyll-gist', '_plugins/gist.ts'],
  ])
})

test('with `safe` nothing of the site is run', async () => {
  const one = siteOnDisk({
    '_config.yml': 'safe: true\nplugins: [a-plugin]\nwhitelist: []',
    '_plugins/a.ts': 'throw new Error("run")',
    '_plugins/b.rb': 'class X < Jekyll::Generator',
    'whirl.config.ts': 'throw new Error("run")',
    'node_modules/a-plugin/package.json': '{"name":"a-plugin"}',
    'node_modules/a-plugin/index.js': 'throw new Error("run")',
  })
  const { plugins, diagnostics } = await one.load()
  expect([plugins, diagnostics]).toEqual([[], []])
})

test('edited files are run anew, and modules that several import are run once', async () => {
  const one = siteOnDisk({
    '_plugins/a.ts': "import { count } from '../lib/count'\nexport default { name: 'a' + ++count.value }",
    '_plugins/b.ts': "import { count } from '../lib/count'\nexport default { name: 'b' + ++count.value }",
    'lib/count.ts': 'export const count = { value: 0 }',
  })
  const { plugins, files } = await one.load()
  expect(plugins.map((plugin) => plugin.name)).toEqual(['a1', 'b2'])
  expect(files.map((file) => file.slice(one.source.length + 1)).sort()).toEqual([
    '_plugins/a.ts',
    '_plugins/b.ts',
    'lib/count.ts',
  ])
  one.write('lib/count.ts', 'export const count = { value: 10 }')
  expect(await names(one)).toEqual(['a11', 'b12'])
})

test('what is compiled is kept in the cache, and a site that cannot be written to works too', async () => {
  const one = siteOnDisk({ '_plugins/a.ts': "export default { name: 'a' }" })
  await one.load()
  const kept = fs.readdirSync(one.source, { recursive: true, encoding: 'utf8' })
  expect(kept.filter((file) => /modules\/.*a\.[0-9a-f]+\.mjs$/.test(file))).toHaveLength(1)
  const other = siteOnDisk({ '_plugins/a.ts': "export default { name: 'a' }", '.jekyll-cache': 'a file' })
  expect(await names(other)).toEqual(['a'])
  const uncached = siteOnDisk({ '_plugins/a.ts': "export default { name: 'a' }" })
  await uncached.load(['disable_disk_cache', true])
  expect(fs.existsSync(`${uncached.source}/.jekyll-cache`)).toBe(false)
})

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  [
    'a syntax error shows its place',
    { '_plugins/a.ts': 'export default {\n  generate(site) { return site +; }\n}\n' },
    `The plugin _plugins/a.ts cannot be loaded: Unexpected token

  _plugins/a.ts:2:33
    1 | export default {
  > 2 |   generate(site) { return site +; }
      |                                 ^
  code: plugins/not-loaded`,
  ],
  [
    'an import of a file that is not there',
    { '_plugins/a.ts': "import { x } from './nowhere.ts'\nexport default x" },
    `The plugin _plugins/a.ts cannot be loaded: there is no file ./nowhere.ts

  _plugins/a.ts:1:19
  > 1 | import { x } from './nowhere.ts'
      |                   ^^^^^^^^^^^^^^
  help: give the path from the importing file, with its ending
  code: plugins/not-loaded`,
  ],
  [
    'an import of a package that is not installed',
    { '_plugins/a.ts': "import x from 'no-such-package'\nexport default x" },
    `The plugin _plugins/a.ts cannot be loaded: there is no package 'no-such-package'

  _plugins/a.ts:1:15
  > 1 | import x from 'no-such-package'
      |               ^^^^^^^^^^^^^^^^^
  help: install it for the site: npm install no-such-package
  code: plugins/not-loaded`,
  ],
  [
    'a module that throws, in the file where it does',
    {
      '_plugins/a.ts': "import { f } from './lib/f'\nexport default f()",
      '_plugins/lib/f.ts': "export const f = () => {\n  throw new Error('no')\n}",
    },
    `The plugin _plugins/a.ts cannot be loaded: no

  _plugins/lib/f.ts:2:3
    1 | export const f = () => {
  > 2 |   throw new Error('no')
      |   ^^^^^^^^^^^^^^^^^^^^^
  code: plugins/not-loaded`,
  ],
  [
    'a function that fails to make its plugin',
    { '_plugins/a.ts': "export default async () => {\n  throw new Error('no')\n}" },
    `The plugin _plugins/a.ts cannot be loaded: no

  _plugins/a.ts:2:3
    1 | export default async () => {
  > 2 |   throw new Error('no')
      |   ^^^^^^^^^^^^^^^^^^^^^
  code: plugins/not-loaded`,
  ],
  [
    'no plugin',
    { '_plugins/a.ts': 'export default 5' },
    `The plugin _plugins/a.ts exports no plugin.
  help: write \`export default definePlugin({ name: … })\`
  code: plugins/bad-plugin`,
  ],
  [
    'an empty file',
    { '_plugins/a.ts': '// nothing yet' },
    `The plugin _plugins/a.ts exports no plugin.
  help: write \`export default definePlugin({ name: … })\`
  code: plugins/not-loaded`,
  ],
  [
    'a plugin that is not the default',
    { '_plugins/a.ts': "export const words = { name: 'words', hooks: {} }" },
    `The plugin _plugins/a.ts exports no plugin.
  help: 'words' looks like one: write \`export default words\`
  code: plugins/not-loaded`,
  ],
  [
    'a part that plugins do not have',
    { '_plugins/a.ts': "export default { name: 'a', generator: (site) => site }" },
    `The plugin 'a' has a part 'generator', which plugins do not have.
  help: did you mean 'generate'? The parts are name, priority, settings, pure, variables, rules, needs, versions, generate, generateLast, fields, finish, staticFiles, builds, check, newDocument, hooks, tags, filters, converters, codeBlocks, markdown, elements, maths, includes, layouts, activeSupport
  while: defined in _plugins/a.ts
  code: plugins/bad-plugin`,
  ],
  [
    'a tag without its render',
    { '_plugins/a.ts': "export default { name: 'a', tags: [{ name: 't', parse: () => 1 }] }" },
    `The plugin 'a': its \`tags\` has the tag 't' without its \`parse\` or its \`render\`.
  help: docs/plugins.md has an example of each part
  while: defined in _plugins/a.ts
  code: plugins/bad-plugin`,
  ],
  [
    'two plugins of one name',
    { '_plugins/a.ts': "export default { name: 'x' }", '_plugins/b.ts': "export default { name: 'x' }" },
    `Two plugins are called 'x': _plugins/a.ts and _plugins/b.ts.
  help: give one of them another \`name\`
  code: plugins/name-clash`,
  ],
  [
    'a name that is nearly one of ours',
    { '_config.yml': 'plugins: [jekyll-fead]' },
    `Yikes! It looks like you don't have jekyll-fead or one of its dependencies installed. In order to use Jekyll as currently configured, you'll need to install this gem.

The error message was: 'cannot load such file -- jekyll-fead'
  help: did you mean 'jekyll-feed'?
  code: plugins/missing`,
  ],
  [
    'a plugin that is known in Ruby',
    { '_config.yml': 'plugins: [jekyll-scholar]' },
    `Yikes! It looks like you don't have jekyll-scholar or one of its dependencies installed. In order to use Jekyll as currently configured, you'll need to install this gem.

The error message was: 'cannot load such file -- jekyll-scholar'
  help: it is a gem that is not on this machine: with Ruby (npm install -D whirl-ruby) it runs where it is all Ruby: it is fetched where the Gemfile names it (gem "jekyll-scholar"; docs/ruby-plugins.md), or take it out of \`plugins\`
  code: plugins/missing`,
  ],
  [
    'several plugins that are not there',
    { '_config.yml': 'plugins: [jekyll-fead, jekyll-feed, jekyll-scholar, jekyll-fead]' },
    `Yikes! It looks like you don't have jekyll-fead or one of its dependencies installed. In order to use Jekyll as currently configured, you'll need to install this gem.

The error message was: 'cannot load such file -- jekyll-fead'
  help: did you mean 'jekyll-feed'?
  code: plugins/missing
jekyll-scholar is missing, too.
  help: it is a gem that is not on this machine: with Ruby (npm install -D whirl-ruby) it runs where it is all Ruby: it is fetched where the Gemfile names it (gem "jekyll-scholar"; docs/ruby-plugins.md), or take it out of \`plugins\`
  code: plugins/missing`,
  ],
])('%s', async (_, files, expected) => {
  expect(await complaint(() => siteOnDisk(files).load())).toBe(expected)
})

test.each<readonly [string, string, string]>([
  [
    'hooks',
    "{ 'pages:post_render': 5 }",
    "has number under 'pages:post_render', not a function or `{ match, run }`",
  ],
  ['hooks', '[]', 'is a list, not an object of events and functions'],
  ['priority', "'urgent'", 'is "urgent", and there are lowest, low, normal, high, highest'],
  ['filters', '{ f: () => 1 }', "has function under 'f', not `{ min, max, run }`"],
  [
    'converters',
    "[{ name: 'C', matches: () => true, outputExt: () => '.x' }]",
    "has the converter 'C' without its `convert`",
  ],
  ['includes', '{ a: 5 }', "has number under 'a', not text"],
  ['generate', '{}', 'is an object, not a function'],
])('a plugin whose %s is %s', async (part, text, expected) => {
  const one = siteOnDisk({ '_plugins/a.ts': `export default { name: 'a', ${part}: ${text} }` })
  expect(await complaint(() => one.load())).toContain(`The plugin 'a': its \`${part}\` ${expected}.`)
})

test('two plugins with one tag, filter or language of code blocks: the second is used, and it is reported', async () => {
  const tag = (word: string): string =>
    `export default { name: '${word}', tags: [{ name: 't', parse: () => 0, render: () => '${word}' }],
      filters: { f: { min: 0, max: 0, run: () => '${word}' } },
      codeBlocks: [{ languages: ['${word}', 'FIG'.${word === 'a' ? 'toLowerCase' : 'trim'}()], render: () => '${word}' }] }`
  const one = siteOnDisk({
    '_plugins/a.ts': tag('a'),
    '_plugins/b.ts': tag('b'),
    'i.html': '---\n---\n{% t %}{{ 1 | f }}',
  })
  expect((await one.build('i.html')).output).toBe('bb')
  expect((await one.load()).diagnostics.map(({ message }) => message)).toEqual([
    "The tag 't' comes from two plugins, a (_plugins/a.ts) and b (_plugins/b.ts): the second is used.",
    "The filter 'f' comes from two plugins, a (_plugins/a.ts) and b (_plugins/b.ts): the second is used.",
    "The language of code blocks 'fig' comes from two plugins, a (_plugins/a.ts) and b (_plugins/b.ts): the second is used.",
  ])
})

test('a drop of a plugin is one to the program', async () => {
  const one = siteOnDisk({
    '_plugins/a.ts': `
      import { definePlugin, Drop } from 'whirl-blog'
      class Weather extends Drop {
        get(key: string) { return key === 'sky' ? 'blue' : undefined }
        toText() { return 'weather' }
      }
      export default definePlugin({ name: 'weather', fields: () => ({ site: { weather: () => new Weather() } }) })`,
    'i.html': '---\n---\n{{ site.weather }}: {{ site.weather.sky }}',
  })
  expect((await one.build('i.html')).output).toBe('weather: blue')
})

test('a directory of plugins outside of the site: errors have their places, edits are seen', async () => {
  const shared = siteOnDisk({ 'a.ts': "export default { name: 'before' }" })
  const one = siteOnDisk({ '_config.yml': `plugins_dir: ${shared.source}` })
  expect(await names(one)).toEqual(['before'])
  shared.write('a.ts', "export default { name: 'after' }")
  expect(await names(one)).toEqual(['after'])
  shared.write('a.ts', "\nthrow new Error('no')")
  expect(await complaint(() => one.load())).toContain(`\n  ${shared.source}/a.ts:2:1\n`)
})

test('a time limit that is none is told', async () => {
  const said = async (limit: string): Promise<readonly string[]> =>
    (await siteOnDisk({ '_config.yml': `plugin_time_limit: ${limit}` }).load()).diagnostics.map(
      (each) => each.message,
    )
  expect(await said('soon')).toEqual([
    '\'plugin_time_limit\' should be a number of seconds, but was: "soon". There is no limit.',
  ])
  expect(await said('60')).toEqual([])
})
