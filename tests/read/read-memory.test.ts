// What a process that reads a site again and again does with files that nobody said changed.
import { expect, test, vi } from 'vitest'
import { fixedZone, Time } from '../../src/base/index.ts'
import type { FileTree } from '../../src/files/index.ts'
import { memoryTree, ReadMemory, readSite } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

const zone = fixedZone('UTC', 0, 'UTC')
const time = new Time(1704067200, 0, 0, 'UTC')
const A = '_posts/2023-01-01-a.md'
const B = '_posts/2023-01-02-b.md'

test('of a post that is as it was nothing is asked, not whether it is to be seen', () => {
  const tree = memoryTree(`-- ${A} --\n---\n---\nA\n-- ${B} --\n---\n---\nB\n`)
  const { config } = configFrom(new Map(), new Map([['source', tree.root]]), { cwd: '/', zone })
  const memory = new ReadMemory()
  const read = () => readSite(tree, config, { time, blockTags: [], memory }).site.renderables
  const first = read()
  const asked = [A, B].map((id) => vi.spyOn(first.get(id)!.data as Map<unknown, unknown>, 'get'))
  const bytes = vi.spyOn(tree, 'read')
  expect([...read().values()]).toEqual([...first.values()])
  expect(asked.map((spy) => spy.mock.calls.length)).toEqual([0, 0])
  memory.forget([`${tree.root}/${B}`])
  const third = read()
  expect(third.get(A)).toBe(first.get(A))
  expect(third.get(B)).not.toBe(first.get(B))
  expect(bytes.mock.calls).toEqual([[B]])
})

/** What one reading after another of the files in `files` makes, and what it asked of the tree. */
function readings(
  files: ReadonlyMap<string, string>,
  settings: ReadonlyMap<string, string | string[]> = new Map(),
) {
  const memory = new ReadMemory()
  const { config } = configFrom(settings, new Map([['source', '/site']]), { cwd: '/', zone })
  return (...changed: readonly string[]) => {
    const asked: string[] = []
    const told = memoryTree(files)
    const tree: FileTree = {
      ...told,
      list(directory) {
        asked.push(`${directory}/`)
        return told.list(directory)
      },
      read(path) {
        asked.push(path)
        return told.read(path)
      },
    }
    memory.forget(changed.map((path) => `${tree.root}/${path}`))
    const options = { time, blockTags: [] }
    const read = () => readSite(tree, config, { ...options, memory })
    let result: ReturnType<typeof read> | string
    try {
      result = read()
    } catch (error) {
      result = String(error)
    }
    let whole: typeof result
    try {
      whole = readSite(told, config, options)
    } catch (error) {
      whole = String(error)
    }
    expect(result).toEqual(whole)
    const order = (of: typeof result) => (typeof of === 'string' ? [] : [...of.site.renderables.keys()])
    expect(order(result)).toEqual(order(whole))
    return asked
  }
}

test('of posts and pages that changed alone nothing else is asked', () => {
  const files = new Map([
    [A, '---\n---\nA\n'],
    [B, '---\n---\nB\n'],
    ['about.md', '---\ntitle: About\n---\n'],
    ['_layouts/default.html', 'L'],
  ])
  const read = readings(files)
  read()
  files.set(B, '---\ntitle: Other\ntags: [x]\npermalink: /b/\n---\nB\n')
  expect(read(B)).toEqual([B])
  files.set('about.md', '---\n---\n')
  files.set(A, '---\n---\n')
  expect(read('about.md', A, '4913', '.about.md.swp').sort()).toEqual(['/', A, 'about.md'])
  files.set(A, '---\ndate: 2023-05-01\n---\nLater than the other.\n')
  expect(read(A)).toContain(A)
  files.set('_layouts/default.html', 'Other')
  expect(read('_layouts/default.html')).toContain('_layouts/default.html')
  files.set('about.md', 'no header any more')
  read('about.md')
  files.set(A, '---\npublished: false\n---\n')
  read(A)
  files.set(A, '---\n---\nAgain.\n')
  read(A)
  files.delete(B)
  read(B)
  files.set(B, '---\n---\nB\n')
  expect(read(B)).toContain(B)
  files.set(B, '---\n---\nC\n')
  expect(read(B)).toEqual([B])
})

test('mistakes are told as a whole reading tells them, once each', () => {
  const files = new Map([
    [A, '---\n---\nA\n'],
    [B, '---\n---\nB\n'],
    ['about.md', '---\ntitle: About\n---\n'],
  ])
  const read = readings(files)
  read()
  files.set(B, '---\ndate: nonsense\n---\n')
  files.set(A, '---\ndate: rubbish\n---\n')
  read(B, A)
  files.set(A, '---\na: [\n---\n')
  files.set(B, '---\n---\n')
  read(B, A)
  read()
  files.set(A, '---\n---\nA\n')
  read(A)
  files.set(B, '---\n---\n{% if a %}\n\n{% endif %}\n')
  read(B)
  read()
})

test('a file that is read as a post and as a page, and one among the includes', () => {
  const files = new Map([
    [A, '---\n---\nA\n'],
    ['parts/x.html', '---\n---\nX\n'],
  ])
  const read = readings(
    files,
    new Map<string, string | string[]>([
      ['include', [A]],
      ['includes_dir', 'parts'],
    ]),
  )
  read()
  files.set(A, '---\n---\nB\n')
  read(A)
  files.set('parts/x.html', '---\n---\nY\n')
  read('parts/x.html')
})
