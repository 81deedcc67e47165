import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '../../src/builder/cache/open-store.ts'
import { diskOutput } from '../../src/builder/output/disk-output.ts'
import type { Output } from '../../src/builder/output/output.ts'
import { siteForEachTest } from '../site-maker.ts'

const place = siteForEachTest()
let root: string
let destination: string

beforeEach(() => {
  root = place.root
  destination = place.at('site')
})

const read = (name: string): string => fs.readFileSync(path.join(destination, name), 'utf8')
const tree = (): string[] => fs.readdirSync(destination, { recursive: true }).map(String).sort()

test('staged files appear with the commit, in directories made as needed', () => {
  const output = diskOutput(destination)
  expect(output.putText('index.html', 'hi')).toBe(true)
  expect(output.putText('a/b/c.html', 'é')).toBe(true)
  expect(fs.existsSync(path.join(destination, 'index.html'))).toBe(false)
  output.commit([])
  expect(tree()).toEqual(['a', 'a/b', 'a/b/c.html', 'index.html'])
  expect(read('a/b/c.html')).toBe('é')
})

test('a file with the same bytes is not written again', () => {
  const first = diskOutput(destination)
  first.putText('a.html', 'same')
  first.putText('b.html', 'old')
  first.commit([])
  fs.utimesSync(path.join(destination, 'a.html'), 1, 1)
  const second = diskOutput(destination)
  expect(second.putText('a.html', 'same')).toBe(false)
  expect(second.putText('b.html', 'new')).toBe(true)
  second.commit([])
  expect(fs.statSync(path.join(destination, 'a.html')).mtimeMs).toBe(1000)
  expect(read('b.html')).toBe('new')
})

test('a static file keeps its time to the second and its mode, and is copied once', () => {
  fs.writeFileSync(path.join(root, 's.txt'), 'static', { mode: 0o600 })
  fs.utimesSync(path.join(root, 's.txt'), 981173106.7, 981173106.7)
  const stat = fs.statSync(path.join(root, 's.txt'))
  const file = { path: 's.txt', origin: 'site', root, size: stat.size, mtime: stat.mtimeMs } as const
  const first = diskOutput(destination)
  expect(first.putFile('s.txt', file)).toBe(true)
  first.commit([])
  const copy = fs.statSync(path.join(destination, 's.txt'))
  expect(copy.mtimeMs).toBe(981173106000)
  expect(copy.mode & 0o777).toBe(0o600)
  expect(diskOutput(destination).putFile('s.txt', file)).toBe(false)
})

test('a static file edited to the same length is copied, for its time is another', () => {
  const name = path.join(root, 'p.png')
  const put = (text: string, seconds: number): boolean => {
    fs.writeFileSync(name, text)
    fs.utimesSync(name, seconds, seconds)
    const output = diskOutput(destination)
    const file = { path: 'p.png', origin: 'site', root, size: text.length, mtime: seconds * 1000 } as const
    const written = output.putFile('p.png', file)
    output.commit([])
    return written
  }
  expect([put('blue', 1000), read('p.png')]).toEqual([true, 'blue'])
  expect([put('teal', 1001), read('p.png')]).toEqual([true, 'teal'])
  // Older too: a picture that was taken out of an archive.
  expect([put('pink', 900), read('p.png')]).toEqual([true, 'pink'])
})

test('rolling back leaves the old output as it was', () => {
  const first = diskOutput(destination)
  first.putText('a.html', 'old')
  first.commit([])
  const second = diskOutput(destination)
  second.putText('a.html', 'new')
  second.putText('b.html', 'new')
  second.rollback()
  expect(tree()).toEqual(['a.html'])
  expect(read('a.html')).toBe('old')
})

test('links in the destination are removed, never followed', () => {
  const outside = path.join(root, 'outside')
  fs.mkdirSync(outside)
  fs.writeFileSync(path.join(outside, 'precious'), 'x')
  fs.mkdirSync(destination)
  fs.symlinkSync(outside, path.join(destination, 'link'))
  fs.symlinkSync('/nonexistent', path.join(destination, 'dead'))
  const output = diskOutput(destination)
  expect([...output.existing().files].sort()).toEqual(['dead', 'link'])
  output.putText('link/page.html', 'p')
  output.commit(['link', 'dead'])
  expect(fs.readdirSync(outside)).toEqual(['precious'])
  expect(read('link/page.html')).toBe('p')
})

