/** Plugins that a site brings along. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Value } from '../../src/base/index.ts'
import { zoneFor } from '../../src/base/index.ts'
import { loadPlugins } from '../../src/build/index.ts'
import { configFrom } from '../../src/site/index.ts'

let source: string
beforeAll(() => {
  source = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-plugins-'))
})
afterAll(() => fs.rmSync(source, { recursive: true, force: true }))

function write(file: string, text: string): void {
  const full = path.join(source, file)
  fs.mkdirSync(path.dirname(full), { recursive: true })
  fs.writeFileSync(full, text)
}

function load(...settings: readonly (readonly [string, Value])[]): ReturnType<typeof loadPlugins> {
  const files = new Map<Value, Value>(settings)
  return loadPlugins(
    configFrom(files, new Map([['source', source]]), { cwd: '/', zone: zoneFor('UTC') }).config,
  )
}

test('files of _plugins are loaded in the order of their names, before those the configuration names', async () => {
  write('_plugins/b.mjs', "export default { name: 'b' }")
  write('_plugins/sub/a.mjs', "export default { name: 'a' }")
  const { plugins, diagnostics } = await load(['plugins', ['jekyll-gist']])
  expect(plugins.map((plugin) => plugin.name)).toEqual(['b', 'a', 'jekyll-gist'])
  expect(diagnostics).toEqual([])
})

test('with `safe` none of the site are', async () => {
  expect((await load(['safe', true])).plugins).toEqual([])
})

test('an npm package that `plugins` names', async () => {
  write('node_modules/own-plugin/package.json', '{"name":"own-plugin","type":"module","exports":"./main.js"}')
  write('node_modules/own-plugin/main.js', "export default { name: 'own-plugin' }")
  const { plugins } = await load(['plugins', ['own-plugin']], ['plugins_dir', 'none'])
  expect(plugins.map((plugin) => plugin.name)).toEqual(['own-plugin'])
})

test('Ruby is named, with what it seems to do', async () => {
  write('ruby/x.rb', 'class X < Jekyll::Generator\nend\nLiquid::Template.register_tag("foo", Foo)\n')
  const { diagnostics } = await load(['plugins_dir', 'ruby'])
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "ruby/x.rb is written in Ruby and is not run. It seems to add a tag 'foo', a generator.",
  ])
})

test('Ruby is left unnamed where the site says so', async () => {
  write('quiet/x.rb', 'class X < Jekyll::Generator\nend\n')
  const { diagnostics } = await load(['plugins_dir', 'quiet'], ['ignore_ruby_plugins', true])
  expect(diagnostics).toEqual([])
})

test('what exports no plugin, or cannot be loaded, is named', async () => {
  write('empty/e.mjs', 'export default 5')
  await expect(load(['plugins_dir', 'empty'])).rejects.toThrow('The plugin empty/e.mjs exports no plugin.')
  write('broken/b.mjs', 'throw new Error("no")')
  await expect(load(['plugins_dir', 'broken'])).rejects.toThrow(
    'The plugin broken/b.mjs cannot be loaded: no',
  )
})
