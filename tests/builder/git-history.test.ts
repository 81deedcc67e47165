/** The last commit of a file is the one that `git log -1 -- FILE` shows. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gitHistory } from '../../src/builder/index.ts'

const FILES = ['a.md', 'b.md', 'docs/c.md', 'docs/d é.md', 'docs/more/e.md'] as const

/** A commit: the places of its parents in the list, and all its files. */
interface Commit {
  readonly parents: readonly number[]
  readonly files: Readonly<Record<string, string>>
}

let folder: string
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'git-history-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const historyOf = (source: string): ReturnType<typeof gitHistory> =>
  gitHistory({ source, timezone: 'UTC', safe: false }, (message) => {
    throw new Error(message)
  })

/** A repository of these commits, a minute after each other; the last one is the newest. */
function repositoryOf(name: string, commits: readonly Commit[]): string {
  const root = path.join(folder, name)
  fs.mkdirSync(path.join(root, 'docs'), { recursive: true })
  const git = (args: readonly string[], input?: string): void => {
    execFileSync('git', args, { cwd: root, stdio: 'pipe', ...(input === undefined ? {} : { input }) })
  }
  git(['init', '-q', '-b', 'main'])
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`
  const stream = commits.map(({ parents, files }, index) => {
    const branch = index === commits.length - 1 ? 'main' : `branch${index}`
    const lines = [
      `commit refs/heads/${branch}\nmark :${index + 1}\ncommitter A <a@example.org> ${timeOf(index)} +0000\n`,
      data('x'),
      ...parents.map((parent, nth) => `${nth === 0 ? 'from' : 'merge'} :${parent + 1}\n`),
      'deleteall\n',
      ...Object.entries(files).map(
        ([file, text]) => `M 100644 inline ${JSON.stringify(file)}\n${data(text)}`,
      ),
    ]
    return lines.join('')
  })
  git(['fast-import', '--quiet'], stream.join(''))
  return root
}

function timeOf(index: number): number {
  return 1_600_000_000 + 60 * index
}

function asked(root: string, file: string): number | undefined {
  const time = execFileSync('git', ['log', '-1', '--format=%ct', '--', file], { cwd: root, encoding: 'utf8' })
  return time === '' ? undefined : Number(time)
}

function expectAsked(root: string): void {
  const found = historyOf(root)
  const inDocs = historyOf(path.join(root, 'docs'))
  for (const file of FILES) {
    const time = asked(root, file)
    expect(found(file)?.seconds, file).toBe(time)
    if (file.startsWith('docs/')) expect(inDocs(file.slice('docs/'.length))?.seconds, file).toBe(time)
  }
}

test('a merge that has the file as its first parent has it is passed over, with what the other did', () => {
  const root = repositoryOf('first', [
    { parents: [], files: { 'a.md': '1', 'b.md': '1' } },
    { parents: [0], files: { 'a.md': '2', 'b.md': '1' } },
    { parents: [0], files: { 'a.md': '2', 'b.md': '2' } },
    { parents: [1, 2], files: { 'a.md': '2', 'b.md': '2' } },
  ])
  expect(historyOf(root)('a.md')?.seconds).toBe(timeOf(1))
  expect(historyOf(root)('b.md')?.seconds).toBe(timeOf(2))
  expectAsked(root)
})

test('a merge that has the file as none of its parents has it changed it', () => {
  const root = repositoryOf('none', [
    { parents: [], files: { 'a.md': '1' } },
    { parents: [0], files: { 'a.md': '2' } },
    { parents: [0], files: { 'a.md': '3' } },
    { parents: [1, 2], files: { 'a.md': '4' } },
    { parents: [3], files: { 'a.md': '4', 'b.md': '1' } },
  ])
  expect(historyOf(root)('a.md')?.seconds).toBe(timeOf(3))
  expectAsked(root)
})

test('a folder that is not a repository knows no commits', () => {
  const empty = path.join(folder, 'empty')
  fs.mkdirSync(empty)
  expect(historyOf(empty)('a.md')).toBeUndefined()
})

test.each([1, 2, 3, 4, 5])('branches that part and join at random, %i', (seed) => {
  let state = seed * 7919
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * limit)
  }
  const commits: Commit[] = [{ parents: [], files: { 'a.md': 'one' } }]
  for (let step = 1; step < 60; step++) {
    const parents = [Math.max(0, commits.length - 1 - below(4))]
    while (below(2) === 0) {
      const other = Math.max(0, commits.length - 1 - below(8))
      if (!parents.includes(other)) parents.push(other)
    }
    // Few texts, so that branches come to the same one by ways of their own; sometimes there is none.
    const files = FILES.flatMap((file): [string, string][] => {
      const text =
        below(8) === 0
          ? ['one', 'two', undefined][below(3)]
          : commits[parents[below(parents.length)] ?? 0]?.files[file]
      return text === undefined ? [] : [[file, text]]
    })
    commits.push({ parents, files: Object.fromEntries(files) })
  }
  expectAsked(repositoryOf(`random-${seed}`, commits))
})