test('what builds left that were killed goes with the next one, in the destination and beside it; others stay', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  // As a container has it, where this process has the number of the one before.
  const dead = [`.whirl-stage-${pid}`, `.whirl-stage-${pid}-1-a`, `.whirl-stage-${process.pid}-1-a`]
  // One beside the destination may be that of another destination's build.
  const alive = `.whirl-stage-${process.ppid}-1-a`
  for (const name of [...dead, alive])
    place.put({ [`site/${name}/a.html`]: 'half', [`${name}/deep/b.html`]: 'half' })
  const output = diskOutput(destination)
  output.begin(openStore(undefined, '', '', 10_000))
  expect(output.existing()).toEqual({ files: new Set(), directories: new Set() })
  output.putText('index.html', 'hi')
  output.commit([])
  expect(fs.readdirSync(destination)).toEqual(['index.html'])
  expect(fs.readdirSync(root).sort()).toEqual([alive, 'site'])
})

test('a file replaces a directory and a directory a file', () => {
  const first = diskOutput(destination)
  first.putText('a', 'file')
  first.putText('b/index.html', 'page')
  first.commit([])
  const second = diskOutput(destination)
  second.putText('a/index.html', 'page')
  second.putText('b', 'file')
  second.commit(['a', 'b/index.html', 'b'])
  expect(tree()).toEqual(['a', 'a/index.html', 'b'])
})

/** How often `run` calls what changes the file system. */
function calls(run: () => void): Readonly<Record<string, number>> {
  const names = ['mkdirSync', 'writeFileSync', 'renameSync', 'rmdirSync', 'unlinkSync', 'openSync'] as const
  const spies = names.map((name) => vi.spyOn(fs, name))
  try {
    run()
    const counts = names.map((name, number): [string, number] => [name, spies[number]!.mock.calls.length])
    return Object.fromEntries(counts.filter(([, count]) => count > 0))
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** Writes these texts, and nothing is stale. */
function write(texts: Readonly<Record<string, string>>, output: Output = diskOutput(destination)): void {
  for (const [path, text] of Object.entries(texts)) output.putText(path, text)
  output.commit([])
}

describe('what writing costs', () => {
  const posts = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`posts/${i}/index.html`, `${i}`]))

  test('a new destination: each directory and file is made once, and one rename shows all', () => {
    expect(calls(() => write({ 'index.html': 'i', ...posts(50) }))).toEqual({
      // The stage, posts, and one for each post.
      mkdirSync: 52,
      writeFileSync: 51,
      renameSync: 1,
    })
    expect(read('posts/49/index.html')).toBe('49')
  })

  test('a new directory in one that is there: the same, of it alone', () => {
    write(posts(10))
    expect(
      calls(() => write({ 'tags/a/index.html': 'a', 'tags/b/index.html': 'b', 'tags/index.html': 't' })),
    ).toEqual({
      mkdirSync: 4,
      writeFileSync: 3,
      renameSync: 1,
      rmdirSync: 1,
    })
    expect(read('tags/b/index.html')).toBe('b')
    expect(tree()).not.toContain('.whirl')
  })

  test('a change of files that are there: a file and a rename for each', () => {
    write(posts(10))
    const changed = { 'posts/3/index.html': 'three', 'posts/4/index.html': 'four', 'posts/5/index.html': '5' }
    expect(calls(() => write(changed))).toEqual({
      mkdirSync: 1,
      // The last one is the journal.
      writeFileSync: 3,
      renameSync: 2,
      rmdirSync: 1,
      unlinkSync: 1,
      // To see whether the one of the same size is the same, and for the journal: of another size none is opened.
      openSync: 1 + 1,
    })
    expect([read('posts/3/index.html'), read('posts/5/index.html')]).toEqual(['three', '5'])
  })

  test('a change of one file: no journal, for it is made or not', () => {
    write(posts(10))
    expect(calls(() => write({ 'posts/3/index.html': 'three' }))).toEqual({
      mkdirSync: 1,
      writeFileSync: 1,
      renameSync: 1,
      rmdirSync: 1,
    })
  })

  test('nothing where nothing changed', () => {
    write(posts(10))
    expect(calls(() => write(posts(10)))).toEqual({ openSync: 10 })
  })
})

