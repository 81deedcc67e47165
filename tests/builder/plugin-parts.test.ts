import { describe, expect, test } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import { type BuildOptions, buildTime, type MemoryOutput, memoryOutput } from '../../src/builder/index.ts'
import { buildAndFinish, buildSite } from '../../src/index.ts'
import { definePlugin, type FinishedFile, type Plugin } from '../../src/plugins/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

const zone = zoneFor('UTC')

function optionsFor(files: string, plugins: readonly Plugin[]): BuildOptions & { output: MemoryOutput } {
  const tree = memoryTree(files)
  const overrides = new Map(Object.entries({ source: tree.root, destination: `${tree.root}/_site` }))
  const { config } = configFrom(new Map(), overrides, { cwd: tree.root, zone })
  return { config, tree, time: buildTime('1000000000', zone), output: memoryOutput(), plugins }
}

const SITE = `
-- index.html --
---
layout: framed
---
{% include brand/mark.html %}
-- a/logo.svg --
<svg/>
`

const brand = definePlugin({
  name: 'brand',
  includes: { 'brand/mark.html': 'mark of {{ site.name }}{{ page.path }}' },
  layouts: { framed: '---\nlayout: outer\n---\n<{{ content | strip }}>', outer: '{{ content }}!' },
})

describe('includes and layouts of plugins', () => {
  test('are there for any page', () => {
    const options = optionsFor(SITE, [brand])
    buildSite(options)
    expect(options.output.contents.get('index.html')).toBe('<mark of index.html>!')
  })

  test("give way to the site's files", () => {
    const own = `${SITE}-- _includes/brand/mark.html --\nours\n-- _layouts/outer.html --\n[{{ content }}]\n`
    const options = optionsFor(own, [brand])
    buildSite(options)
    expect(options.output.contents.get('index.html')).toBe('[<ours>]\n')
  })

  test('a mistake in one names the plugin and its include', () => {
    const broken = definePlugin({ name: 'brand', includes: { 'brand/mark.html': 'a\n{% nope %}' } })
    const failing = optionsFor('-- index.html --\n---\n---\n{% include brand/mark.html %}\n', [broken])
    expect(() => buildSite(failing)).toThrow(/brand\/_includes\/brand\/mark.html/)
  })
})

describe('finish', () => {
  const finishing = (finish: NonNullable<Plugin['finish']>): Plugin =>
    definePlugin({
      name: 'finisher',
      layouts: { framed: '{{ content }}' },
      includes: brand.includes ?? {},
      finish,
    })

  test('sees the outputs and the source, and makes texts and bytes', async () => {
    const seen: unknown[] = []
    const options = optionsFor(SITE, [
      finishing(async (site, { outputs, readBytes }) => {
        seen.push(site.time.seconds, [...outputs.keys()], new TextDecoder().decode(readBytes('/a/logo.svg')))
        seen.push(readBytes('../secret'), readBytes('none'))
        await new Promise((resolve) => setTimeout(resolve, 1))
        return [
          { path: 'made/a.txt', content: 'text' },
          { path: 'made/b.bin', content: new Uint8Array([0, 255]) },
        ]
      }),
    ])
    const { written } = await buildAndFinish(options)
    expect(seen.slice(1)).toEqual([['index.html'], '<svg/>\n', undefined, undefined])
    expect(written).toEqual(['index.html', 'a/logo.svg', 'made/a.txt', 'made/b.bin'])
    expect(options.output.contents.get('made/b.bin')).toEqual(new Uint8Array([0, 255]))
    expect((await buildAndFinish(options)).written).toEqual([])
  })

  test('one that needs time cannot be part of a synchronous build', () => {
    const options = optionsFor(SITE, [finishing(async () => [])])
    expect(() => buildSite(options)).toThrow(TypeError)
  })

  test.each<[string, unknown, RegExp]>([
    ['no list', undefined, /'finisher' returned no list of files/],
    ['no file', [{ path: 1 }], /that is not a file/],
    [
      'a path outside',
      [{ path: '../x', content: '' }],
      /the path '..\/x', which is not below the destination/,
    ],
  ])('%s is refused before anything is written', async (_, made, message) => {
    const options = optionsFor(SITE, [finishing(() => made as readonly FinishedFile[])])
    await expect(buildAndFinish(options)).rejects.toThrow(message)
    expect(options.output.contents.size).toBe(0)
  })

  test('what it throws names the plugin', async () => {
    const options = optionsFor(SITE, [finishing(() => Promise.reject(new Error('no luck')))])
    const failure = await buildAndFinish(options).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(BuildError)
    expect(String(failure)).toContain("The plugin 'finisher' failed: no luck")
  })

  test('a file where a page lies is a conflict', async () => {
    const options = optionsFor(SITE, [finishing(() => [{ path: 'index.html', content: 'x' }])])
    const { diagnostics } = await buildAndFinish(options)
    expect(diagnostics.map((each) => each.message).join()).toContain('index.html (plugin finisher)')
  })
})
