import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Value, zoneFor } from '../../src/base/index.ts'
import { buildTime, memoryOutput } from '../../src/builder/index.ts'
import { pack, unpack } from '../../src/bundled/search/packed-files.ts'
import { pagefindVersion } from '../../src/bundled/search/pagefind.ts'
import { buildAndFinish } from '../../src/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

async function build(files: Readonly<Record<string, string>>, search: Value = null) {
  const settings = new Map<Value, Value>([
    ['plugins', ['search']],
    ['search', search],
    ['disable_disk_cache', true],
  ])
  const options = { cwd: '/', zone: zoneFor('UTC') }
  const { config } = configFrom(settings, new Map<Value, Value>([['source', '/site']]), options)
  const output = memoryOutput()
  const tree = memoryTree(new Map(Object.entries(files)), '/site')
  await buildAndFinish({ config, tree, time: buildTime('1800000000', zoneFor('UTC')), output })
  return output.contents
}

const page = (body: string, front = ''): string =>
  `---\n${front}---\n<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`

/** What Pagefind knows of the pages: one compressed fragment each. */
async function urlsOf(output: ReadonlyMap<string, unknown>): Promise<string[]> {
  const { gunzipSync } = await import('node:zlib')
  const urls = []
  for (const [path, content] of output) {
    if (!path.startsWith('pagefind/fragment/')) continue
    const text = gunzipSync(content as Uint8Array).toString('utf8')
    urls.push((JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url)
  }
  return urls.sort()
}

describe('search', () => {
  test('indexes the finished pages under their addresses', async () => {
    const output = await build({
      'index.html': page('home'),
      'a/b.html': page('megaflow'),
      'about.html': page('about', 'permalink: /about/\n'),
      'hidden.html': page('hidden', 'search: false\n'),
      '404.html': page('gone'),
      'data.json': '---\n---\n{}',
    })
    expect(await urlsOf(output)).toEqual(['/', '/a/b.html', '/about/'])
    const names = [...output.keys()].filter((path) => path.startsWith('pagefind/'))
    expect(names).toContain('pagefind/pagefind.js')
    expect(names.filter((name) => name.includes('-ui'))).toEqual([])
  })

  test('is the same in every build of the same pages', async () => {
    const files = { 'index.html': page('home'), 'a.html': page('one two'), 'b.html': page('two three') }
    expect(await build(files)).toEqual(await build(files))
  })

  test('names the languages of the pages in order', async () => {
    const languages = ['en', 'de', 'fr', 'nl', 'it', 'es', 'pt', 'sv']
    const files = languages.map(
      (lang) => [`${lang}.html`, page('word').replace('lang="en"', `lang="${lang}"`)] as const,
    )
    const entry = (await build(Object.fromEntries(files))).get('pagefind/pagefind-entry.json')
    const read = JSON.parse(Buffer.from(entry as Uint8Array).toString('utf8')) as { languages: object }
    expect(Object.keys(read.languages)).toEqual(languages.toSorted())
  })

  test('`search: false` leaves it out', async () => {
    const output = await build({ 'index.html': page('home') }, false)
    expect([...output.keys()]).toEqual(['index.html'])
  })

  test('a kept index belongs to the version that is installed', () => {
    const installed = JSON.parse(fs.readFileSync('node_modules/pagefind/package.json', 'utf8')) as {
      version: string
    }
    expect(pagefindVersion(undefined)).toBe(installed.version)
  })
})

describe('packed files', () => {
  const files = [
    { path: 'a', content: new Uint8Array([10, 0, 255]) },
    { path: 'b/c', content: new Uint8Array() },
  ]
  test('come back as they were', () => {
    expect(unpack(pack(files, 'd'), 'd')?.map(({ path, content }) => [path, [...content]])).toEqual([
      ['a', [10, 0, 255]],
      ['b/c', []],
    ])
  })
  test('with another digest, cut off or broken they are absent', () => {
    const packed = pack(files, 'd')
    expect(unpack(packed, 'e')).toBeUndefined()
    expect(unpack(packed.subarray(0, packed.length - 1), 'd')).toBeUndefined()
    expect(unpack(new TextEncoder().encode('not\njson'), 'd')).toBeUndefined()
    expect(unpack(new Uint8Array(), 'd')).toBeUndefined()
  })
})