describe('a name that no file can have is refused while the output is as it was', () => {
  const long = 'n'.repeat(300)
  const far = `${'d/'.repeat(2500)}x.html`
  test.each([
    `${long}.html`,
    `${long}/index.html`,
    `new/${long}.html`,
    `old/${long}.html`,
    `old/${long}/a`,
    far,
  ])('%#', (path) => {
    write({ 'a.html': 'a', 'old/b.html': 'b' })
    for (const put of ['putText', 'putFile'] as const) {
      const output = diskOutput(destination)
      output.putText('a.html', 'other')
      const file = { path: 'a.html', origin: 'site', root: destination, size: 1, mtime: 1000 } as const
      expect(() => (put === 'putText' ? output.putText(path, 'x') : output.putFile(path, file))).toThrow(
        'ENAMETOOLONG',
      )
      output.rollback()
      expect([read('a.html'), tree()]).toEqual(['a', ['a.html', 'old', 'old/b.html']])
    }
  })

  test('of a destination that is not there, too', () => {
    const output = diskOutput(destination)
    output.putText('a.html', 'a')
    expect(() => output.putText(`${long}.html`, 'x')).toThrow('ENAMETOOLONG')
    output.rollback()
    expect(fs.readdirSync(root)).toEqual([])
  })
})

describe('two builds of one destination at once', () => {
  const texts = { 'index.html': 'i', 'a/b/c.html': 'c', 'a/d.html': 'd', 'e/f.html': 'f' }
  const written = ['a', 'a/b', 'a/b/c.html', 'a/d.html', 'e', 'e/f.html', 'index.html']

  test.each([
    ['where there was none', {}],
    ['with files of before', { 'index.html': 'old', 'old/x.html': 'x', 'a/d.html': 'd' }],
  ])('%s: both end, and the output is that of one', (_, before) => {
    if (Object.keys(before).length > 0) write(before)
    const stale = Object.keys(before).length > 0 ? ['old/x.html', 'old'] : []
    const [first, second] = [diskOutput(destination), diskOutput(destination)]
    first.existing()
    second.existing()
    for (const [path, text] of Object.entries(texts)) {
      first.putText(path, text)
      second.putText(path, text)
    }
    first.commit(stale)
    second.commit(stale)
    expect(tree()).toEqual(written)
    expect([read('index.html'), read('a/b/c.html')]).toEqual(['i', 'c'])
    expect(fs.readdirSync(root)).toEqual(['site'])
  })

  test('a folder of which both make a file, and a file of which both make a folder, are that in the end', () => {
    write({ 'a/b/c.html': 'c', d: 'd' })
    const outputs = [diskOutput(destination), diskOutput(destination)]
    for (const output of outputs) {
      output.putText('a', 'file')
      output.putText('d/e.html', 'e')
    }
    for (const output of outputs) output.commit(['a/b/c.html', 'd', 'a/b', 'a'])
    expect(tree()).toEqual(['a', 'd', 'd/e.html'])
  })

  test('each knows how its own files look, not those the other put there', () => {
    write({ 'index.html': 'i' })
    const [first, second] = [diskOutput(destination), diskOutput(destination)]
    first.putText('a.html', 'first')
    second.putText('a.html', 'other')
    first.commit([])
    second.commit([])
    expect(first.stamp('a.html')).not.toBe(second.stamp('a.html'))
    const third = diskOutput(destination)
    expect(third.stamp('a.html')).toBe(second.stamp('a.html'))
    expect(third.putText('a.html', 'other')).toBe(false)
    expect(third.stamp('a.html')).toBe(second.stamp('a.html'))
    expect([third.stamp('b.html'), third.stamp('.')]).toEqual([undefined, undefined])
  })

  test('a directory that one removes and the other needs is there in the end', () => {
    write({ 'a/old.html': 'old' })
    const [first, second] = [diskOutput(destination), diskOutput(destination)]
    second.putText('a/new.html', 'new')
    first.commit(['a/old.html', 'a'])
    second.commit(['a/old.html'])
    expect(tree()).toEqual(['a', 'a/new.html'])
  })
})

