/** With threads beside it a build makes the same bytes and says the same in the same order, whoever renders what. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { handsFor } from '../../src/builder/apart/hands.ts'
import type { Hands } from '../../src/builder/index.ts'
import { runIn } from '../cli/host.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'
import { handsHere } from './hands-here.ts'

const sites = path.resolve(import.meta.dirname, '../sites')
const names = fs.readdirSync(sites, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))

const TAKINGS: readonly ((piece: number, of: number) => boolean)[] = [
  () => true,
  (piece, of) => piece >= of / 2,
  (piece) => piece % 3 === 1,
]

/** Bytes of all files below `root`, by path. */
function bytesBelow(root: string): Map<string, string> {
  const files = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  return new Map(files.map((file) => [path.relative(root, file), fs.readFileSync(file, 'latin1')]))
}

const ENV = { SOURCE_DATE_EPOCH: '1767323045' }

function withThreads(taking: (piece: number, of: number) => boolean) {
  return (wanted: number | undefined): Hands => handsHere(wanted, taking)
}

describe('fixture sites come out as without', () => {
  test.each(names)('%s', async (name) => {
    const { source, args, env } = fixtureAt(path.join(sites, name))
    const { root } = makeSite()
    const build = async (workers: number, taking = TAKINGS[0]!) => {
      const destination = path.join(root, 'site')
      fs.rmSync(destination, { recursive: true, force: true })
      const words = ['build', '--compat', RECORDED, '--disable-disk-cache', '--verbose', '-d', destination]
      const argv = [...words, '--workers', String(workers), ...args]
      const said = await runIn(source, argv, { ...ENV, ...env }, { threads: withThreads(taking) })
      const taken = /Threads: (\d+) of /.exec(said.out)?.[1] ?? 0
      const out = said.out.replace(/in \d[\d.]* seconds/, '').replace(/^ *Threads:.*\n/m, '')
      return { said: { ...said, out, files: bytesBelow(destination) }, taken: Number(taken) }
    }
    const alone = await build(0)
    expect([alone.said.code, alone.taken]).toEqual([0, 0])
    let taken = 0
    for (const [index, taking] of TAKINGS.entries()) {
      const shared = await build(index + 1, taking)
      expect(shared.said).toEqual(alone.said)
      taken += shared.taken
    }
    // Style sheets are the main thread's.
    const pages = alone.said.out.match(/Rendering: .*(?<!\.s[ac]ss)$/gm) ?? []
    if (pages.length > 1) expect(taken).toBeGreaterThan(0)
  })
})

