/**
 * The builds of a server: files that nobody said changed are not read again, nobody else writes the output. After any
 * edits each gives what a clean build gives, byte for byte. WHIRL_SESSION_EDITS sets the number of edits.
 */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import {
  type BuildOptions,
  buildAndFinish,
  buildTime,
  diskOutput,
  keptIn,
  loadPlugins,
  loadSetup,
  memoryOutput,
  type Output,
  prepareNext,
  ReadMemory,
  type Save,
  sourceTree,
} from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { namedState, stateOfPlugins } from '../../src/cli/kept.ts'
import { diskTree, type FileTree, treeOver } from '../../src/files/index.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { newFolder, siteForEachTest } from '../site-maker.ts'
import { edit, randomFrom } from './edit-script.ts'

const SITES = ['blog', 'collections', 'order', 'plugin-many']
const EDITS = Number(process.env.WHIRL_SESSION_EDITS ?? 60)
const fixtures = path.resolve(import.meta.dirname, '../sites')
const TIME = buildTime('1767323045', zoneFor('UTC'))

/** They draw pictures of the same outputs, and take long about it. */
const SLOW: ReadonlySet<string> = new Set(['social-cards', 'search'])

/** What builds make. */
const APART: ReadonlySet<string> = new Set(['_site', '.jekyll-cache'])