test('one that keeps in mind what lies there looks again after another build', () => {
  const store = openStore(undefined, '', '', 10_000)
  const [server, other] = [diskOutput(destination, { alone: true }), diskOutput(destination)]
  const build = (output: Output, texts: Readonly<Record<string, string>>, stale: readonly string[] = []) => {
    output.begin(store)
    const written = Object.entries(texts).filter(([path, text]) => output.putText(path, text))
    output.commit(stale)
    return written.map(([path]) => path)
  }
  expect(build(server, { 'a.html': 'a', 'b/c.html': 'c' })).toEqual(['a.html', 'b/c.html'])
  expect(build(server, { 'a.html': 'a', 'b/c.html': 'c' })).toEqual([])
  build(other, { 'b/c.html': 'other' })
  expect(build(server, { 'a.html': 'a', 'b/c.html': 'c' })).toEqual(['b/c.html'])
  build(other, {}, ['b/c.html', 'b'])
  expect(build(server, { 'a.html': 'a', 'b/c.html': 'c' })).toEqual(['b/c.html'])
  expect(read('b/c.html')).toBe('c')
})

describe('a copied file is compared by its bytes', () => {
  const seconds = 981173106
  /** Writes the source with always the same time, which nobody can see a change by. */
  const source = (text: string) => {
    fs.writeFileSync(path.join(root, 's.txt'), text)
    fs.utimesSync(path.join(root, 's.txt'), seconds, seconds)
    return { path: 's.txt', origin: 'site', root, size: text.length, mtime: seconds * 1000 } as const
  }
  const store = openStore(undefined, '', '', 10_000)
  const build = (text: string | undefined, remembering = true): boolean => {
    const file =
      text === undefined
        ? ({ path: 's.txt', origin: 'site', root, size: 4, mtime: seconds * 1000 } as const)
        : source(text)
    const output = diskOutput(destination)
    if (remembering) output.begin(store)
    const staged = output.putFile('s.txt', file)
    output.commit([])
    return staged
  }
  /** Makes the source look as if it had been changed a while ago. */
  const later = (): void => {
    const copy = path.join(destination, 's.txt')
    const now = fs.statSync(path.join(root, 's.txt')).ctimeMs
    while (Math.floor(fs.statSync(copy).ctimeMs / 1000) <= Math.floor(now / 1000))
      fs.utimesSync(copy, seconds, seconds)
  }

  test.each([true, false])('one of the same size and time is copied (remembering: %s)', (remembering) => {
    expect([build('blue', remembering), read('s.txt')]).toEqual([true, 'blue'])
    expect([build('teal', remembering), read('s.txt')]).toEqual([true, 'teal'])
    expect([build(undefined, remembering), read('s.txt')]).toEqual([false, 'teal'])
    later()
    expect(build(undefined, remembering)).toBe(false)
    expect([build('pink', remembering), read('s.txt')]).toEqual([true, 'pink'])
  })

  test('but read only once, unless it or its copy changes', () => {
    build('blue')
    later()
    // The lock, and the two files.
    expect(calls(() => build(undefined))).toEqual({ openSync: 3, unlinkSync: 1 })
    expect(calls(() => build(undefined))).toEqual({ openSync: 1, unlinkSync: 1 })
    expect(calls(() => build(undefined, false))).toEqual({ openSync: 2 })
    fs.writeFileSync(path.join(destination, 's.txt'), 'mine')
    fs.utimesSync(path.join(destination, 's.txt'), seconds, seconds)
    expect([build(undefined), read('s.txt')]).toEqual([true, 'blue'])
  })
})
