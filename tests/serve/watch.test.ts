/** What is told of a folder in which files come, go and change, by each of the means. */
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { Watcher } from '../../src/serve/index.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()
const opened: Watcher[] = []
afterEach(async () => {
  for (const watcher of opened.splice(0)) await watcher.close()
})

/** Everything told since the last time that `gathered` was called. */
async function watched(means: 'polling' | 'directories' | 'files', root = site.root) {
  const told = new Set<string>()
  const batches: (readonly string[])[] = []
  const watcher = new Watcher({
    paths: [root],
    ignored: (place) => path.basename(place) === 'apart',
    means,
    onChange: (changed) => {
      batches.push(changed)
      for (const place of changed) told.add(path.relative(root, place))
    },
    onError: (error) => {
      throw error
    },
  })
  opened.push(watcher)
  await watcher.ready()
  return {
    batches,
    /** Waits until all of `places` were told; answers everything that was. */
    async gathered(...places: readonly string[]): Promise<readonly string[]> {
      await expect.poll(() => places.filter((place) => !told.has(place)), { timeout: 10_000 }).toEqual([])
      const all = [...told].sort()
      told.clear()
      return all
    },
  }
}

describe.each(['directories', 'files'] as const)('%s', (means) => {
  test('files that come, change and go', async () => {
    site.put({ 'a.md': 'a', 'd/b.md': 'b' })
    const { gathered } = await watched(means)
    site.put({ 'a.md': 'changed' })
    expect(await gathered('a.md')).toEqual(['a.md'])
    site.put({ 'd/c.md': 'c' })
    expect(await gathered('d/c.md')).toEqual(['d/c.md'])
    fs.unlinkSync(site.at('d/b.md'))
    expect(await gathered('d/b.md')).toEqual(['d/b.md'])
  })

  test('a directory that comes, with all in it, and goes', async () => {
    const { gathered } = await watched(means)
    site.put({ 'e/f/g.md': 'g', 'e/h.md': 'h' })
    expect(await gathered('e', 'e/f', 'e/f/g.md', 'e/h.md')).toHaveLength(4)
    site.put({ 'e/f/g.md': 'changed' })
    expect(await gathered('e/f/g.md')).toEqual(['e/f/g.md'])
    fs.rmSync(site.at('e'), { recursive: true })
    expect(await gathered('e', 'e/f', 'e/f/g.md', 'e/h.md')).toHaveLength(4)
  })
})

describe('directories', () => {
  test('a file replaced by one that was changed at the same time and is as long', async () => {
    site.put({ 'a.md': 'old', other: 'new' })
    const { atime, mtime } = fs.statSync(site.at('a.md'))
    fs.utimesSync(site.at('other'), atime, mtime)
    const { gathered } = await watched('directories')
    fs.renameSync(site.at('other'), site.at('a.md'))
    expect(await gathered('a.md', 'other')).toEqual(['a.md', 'other'])
  })

  test('a directory that is moved away, and another in its place', async () => {
    site.put({ 'd/a.md': 'a', 'd/gone.md': 'b', 'd/s/x.md': 'x', 'apart/a.md': 'other', 'apart/s/x.md': 'y' })
    const { gathered } = await watched('directories')
    fs.renameSync(site.at('d'), site.at('apart/old'))
    fs.renameSync(site.at('apart'), site.at('d'))
    await gathered('d/a.md', 'd/gone.md', 'd/s/x.md', 'd/old/a.md')
    site.put({ 'd/s/x.md': 'seen', 'd/old/s/x.md': 'seen' })
    expect(await gathered('d/s/x.md', 'd/old/s/x.md')).toEqual(['d/old/s/x.md', 'd/s/x.md'])
  })

  test('a directory made again under its name, many times', async () => {
    site.put({ 'd/s/a.md': '0' })
    const { gathered } = await watched('directories')
    for (let i = 1; i < 20; i++) {
      fs.rmSync(site.at('d'), { recursive: true })
      site.put({ 'd/s/a.md': `${i}` })
      await gathered('d/s/a.md')
    }
    site.put({ 'd/s/a.md': 'last', 'd/b.md': 'b' })
    expect(await gathered('d/s/a.md', 'd/b.md')).toContain('d/b.md')
  })

  test('links to directories and files are followed, but for a circle', async () => {
    site.put({ 'site/a.md': 'a', 'elsewhere/b.md': 'b', 'elsewhere/c.md': 'c' })
    fs.symlinkSync(site.at('elsewhere'), site.at('site/linked'))
    fs.symlinkSync(site.at('elsewhere/c.md'), site.at('site/file.md'))
    fs.symlinkSync(site.at('site'), site.at('elsewhere/back'))
    const { gathered } = await watched('directories', site.at('site'))
    site.put({ 'elsewhere/b.md': 'changed' })
    expect(await gathered('linked/b.md')).toEqual(['linked/b.md'])
    site.put({ 'elsewhere/c.md': 'changed' })
    expect(await gathered('file.md', 'linked/c.md')).toEqual(['file.md', 'linked/c.md'])
    fs.writeFileSync(site.at('new'), 'once more')
    fs.renameSync(site.at('new'), site.at('elsewhere/c.md'))
    await gathered('file.md')
    site.put({ 'elsewhere/c.md': 'and again' })
    await gathered('file.md')
  })

  test('what editors leave beside a file, and what is to be left alone', async () => {
    site.put({ 'a.md': 'a', 'apart/x': 'x' })
    const { gathered } = await watched('directories')
    site.put({ 'a.md~': '', '.a.md.swp': '', 'a.md.subl1.tmp': '', 'apart/x': 'changed', 'apart/y': 'new' })
    site.put({ 'a.md': 'changed' })
    expect(await gathered('a.md')).toEqual(['a.md'])
  })

  test('thousands of files are one batch, and each of them is told', async () => {
    const names = Array.from({ length: 3000 }, (_, number) => `d${number % 7}/${number}.md`)
    site.put(Object.fromEntries(names.map((name) => [name, 'before'])))
    const { gathered, batches } = await watched('directories')
    for (const name of names) fs.writeFileSync(site.at(name), 'after')
    expect(await gathered(...names)).toHaveLength(names.length)
    expect(batches).toHaveLength(1)
  })
})
