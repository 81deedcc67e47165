/** A build that ends at any step of changing the output leaves the old one, or what the next command makes the new one. */
import fs from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openStore } from '../../src/builder/cache/open-store.ts'
import { diskOutput, settleOutput } from '../../src/builder/index.ts'
import { thisProcess } from '../../src/builder/output/lock-holder.ts'
import { siteForEachTest } from '../site-maker.ts'

const place = siteForEachTest()
afterEach(() => vi.restoreAllMocks())

type Texts = Readonly<Record<string, string>>

/** Every kind of change: files new, other and gone, directories too, and one for the other. */
const OLD: Texts = {
  'index.html': 'old index',
  'same.html': 'same',
  'gone.html': 'gone',
  'gone/deep/a.html': 'gone',
  'posts/1.html': 'old 1',
  'posts/2.html': 'old 2',
  'turns/a.html': 'a directory',
  turned: 'a file',
}
const NEW: Texts = {
  'index.html': 'new index',
  'same.html': 'same',
  'posts/1.html': 'new 1',
  'posts/2.html': 'new 2',
  'posts/3.html': 'new 3',
  'tags/a/index.html': 'new tag',
  turns: 'a file',
  'turned/a.html': 'a directory',
}

/** Directories of which most changes, beside one of which little does. */
const many = (text: string, count: number): Texts =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`posts/${i % 3}/${i}.html`, `${text} ${i}`]))
const MANY_OLD: Texts = {
  ...OLD,
  ...many('old', 18),
  'posts/same/a.html': 'same',
  'posts/gone/a.html': 'gone',
  'few/a.html': 'old',
  'few/b.html': 'same',
}
const MANY_NEW: Texts = {
  ...NEW,
  ...many('new', 17),
  'posts/same/a.html': 'same',
  'posts/fresh/a.html': 'new',
  'few/a.html': 'new',
  'few/b.html': 'same',
}

/** Changes the output of `texts` that lies there into that of `to`. */
function build(from: Texts, to: Texts, output = diskOutput(place.at('_site'))): void {
  for (const [name, text] of Object.entries(to)) output.putText(name, text)
  const needed = new Set(Object.keys(to).flatMap(above))
  const stale = Object.keys(from).filter((name) => !(name in to))
  const directories = [...output.existing().directories].filter((name) => !needed.has(name))
  output.commit([...stale, ...directories.sort((a, b) => b.length - a.length)], new Set(Object.keys(to)))
}

function above(name: string): string[] {
  const parts = name.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Files and directories, with what stands in them. */
function found(): Texts {
  const root = place.at('_site')
  const rows = fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name)
      return [path.relative(root, file), entry.isFile() ? fs.readFileSync(file, 'utf8') : 'directory']
    })
  return Object.fromEntries(rows)
}

function whole(texts: Texts): Texts {
  const directories = Object.keys(texts).flatMap(above)
  return { ...texts, ...Object.fromEntries(directories.map((name) => [name, 'directory'])) }
}

const CHANGING = [
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
  'rmdirSync',
  'rmSync',
] as const

/** Runs `run` as if the process were killed before its `count`-th change of the disk; answers whether it came to that. */
function killedAt(count: number, run: () => void): boolean {
  let left = count
  for (const name of CHANGING) {
    const real = fs[name] as (...args: unknown[]) => unknown
    vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      if (left-- <= 0) throw new Error('killed')
      return real(...args)
    }) as never)
  }
  try {
    run()
    return false
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'killed') throw error
    return true
  } finally {
    vi.restoreAllMocks()
  }
}

/** What of both it is, without what builds make for themselves. */
function endOf(there: Texts, old: Texts, now: Texts): 'old' | 'new' | 'mixed' {
  const left = Object.fromEntries(Object.entries(there).filter(([name]) => !name.startsWith('.whirl-')))
  return isDeepStrictEqual(left, old) ? 'old' : isDeepStrictEqual(left, now) ? 'new' : 'mixed'
}

test.each<[string, Texts, Texts, number]>([
  ['forward', OLD, NEW, 1],
  ['back', NEW, OLD, 1],
  ['most of a directory', MANY_OLD, MANY_NEW, 3],
  ['most of a directory, back', MANY_NEW, MANY_OLD, 5],
])(
  'killed at every step, the output is the old one or, once settled, the new one (%s)',
  (_, from, to, stride) => {
    const ends = { old: 0, new: 0, mixed: 0 }
    for (let step = 0; ; step += stride) {
      place.remove('_site')
      place.put(Object.fromEntries(Object.entries(from).map(([name, text]) => [`_site/${name}`, text])))
      const killed = killedAt(step, () => build(from, to))
      const end = endOf(found(), whole(from), whole(to))
      ends[end]++
      settleOutput(place.at('_site'))
      const settled = found()
      expect([whole(from), whole(to)], `step ${step}`).toContainEqual(settled)
      if (end !== 'old') expect(settled, `step ${step}`).toEqual(whole(to))
      if (!killed) break
    }
    expect(ends.old).toBeGreaterThan(5)
    expect(ends.mixed).toBeGreaterThan(0)
    expect(ends.new).toBeGreaterThan(1)
  },
)

/** Leaves an output that is half changed, with the journal of what is to be done; answers the stage. */
function halfDone(): string {
  for (let step = 0; ; step++) {
    place.remove('_site')
    place.put(Object.fromEntries(Object.entries(OLD).map(([name, text]) => [`_site/${name}`, text])))
    expect(killedAt(step, () => build(OLD, NEW))).toBe(true)
    if (endOf(found(), whole(OLD), whole(NEW)) !== 'mixed') continue
    return place.at(
      `_site/${fs.readdirSync(place.at('_site')).find((name) => name.startsWith('.whirl-stage-'))}`,
    )
  }
}

