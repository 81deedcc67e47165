/** The benchmark: what it measures and says. Its times are looked at by nobody here. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { siteForEachTest } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const site = siteForEachTest()
const isUnable = [
  lacking('bundle', 'dist/cli.js', fs.existsSync(path.join(root, 'dist/cli.js'))),
  lacking('commands', '/usr/bin/time', fs.existsSync('/usr/bin/time')),
].includes(true)

const bench = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(root, 'bench/bench.mjs'), '--work', site.at('work'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })

interface Row {
  readonly site: string
  readonly case: string
  readonly builder: string
  readonly pages?: number
  readonly failed?: string
}

test.skipIf(isUnable)(
  'every case of a made blog and of a real site, with a table, numbers and a picture',
  () => {
    site.put({
      'mine/_posts/2026-01-02-b.md': '---\ntitle: B\n---\nb\n',
      'mine/index.html': '---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}',
    })
    const { status, stdout, stderr } = bench(
      ...['--posts', '3', '--blogs', 'liquid', '--sites', `mine=${site.at('mine')}`],
      ...['--with', 'whirl,floor', '--runs', '1', '--flags='],
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const { rows } = JSON.parse(site.read('work/bench.json')) as { rows: readonly Row[] }
    const seen = rows.map((row) => `${row.site}: ${row.case}, ${row.builder} ${row.failed ?? row.pages}`)
    const all = ['cold', 'unchanged', 'post', 'title', 'layout']
    expect(seen).toEqual([
      // It has no layout of its own.
      ...all.slice(0, 4).flatMap((each) => [`mine: ${each}, whirl 2`, `mine: ${each}, floor 2`]),
      ...all.flatMap((each) => [`3 posts, liquid: ${each}, whirl 7`, `3 posts, liquid: ${each}, floor 7`]),
    ])
    expect(stdout).toContain('| 3 posts, liquid | cold | whirl |')
    expect(stdout).toContain('cold: output and every cache are removed before each run.')
    expect(site.read('work/bench.svg').match(/<rect x=/g)).toHaveLength(rows.length)
    // What was edited is as it was.
    expect(site.read('mine/_posts/2026-01-02-b.md')).toBe('---\ntitle: B\n---\nb\n')
  },
)

test('what it does not know it names', () => {
  const { status, stderr } = bench('--with', 'whirl,jekyl')
  expect([status, stderr]).toEqual([2, 'bench: no jekyl; there are: whirl, jekyll, hugo, eleventy, floor\n'])
  expect(bench('--flags', '--safe').stderr).toMatch(/^bench: Option '--flags' argument is ambiguous/)
})
