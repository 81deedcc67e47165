// What every FileTree must do, whatever it is made of.
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diskTree, type FileTree, ReadError } from '../../src/files/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { makeSite } from '../site-maker.ts'
import { writeSite } from './site-text.mjs'

const TEXT = '-- a.md --\nhéllo\n-- sub/deep/b.txt --\nb\n-- sub/c.txt --\n'
const { root: scratch } = makeSite()
writeSite(scratch, TEXT)

/** What the system tells a file by; a tree in memory has no such thing. */
function identityOf({ root }: FileTree, file: string): object {
  if (!fs.existsSync(root)) return {}
  const { dev, ino, ctimeMs } = fs.statSync(`${root}/${file}`)
  return { identity: { device: dev, inode: ino, changed: ctimeMs } }
}

const trees: readonly (readonly [string, FileTree])[] = [
  ['disk', diskTree(scratch)],
  ['memory', memoryTree(TEXT)],
]

describe.each(trees)('%s', (_, tree) => {
  test('lists a directory, each name once', () => {
    const names = (dir: string) => tree.list(dir).map((entry) => `${entry.name}:${entry.kind}:${entry.link}`)
    expect(names('').sort()).toEqual(['a.md:file:false', 'sub:directory:false'])
    expect(names('sub').sort()).toEqual(['c.txt:file:false', 'deep:directory:false'])
  })

  test('lists nothing where there is no directory', () => {
    expect([tree.list('nope'), tree.list('a.md'), tree.list('sub/c.txt/x')]).toEqual([[], [], []])
  })

  test('tells kinds', () => {
    expect(['a.md', 'sub', 'sub/deep', 'nope', 'a.md/x'].map((at) => tree.kindOf(at))).toEqual([
      'file',
      'directory',
      'directory',
      null,
      null,
    ])
  })

  test('reads whole files and their beginnings', () => {
    const { bytes, size, mtime } = tree.read('a.md')
    expect([Buffer.from(bytes).toString(), size]).toEqual(['héllo\n', 7])
    expect(tree.stat('a.md')).toEqual({ size, mtime, ...identityOf(tree, 'a.md') })
    expect(tree.read('a.md')).toMatchObject(identityOf(tree, 'a.md'))
    expect(Buffer.from(tree.head('a.md', 3)).toString()).toBe('hé')
    expect(tree.head('a.md', 100).length).toBe(7)
    expect(tree.read('sub/c.txt').bytes.length).toBe(0)
  })

  test('says in Ruby’s words that a file is not there', () => {
    for (const read of [() => tree.read('nope'), () => tree.head('nope', 1), () => tree.stat('nope')]) {
      expect(read).toThrowError(ReadError)
      expect(read).toThrowError(/^No such file or directory @ \w+ - .*\/nope$/)
    }
  })

  test('knows where a file really is', () => {
    expect(tree.realPath('sub/c.txt')).toMatch(/\/sub\/c\.txt$/)
    expect(tree.realPath('nope')).toBe(null)
  })
})
