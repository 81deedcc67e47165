/**
 * The builds of a server: files that nobody said changed are not read again, nobody else writes the output. After any
 * edits each gives what a clean build gives, byte for byte. WHIRL_SESSION_EDITS sets the number of edits.
 */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import {
  buildAndFinish,
  buildTime,
  diskOutput,
  keptIn,
  loadSetup,
  memoryOutput,
  type Output,
  ReadMemory,
  type Setup,
  sourceTree,
} from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { pluginsFor } from '../../src/plugins/index.ts'
import { diskTree, type FileTree } from '../../src/read/index.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { newFolder, siteForEachTest } from '../site-maker.ts'
import { edit, randomFrom } from './edit-script.ts'

const SITES = ['blog', 'collections', 'order', 'plugin-many']
const EDITS = Number(process.env.WHIRL_SESSION_EDITS ?? 60)
const fixtures = path.resolve(import.meta.dirname, '../sites')
const TIME = buildTime('1767323045', zoneFor('UTC'))

function setUp(root: string): Setup {
  return loadSetup({
    cwd: root,
    environment: 'production',
    variables: {},
    timezone: 'UTC',
    ignoreGemfile: true,
  })
}

function options({ config, theme }: Setup, tree: FileTree = sourceTree(config)) {
  return {
    config,
    ...(theme === undefined ? {} : { theme }),
    tree,
    time: TIME,
    bundled: BUNDLED,
    plugins: pluginsFor(config, { bundled: BUNDLED, theme: theme?.plugins ?? [] }),
    askJson: () => undefined,
  }
}

/** How each file of the source looks: what a watcher compares. */
function looks(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name)
    if (/\/(?:_site|\.jekyll-cache)(?:\/|$)/.test(place) || !entry.isFile()) continue
    const { size, mtimeMs, ctimeMs, ino } = fs.statSync(place)
    found.set(place, `${size} ${mtimeMs} ${ctimeMs} ${ino}`)
  }
  return found
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all].filter((place) => before.get(place) !== after.get(place))
}

/** A server's builds of the site at `root`. */
function session(root: string) {
  let setup = setUp(root)
  let seen = looks(root)
  const memory = new ReadMemory()
  const kept = keptIn(setup.config, 'test', () => {})
  const output: Output = diskOutput(setup.config.destination, { alone: true })
  return async (tree?: FileTree) => {
    const now = looks(root)
    const changed = changes(seen, now)
    seen = now
    memory.forget(changed)
    if (changed.some((place) => path.basename(place).startsWith('_config.'))) setup = setUp(root)
    return await buildAndFinish({ ...options(setup, tree), output, kept, memory })
  }
}

async function clean(root: string): Promise<ReadonlyMap<string, string>> {
  const output = memoryOutput()
  await buildAndFinish({ ...options(setUp(root)), output })
  const files = [...output.contents].map(([name, content]): [string, string] => [
    name,
    typeof content === 'string'
      ? content
      : content instanceof Uint8Array
        ? Buffer.from(content).toString()
        : fs.readFileSync(path.join(content.root, content.path), 'utf8'),
  ])
  return new Map(files.sort())
}

function written(root: string): ReadonlyMap<string, string> {
  const destination = path.join(root, '_site')
  const files = fs
    .readdirSync(destination, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const place = path.join(entry.parentPath, entry.name)
      return [path.relative(destination, place), fs.readFileSync(place, 'utf8')]
    })
  return new Map(files.sort())
}

describe.each(SITES)('%s', (name) => {
  test('edits', async () => {
    const folder = newFolder()
    try {
      fs.cpSync(fixtureAt(path.join(fixtures, name)).source, folder.root, { recursive: true })
      const random = randomFrom(77 + SITES.indexOf(name))
      const build = session(folder.root)
      const edits: string[] = []
      await build()
      let built = 0
      for (let i = 0; i < Math.ceil(EDITS / SITES.length); i++) {
        edits.push(edit(folder.root, random))
        try {
          await build()
        } catch (error) {
          if (!(error instanceof BuildError)) throw error
          await expect(clean(folder.root), edits.slice(-5).join('\n')).rejects.toThrow(BuildError)
          continue
        }
        expect([...written(folder.root)], edits.slice(-5).join('\n')).toEqual([...(await clean(folder.root))])
        built++
      }
      expect(built).toBeGreaterThan(0)
    } finally {
      folder.remove('.')
    }
  }, 600_000)
})

const site = siteForEachTest()

test('only what changed is read', async () => {
  site.put({
    '_config.yml': 'title: T\n',
    '_posts/2020-01-01-a.md': '---\ntitle: A\n---\na\n',
    '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nb\n',
    '_layouts/l.html': '{{ content }}',
    '_includes/i.html': 'i',
    '_data/d.yml': 'a: 1\n',
    'page.md': '---\n---\npage\n',
    'file.txt': 'file',
  })
  const read: string[] = []
  const counted = (): FileTree => {
    const tree = diskTree(site.root)
    const noting =
      <Args extends readonly [string, ...unknown[]], Made>(run: (...args: Args) => Made) =>
      (...args: Args): Made => {
        read.push(args[0])
        return run(...args)
      }
    return {
      root: tree.root,
      list: (directory) => tree.list(directory),
      kindOf: (place) => tree.kindOf(place),
      realPath: (place) => tree.realPath(place),
      stat: noting((place) => tree.stat(place)),
      read: noting((place) => tree.read(place)),
      head: noting((place, length: number) => tree.head(place, length)),
    }
  }
  const build = session(site.root)
  await build(counted())
  expect(read.length).toBeGreaterThan(7)
  read.length = 0
  await build(counted())
  expect(read).toEqual([])
  site.put({ '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nchanged\n' })
  const { counters, written: files } = await build(counted())
  expect(read).toEqual(['_posts/2020-01-02-b.md'])
  expect([counters.rendered, files]).toEqual([1, ['2020/01/02/b.html']])
})
