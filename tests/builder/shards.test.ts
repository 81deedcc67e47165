/** Shards of fixture sites, united, are what one build makes: the same files, and the same words. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'

const sites = path.resolve(import.meta.dirname, '../sites')
const names = fs.readdirSync(sites, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
const blog = path.resolve(import.meta.dirname, '../../examples/blog')

/** Bytes of all files below `root`, by path. */
function bytesBelow(root: string): Map<string, string> {
  const files = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  return new Map(files.map((file) => [path.relative(root, file), fs.readFileSync(file, 'latin1')]))
}

/** Builds the site at `directory` in one and in `count` shards: what lies there then, and what was said. */
async function inOneAndIn(count: number, directory: string, compat: string) {
  const { source, args, env } = fixtureAt(directory)
  const { root } = makeSite()
  const cwd = path.join(root, 'source')
  fs.cpSync(source, cwd, { recursive: true, preserveTimestamps: true })
  const destination = path.join(root, 'site')
  const run = async (...words: string[]) => {
    const given = [...words, '--compat', compat, '--disable-disk-cache', ...args]
    const said = await runIn(cwd, given, { SOURCE_DATE_EPOCH: '1767323045', ...env })
    expect(said.code, said.err).toBe(0)
    return said
  }
  const one = await run('build', '-d', destination)
  const files = bytesBelow(destination)
  fs.rmSync(destination, { recursive: true })
  for (let shard = 1; shard <= count; shard++)
    await run('build', '--shard', `${shard}/${count}`, '-d', destination)
  const united = await run('merge', '_shards', '-d', destination)
  const [, here, all] = /(\d+) of (\d+) pages were rendered here/.exec(united.out) ?? []
  return {
    one: { files, err: one.err },
    united: { files: bytesBelow(destination), err: united.err },
    here: Number(here),
    all: Number(all),
  }
}

describe('two shards united are one build', () => {
  test.each(names)('%s', async (name) => {
    const { one, united } = await inOneAndIn(2, path.join(sites, name), RECORDED)
    expect(united).toEqual(one)
  })
})

describe.each([1, 4, 8])('%s shards united are one build', (count) => {
  test.each(['blog', 'everything'].filter((name) => names.includes(name)))('%s', async (name) => {
    const { one, united } = await inOneAndIn(count, path.join(sites, name), RECORDED)
    expect(united).toEqual(one)
  })

  test('the example', async () => {
    const { one, united, here, all } = await inOneAndIn(count, blog, 'jekyll-4.4')
    expect(united).toEqual(one)
    expect(here).toBeLessThan(all / 4)
  })
})
