/** Plugins of a site as the command runs them: while serving, in the bundle, and when they never end. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { runIn } from './host.ts'
import { page, start } from './running.ts'

test('while serving, an edited plugin is loaded anew, and its mistakes are shown', async () => {
  const plugin = (word: string): string =>
    `export default { name: 'word', filters: { word: { min: 0, max: 0, run: () => ${word} } } }`
  const site = start(['serve', '--port', '0'], {
    'index.html': page("{{ 1 | word }} {{ site.title }} {{ 'x' | jsonify }}"),
    '_plugins/word.ts':
      "import { one } from './lib/one'\nexport default { name: 'word', filters: { word: { min: 0, max: 0, run: () => one } } }",
    '_plugins/lib/one.ts': "export const one = 'one'",
    'whirl.config.ts': "export default { title: 'first' }",
  })
  await site.says('press ctrl-c to stop.')
  const url = /Server address: (\S+)/.exec(site.said())?.[1] ?? ''
  const get = async (): Promise<string> => (await fetch(url)).text()
  const edit = async (file: string, text: string, says: string): Promise<void> => {
    const from = site.said().length
    site.put({ [file]: text })
    await site.says(says, from)
  }
  expect(await get()).toContain('one first')

  await edit('_plugins/lib/one.ts', "export const one = 'two'", '...done in')
  await expect.poll(get).toContain('two first')

  await edit('_plugins/word.ts', plugin("'three' +"), 'The plugin _plugins/word.ts cannot be loaded')
  await expect.poll(get).toContain('The plugin _plugins/word.ts cannot be loaded')
  // Until it is fixed, other edits do not hide it.
  await edit('other.txt', 'x', 'The plugin _plugins/word.ts cannot be loaded')

  await edit('_plugins/word.ts', plugin("'three'"), '...done in')
  await expect.poll(get).toContain('three first')

  await edit('whirl.config.ts', "export default { title: 'second' }", '...done in')
  await expect.poll(get).toContain('three second')
  expect(await site.stop()).toBe(0)
})

test('a hook that fails after writing leaves the new output, as in Jekyll', async () => {
  const site = makeSite({
    'index.html': page('new'),
    '_site/old.html': '',
    '_plugins/a.ts':
      "export default { name: 'a', hooks: { 'site:post_write': () => { throw new Error('no') } } }",
  })
  const { code, err } = await runIn(site.root, ['build'])
  expect([code, err.includes("The plugin 'a' failed: no")]).toEqual([1, true])
  expect(site.list().filter((name) => name.startsWith('_site/'))).toEqual(['_site/index.html'])
})

const root = path.resolve(import.meta.dirname, '../..')
const cli = path.join(root, 'dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

/** Builds the site made of `files` with the bundled command. */
function build(files: Readonly<Record<string, string>>, outputs: readonly string[]) {
  const { root: cwd, has, read } = makeSite(files)
  const done = spawnSync(process.execPath, [cli, 'build', '-q'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  const texts = outputs.map((name) => (has(`_site/${name}`) ? read(`_site/${name}`) : undefined))
  return { ...done, texts }
}

describe.skipIf(unbundled)('dist/cli.js', () => {
  test('runs the worked examples from _plugins', () => {
    const examples = ['generator/team-pages.ts', 'tag/callout.ts', 'converter/csv-table.ts']
    const plugins = examples.map((name): [string, string] => [
      `_plugins/${path.basename(name)}`,
      fs.readFileSync(path.join(root, 'examples/plugins', name), 'utf8'),
    ])
    const { status, stderr, texts } = build(
      {
        ...Object.fromEntries(plugins),
        '_data/team.yml': '- name: Ada Lovelace\n',
        'index.html': page('{% callout %}*x*{% endcallout %}'),
        'table.csv': page('a,b\n1,2'),
      },
      ['team/ada-lovelace/index.html', 'index.html', 'table.html'],
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(texts[0]).toBe('\n')
    expect(texts[1]).toContain('<p><em>x</em></p>')
    expect(texts[2]).toContain('<td>2</td>')
  })

  test('names a plugin that never ends, and stops it where the site says so', () => {
    const { status, signal, stderr } = build(
      {
        // Enough for the plugin to be loaded on a busy machine.
        '_config.yml': 'plugin_time_limit: 8\n',
        '_plugins/loop.ts':
          "export default { name: 'loop', hooks: { 'pages:post_render': () => { for (;;); } } }",
        'index.html': page('x'),
      },
      [],
    )
    expect(status).toBe(null)
    expect(signal).toBe('SIGTERM')
    expect(stderr).toBe(
      '           Plugins: _plugins/loop.ts is at work on pages:post_render of index.html, for 8 seconds now: ' +
        'longer than plugin_time_limit allows. Stopped.\n',
    )
  })
})