async function setUp(root: string) {
  const setup = loadSetup({ cwd: root, environment: 'production', variables: {}, timezone: 'UTC' })
  const { config, theme, script } = setup
  const loaded = await loadPlugins(config, {
    bundled: BUNDLED,
    ...(theme === undefined ? {} : { theme: theme.plugins }),
    ...(script === undefined ? {} : { script }),
  })
  return {
    config,
    ...(theme === undefined ? {} : { theme }),
    tree: sourceTree(config),
    time: TIME,
    bundled: BUNDLED,
    plugins: loaded.plugins.filter(({ name }) => !SLOW.has(name)),
    pluginFiles: namedState({ pluginState: stateOfPlugins(loaded) }),
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

/** Whether a changed file can change the settings or a plugin. */
const SETTINGS = /\/(?:_config\.[a-z]+|whirl\.[^/]+|Gemfile[^/]*|_plugins\/.*)$/

/** A server's builds of the site at `root`. */
async function session(root: string) {
  let setup = await setUp(root)
  let seen = looks(root)
  let outdated = false
  const memory = new ReadMemory()
  let save: Save = () => true
  const kept = keptIn(setup.config, 'test', (given) => {
    save = given
  })
  const output: Output = diskOutput(setup.config.destination, { alone: true })
  const build = async (tree?: FileTree, told: Partial<BuildOptions> = {}) => {
    const now = looks(root)
    const changed = changes(seen, now)
    seen = now
    memory.forget(changed)
    outdated ||= changed.some((place) => SETTINGS.test(place))
    if (outdated) setup = await setUp(root)
    outdated = false
    const given = tree === undefined ? {} : { tree }
    return await buildAndFinish({ ...setup, ...given, output, kept, memory, ...told })
  }
  const prepare = (tree?: FileTree): void =>
    prepareNext({ ...setup, ...(tree === undefined ? {} : { tree }), kept, memory })
  return Object.assign(build, { memory, prepare, save: (isLate?: () => boolean) => save(isLate) })
}

async function clean(root: string): Promise<ReadonlyMap<string, string>> {
  const output = memoryOutput()
  await buildAndFinish({ ...(await setUp(root)), output })
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

/** Puts the sources of `from` in the place of those of `to`. */
function restore(from: string, to: string): void {
  for (const name of fs.readdirSync(to))
    if (!APART.has(name)) fs.rmSync(path.join(to, name), { recursive: true })
  for (const name of fs.readdirSync(from))
    if (!APART.has(name))
      fs.cpSync(path.join(from, name), path.join(to, name), { recursive: true, preserveTimestamps: true })
}

describe.each(SITES)('%s', (name) => {
  test('edits', async () => {
    const folder = newFolder()
    const before = newFolder()
    try {
      fs.cpSync(fixtureAt(path.join(fixtures, name)).source, folder.root, { recursive: true })
      const random = randomFrom(77 + SITES.indexOf(name))
      const build = await session(folder.root)
      const edits: string[] = []
      await build()
      let built = 0
      for (let i = 0; i < Math.ceil(EDITS / SITES.length); i++) {
        restore(folder.root, before.root)
        edits.push(edit(folder.root, random))
        // A server may find the time for it before it is told of the change, and in the middle of what it writes.
        if (i % 3 === 1) build.prepare()
        if (i % 4 === 1) build.save(() => true)
        try {
          await build()
        } catch (error) {
          if (!(error instanceof BuildError)) throw error
          await expect(clean(folder.root), edits.slice(-5).join('\n')).rejects.toThrow(BuildError)
          // What nothing can be built of would show nothing any more.
          restore(before.root, folder.root)
          continue
        }
        expect([...written(folder.root)], edits.slice(-5).join('\n')).toEqual([...(await clean(folder.root))])
        built++
        if (i % 3 === 0) build.prepare()
        if (i % 4 === 2) build.save(() => true)
      }
      build.save()
      expect([...written(folder.root)]).toEqual([...(await clean(folder.root))])
      const { config, ...others } = await setUp(folder.root)
      await buildAndFinish({
        config,
        ...others,
        output: diskOutput(config.destination),
        kept: keptIn(config, 'test'),
      })
      expect([...written(folder.root)]).toEqual([...(await clean(folder.root))])
      expect(built).toBeGreaterThan(0)
    } finally {
      folder.remove('.')
      before.remove('.')
    }
  }, 600_000)
})

const site = siteForEachTest()

/** The site's files; noted is which were read, and which directories were listed. */
function notingTree(read: string[], listed: string[]): FileTree {
  const tree = diskTree(site.root)
  const noting =
    <Args extends readonly [string, ...unknown[]], Made>(run: (...args: Args) => Made, to = read) =>
    (...args: Args): Made => {
      to.push(args[0])
      return run(...args)
    }
  return {
    root: tree.root,
    list: noting((directory) => tree.list(directory), listed),
    kindOf: (place) => tree.kindOf(place),
    realPath: (place) => tree.realPath(place),
    passOver: (place) => tree.passOver(place),
    passedOver: () => tree.passedOver(),
    stat: noting((place) => tree.stat(place)),
    read: noting((place) => tree.read(place)),
    head: noting((place, length: number) => tree.head(place, length)),
  }
}

test('what the first change needs is found out before it', async () => {
  site.put({
    '_config.yml': 'title: T\n',
    '_posts/2020-01-01-a.md': '---\ntitle: A\n---\na\n',
    '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nb\n',
    'page.md': '---\n---\npage\n',
  })
  const first = async (isPrepared: boolean) => {
    site.remove('_site')
    site.put({ '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nb\n' })
    const listed: string[] = []
    const build = await session(site.root)
    await build(notingTree([], listed))
    // The output came into the directory while it was read.
    build.memory.forgetWhere((place) => place === site.root)
    if (isPrepared) build.prepare(notingTree([], listed))
    listed.length = 0
    site.put({ '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nchanged\n' })
    let looked = 0
    const told = { progress: (_: number, total: number) => void (looked = total) }
    const { written: files } = await build(notingTree([], listed), told)
    return { listed, looked, files }
  }
  expect(await first(false)).toEqual({ listed: [''], looked: 1, files: ['2020/01/02/b.html'] })
  expect(await first(true)).toEqual({ listed: [], looked: 1, files: ['2020/01/02/b.html'] })
})

test('what is kept is written a part at a time, and as a whole where a build comes between', async () => {
  const posts = Array.from({ length: 200 }, (_, at) => `_posts/2020-01-01-p${at}.md`)
  site.put({
    '_config.yml': 'title: T\n',
    ...Object.fromEntries(posts.map((place, at) => [place, `---\ntitle: T${at}\n---\ntext\n`])),
  })
  // What was written just now may be written again without its looking otherwise.
  await wait(150)
  const build = await session(site.root)
  await build()
  let parts = 1
  while (!build.save(() => true)) parts++
  expect(parts).toBeGreaterThan(5)
  const again = async () => {
    const { config, ...others } = await setUp(site.root)
    const read: string[] = []
    const output = diskOutput(config.destination)
    const kept = keptIn(config, 'test')
    const { counters } = await buildAndFinish({
      config,
      ...others,
      output,
      kept,
      // Files are looked at, and not opened.
      tree: { ...notingTree(read, []), stat: (place) => others.tree.stat(place) },
    })
    return [counters.rendered, counters.written, read.filter((place) => posts.includes(place)).length]
  }
  expect(await again()).toEqual([0, 0, 0])
  site.put({ [posts[0]!]: '---\ntitle: changed\n---\ntext\n' })
  await build()
  build.save(() => true)
  site.put({ [posts[1]!]: '---\ntitle: changed\n---\ntext\n' })
  await build()
  build.save()
  expect((await again()).slice(0, 2)).toEqual([0, 0])
})

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
  const counted = (): FileTree => notingTree(read, [])
  const build = await session(site.root)
  await build(counted())
  expect(read.length).toBeGreaterThan(7)
  read.length = 0
  await build(counted())
  expect(read).toEqual([])
  // A server that begins to watch looks for what changed while it read.
  build.memory.forgetWhere(() => false)
  await build(counted())
  expect(read).toEqual([])
  build.memory.forgetWhere((place) => place === site.at('page.md'))
  await build(counted())
  expect(new Set(read)).toEqual(new Set(['page.md']))
  read.length = 0
  site.put({ '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nchanged\n' })
  const { counters, written: files } = await build(counted())
  expect(read).toEqual(['_posts/2020-01-02-b.md'])
  expect([counters.rendered, files]).toEqual([1, ['2020/01/02/b.html']])
})

test('only what may be another is looked at', async () => {
  const posts = Array.from(
    { length: 50 },
    (_, at) => `_posts/2020-01-${String((at % 28) + 1).padStart(2, '0')}-p${at}.md`,
  )
  const postOf = (title: string, text: string) => `---\ntitle: ${title}\nlayout: l\n---\n${text}\n`
  site.put({
    ...Object.fromEntries(posts.map((place, at) => [place, postOf(`T${at}`, 'text')])),
    '_config.yml': 'title: T\n',
    '_layouts/l.html': '{{ page.title }} {{ content }}',
    'list.html': '---\n---\n{% for p in site.posts %}{{ p.title }} {% endfor %}',
    'texts.html': '---\n---\n{% for p in site.posts limit: 2 %}{{ p.content }} {% endfor %}',
    'page.md': '---\n---\npage\n',
    'file.txt': 'file',
  })
  const build = await session(site.root)
  const looked = async (): Promise<
    readonly [looked: number, rendered: number, written: readonly string[]]
  > => {
    let count = 0
    const { counters, written: files } = await build(undefined, {
      progress: (_, total) => {
        count = total
      },
    })
    return [count, counters.rendered, files]
  }
  expect((await looked())[0]).toBe(53)
  // The first change finds all in its place.
  await looked()
  const [post = ''] = posts
  site.put({ [post]: postOf('T0', 'changed') })
  // The post, and the page that shows texts.
  expect(await looked()).toEqual([2, 1, ['2020/01/01/p0.html']])
  expect(await looked()).toEqual([1, 0, []])
  site.put({ [post]: postOf('other', 'changed') })
  expect(await looked()).toEqual([3, 2, ['list.html', '2020/01/01/p0.html']])
  site.put({ 'page.md': '---\n---\nchanged\n' })
  expect(await looked()).toEqual([2, 1, ['page.html']])
  site.put({ '_layouts/l.html': '{{ content }} changed' })
  expect((await looked()).slice(0, 2)).toEqual([51, 50])
  site.put({ 'file.txt': 'changed' })
  expect(await looked()).toEqual([1, 0, ['file.txt']])
})

test('what the last of some builds keeps is what all of them made', async () => {
  site.put({
    '_config.yml': 'title: T\n',
    'a.md': '---\n---\na\n',
    'b.md': '---\n---\nb\n',
    'list.html': '---\n---\n{% for p in site.pages %}{{ p.content }} {% endfor %}',
  })
  const build = await session(site.root)
  await build()
  build.save()
  site.put({ 'a.md': '---\n---\nchanged\n' })
  expect((await build()).counters.rendered).toBe(2)
  expect((await build()).counters.rendered).toBe(0)
  build.save()
  const { config, ...others } = await setUp(site.root)
  const output = diskOutput(config.destination)
  const { counters } = await buildAndFinish({ config, ...others, output, kept: keptIn(config, 'test') })
  expect([counters.rendered, counters.written]).toEqual([0, 0])
})

test('a draft whose time has come since the clock stood still has the site read once', async () => {
  const zone = zoneFor('UTC')
  site.put({
    '_config.yml': 'show_drafts: true\ninclude: [named.txt]\n',
    '_posts/2020-01-01-a.md': '---\ntitle: A\n---\na\n',
    '_drafts/undated.md': '---\ntitle: U\n---\nu\n',
    '_drafts/dated.md': '---\ndate: 2020-01-02\n---\nd\n',
    'list.html': '---\n---\n{% for p in site.posts %}{{ p.slug }} {% endfor %}',
  })
  const at = (seconds: number) => buildTime(String(1_800_000_000 + seconds), zone)
  const touched = (file: string, seconds: number): void =>
    fs.utimesSync(site.at(file), 0, 1_800_000_000 + seconds)
  const build = await session(site.root)
  const readings = async (time: number, present: number) => {
    // Once in a whole reading it is asked what lies there.
    let whole = 0
    const tree: FileTree = {
      ...treeOver(diskTree(site.root), {}),
      kindOf(place) {
        if (place === 'named.txt') whole++
        return diskTree(site.root).kindOf(place)
      },
    }
    const result = await build(tree, { time: at(time), present: at(present) })
    return [whole, [...result.site.renderables.keys()].sort().join(' ')]
  }
  const all = '_drafts/dated.md _drafts/undated.md _posts/2020-01-01-a.md list.html'
  touched('_drafts/undated.md', -10)
  expect(await readings(0, 0)).toEqual([1, all])
  site.put({ '_drafts/undated.md': '---\ntitle: U\n---\nedited\n' })
  touched('_drafts/undated.md', 20)
  expect(await readings(0, 30)).toEqual([1, all])
  site.put({ '_drafts/dated.md': '---\ndate: 2020-01-02\n---\nedited\n' })
  expect(await readings(30, 40)).toEqual([0, all])
  build.save()
})