test('the next build finishes it first, and so knows what lies there', () => {
  halfDone()
  const output = diskOutput(place.at('_site'))
  output.begin(openStore(undefined, '', '', 10_000))
  build(NEW, NEW, output)
  expect(found()).toEqual(whole(NEW))
})

test('the stage of a build that goes on is left alone', () => {
  const stage = halfDone()
  place.put({ '_site/.whirl-lock': '' })
  const { ino } = fs.statSync(place.at('_site/.whirl-lock'))
  place.put({ '_site/.whirl-lock': JSON.stringify(thisProcess(ino)) })
  const before = found()
  settleOutput(place.at('_site'))
  expect(found()).toEqual(before)
  expect(fs.existsSync(stage)).toBe(true)
})

test.each<[string, (journal: string, stage: string) => void]>([
  [
    'a copy',
    (journal) => {
      const text = fs.readFileSync(journal)
      fs.writeFileSync(`${journal}-copy`, text)
      fs.renameSync(`${journal}-copy`, journal)
    },
  ],
  ['cut off', (journal) => fs.truncateSync(journal, fs.statSync(journal).size - 1)],
  ['of a path outside', (journal) => rewrite(journal, ['0', '../outside.html'])],
  ['of an absolute path', (journal) => rewrite(journal, ['0', `${place.root}/outside.html`])],
  [
    'of a path through a link',
    (journal) => {
      fs.symlinkSync(place.root, place.at('_site/link'))
      rewrite(journal, ['0', 'link/outside.html'])
    },
  ],
  ['of a file outside the stage', (journal) => rewrite(journal, ['../../mine.txt', 'mine.txt'])],
])('a journal that is %s is not followed', (_, change) => {
  place.put({ 'mine.txt': 'mine' })
  const stage = halfDone()
  change(`${stage}/journal`, stage)
  settleOutput(place.at('_site'))
  expect(fs.existsSync(stage)).toBe(false)
  expect(fs.readdirSync(place.root).sort()).toEqual(['_site', 'mine.txt'])
  expect(place.has('_site/mine.txt')).toBe(false)
  expect(endOf(found(), whole(OLD), whole(NEW))).toBe('mixed')
})

/** Has the journal, which stays the same file, name another move too. */
function rewrite(journal: string, move: readonly [string, string]): void {
  const read = JSON.parse(fs.readFileSync(journal, 'utf8')) as { changes: { files: unknown[] } }
  read.changes.files.unshift(move)
  fs.writeFileSync(journal, JSON.stringify(read))
}

test('what the system would refuse half way it refuses before anything is changed', () => {
  place.put(Object.fromEntries(Object.entries(OLD).map(([name, text]) => [`_site/${name}`, text])))
  const real = fs.accessSync
  vi.spyOn(fs, 'accessSync').mockImplementation((name, mode) => {
    if (String(name).endsWith('/_site/posts'))
      throw Object.assign(new Error('EACCES'), { code: 'EACCES', path: String(name) })
    real(name, mode)
  })
  const output = diskOutput(place.at('_site'))
  expect(() => build(OLD, NEW, output)).toThrow('EACCES')
  output.rollback()
  expect(found()).toEqual(whole(OLD))
})

describe('a directory of which most changes', () => {
  /** What `run` moves into place. */
  const renames = (run: () => void): string[] => {
    const spy = vi.spyOn(fs, 'renameSync')
    try {
      run()
      return spy.mock.calls
        .map(([, to]) => path.relative(place.at('_site'), String(to)))
        .filter((to) => !to.startsWith('.whirl-'))
    } finally {
      spy.mockRestore()
    }
  }
  const start = (texts: Texts): void =>
    place.put(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`_site/${name}`, text])))

  test('changes places with the new one', () => {
    start(MANY_OLD)
    const moved = renames(() => build(MANY_OLD, MANY_NEW))
    expect(moved.sort()).toEqual(['few/a.html', 'index.html', 'posts', 'tags', 'turned', 'turns'])
    expect(found()).toEqual(whole(MANY_NEW))
  })

  test('but not where somebody else keeps a file in it, nor where a server writes', () => {
    start({ ...MANY_OLD, 'posts/1/mine.txt': 'mine' })
    expect(renames(() => build(MANY_OLD, MANY_NEW))).toContain('posts/1/1.html')
    expect(place.read('_site/posts/1/mine.txt')).toBe('mine')
    const serving = diskOutput(place.at('_site'), { alone: true })
    expect(renames(() => build(MANY_NEW, MANY_OLD, serving))).toContain('posts/1/1.html')
  })

  test('where files cannot be linked, they are moved by themselves', () => {
    start(MANY_OLD)
    vi.spyOn(fs, 'linkSync').mockImplementation(() => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
    })
    build(MANY_OLD, MANY_NEW)
    expect(found()).toEqual(whole(MANY_NEW))
  })

  test.each(['posts', 'tags', 'few'])('where another file system begins (%s), files are copied', (top) => {
    start(MANY_OLD)
    place.put({ '_site/tags/b.html': 'old' })
    const real = fs.renameSync
    const inside = (file: fs.PathLike): boolean =>
      `${String(file)}/`.startsWith(`${place.at('_site')}/${top}/`)
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      const crosses = inside(from) !== inside(to)
      if (crosses) throw Object.assign(new Error('EXDEV'), { code: 'EXDEV', path: from, dest: to })
      real(from, to)
    })
    build({ ...MANY_OLD, 'tags/b.html': 'old' }, MANY_NEW)
    expect(found()).toEqual(whole(MANY_NEW))
  })
})