describe('pages that read what others left', () => {
  const post = (n: number, text = 'One.\n\nTwo.'): Record<string, string> => ({
    [`_posts/2024-01-0${n}-p${n}.md`]: `---\ntitle: P${n}\nlayout: post\n---\n${text}\n`,
  })
  const files = {
    '_config.yml': 'title: T\nplugins: [jekyll-include-cache]\n',
    '_layouts/post.html':
      '{% include_cached note.html %}{{ page.excerpt }}{{ page.title | nothing: }}{{ content }}',
    '_includes/note.html': '<i>{{ page.title }}</i>',
    ...post(1),
    ...post(2, '{{ content | size }} {{ site.posts.last.content }}\n\nMore.'),
    ...post(3, 'Three.\n\n{{ page.previous.excerpt }}'),
    ...post(4),
    'a.html':
      '---\n---\n{% for p in site.posts %}{{ p.content }}{{ p.excerpt }}{{ p.output | size }}{% endfor %}',
    'b.html':
      '---\nlayout: post\n---\n{{ site.time }} {{ site.posts.first.excerpt }}{{ "a" | markdownify }}{{ layout.x }}',
  }
  const run = (root: string, words: readonly string[], taking?: (piece: number, of: number) => boolean) =>
    runIn(
      root,
      ['build', '--compat', 'jekyll-4.4', ...words],
      ENV,
      taking === undefined ? {} : { threads: withThreads(taking) },
    )

  test.each(TAKINGS.map((taking, index) => [index, taking] as const))(
    'as threads take them: %s',
    async (_, taking) => {
      const alone = makeSite(files)
      const shared = makeSite(files)
      const steady = (text: string, root: string): string =>
        text
          .replaceAll(root, 'SITE')
          .replace(/in \d[\d.]* seconds/, '')
          .replace(/^ *Threads:.*\n/m, '')
      const both = async (...words: string[]) => {
        const one = await run(alone.root, words)
        const other = await run(shared.root, [...words, '--workers', '2'], taking)
        expect(steady(other.out, shared.root)).toBe(steady(one.out, alone.root))
        expect(steady(other.err, shared.root)).toBe(steady(one.err, alone.root))
        expect(other.code).toBe(one.code)
        if (one.code !== 0) return one
        expect(bytesBelow(shared.at('_site'))).toEqual(bytesBelow(alone.at('_site')))
        return one
      }
      await both('--explain')
      // What was kept of a build with threads serves the next, which renders nothing, and those after edits.
      expect((await both('--explain')).out).toContain('Rendered: 0 of 6')
      for (const site of [alone, shared]) site.put(post(2, 'Other.\n\nText.'))
      await both('--explain')
      for (const site of [alone, shared]) site.put({ '_layouts/post.html': '<b>{{ content }}</b>' })
      await both('--explain')
      // Errors look as they do without, whoever meets them first.
      for (const site of [alone, shared]) site.put(post(3, '{% include gone.html %}'))
      expect((await both('--verbose')).code).toBe(1)
    },
  )

  describe('an edit of the layout', () => {
    const many = {
      '_config.yml': 'title: T\n',
      '_layouts/post.html': '<p>{{ page.title }} {{ page.next.title }}</p>{{ content }}',
      ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => Object.entries(post(n + 1))).flat()),
      // It prints what the layout makes of others: it is converted again.
      'all.html': '---\n---\n{% for p in site.posts %}{{ p.output }}{% endfor %}',
    }
    const edit = { '_layouts/post.html': '<b>{{ page.title }} {{ page.previous.title }}</b>{{ content }}' }
    const rendered = (out: string): string | undefined => /Rendered: (\d.*)/.exec(out)?.[1]
    const taken = (out: string): number => Number(/Threads: (\d+) of /.exec(out)?.[1] ?? 0)

    test.each([1, 2, 3])('is made in %s threads, which convert nothing again', async (workers) => {
      const alone = makeSite(many)
      const shared = makeSite(many)
      const words = ['--explain', '--verbose', '--workers', String(workers)]
      for (const site of [alone, shared]) expect((await run(site.root, [])).code).toBe(0)
      for (const site of [alone, shared]) site.put(edit)
      const one = await run(alone.root, ['--explain', '--workers', '0'])
      const other = await run(shared.root, words, () => true)
      expect(rendered(one.out)).toMatch(/^10 of 10, 9 of them only placed/)
      expect(rendered(other.out)).toBe(rendered(one.out))
      expect(taken(other.out)).toBeGreaterThanOrEqual(9)
      expect(bytesBelow(shared.at('_site'))).toEqual(bytesBelow(alone.at('_site')))
      // What is kept of it is what one thread keeps.
      expect(rendered((await run(shared.root, ['--explain'])).out)).toMatch(/^0 of 10/)
    })
  })

  test('a plugin of the site keeps threads away', async () => {
    const site = makeSite({
      ...files,
      '_plugins/p.js': "module.exports = { name: 'p', filters: { p: { min: 0, max: 0, run: () => 'p' } } }",
    })
    let asked = false
    const said = await run(site.root, ['--workers', '2'], () => {
      asked = true
      return true
    })
    expect([said.code, asked]).toEqual([0, false])
  })
})

test.each(['-1', '65'])('--workers %s is refused', async (number) => {
  const { root } = makeSite({ 'index.html': '---\n---\nhi' })
  const said = await runIn(root, ['build', '--workers', number], ENV)
  expect([said.code, said.err]).toEqual([
    1,
    `Configuration file: none\n           Workers: --workers ${number} is no number of threads.\n  help: write a number from 0 (the main thread alone) to 64, or leave it out\n  code: cli/workers\n`,
  ])
})

test('threads by cores and work: none for small sites, one beside the main thread on two cores', () => {
  const posts = (count: number): number[] => Array.from({ length: count }, () => 4000)
  const hands = (count: number, cores: number) => handsFor(posts(count), { wanted: undefined, cores })
  expect([24, 1000, 10_000].map((count) => hands(count, 2))).toEqual([0, 0, 1])
  expect([1, 2, 4, 64].map((cores) => hands(10_000, cores))).toEqual([0, 1, 3, 5])
  expect(hands(16_000, 64)).toBe(4)
  // Each has the site in memory once more.
  expect(hands(100_000, 64)).toBe(0)
  expect(handsFor(posts(1), { wanted: 3, cores: 1 })).toBe(3)
})
