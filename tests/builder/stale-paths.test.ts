import { describe, expect, test } from 'vitest'
import { stalePaths } from '../../src/builder/output/stale-paths.ts'

function stale(files: string[], directories: string[], wanted: string[], keep: string[]): string[] {
  return stalePaths({ files: new Set(files), directories: new Set(directories) }, new Set(wanted), keep)
}

describe('what a build removes', () => {
  test('files it does not make, then the directories they leave empty, deeper first', () => {
    expect(stale(['index.html', 'old/deep/x', '.dot'], ['old', 'old/deep'], ['index.html'], [])).toEqual([
      'old/deep/x',
      '.dot',
      'old/deep',
      'old',
    ])
  })

  test('keep_files are beginnings of paths, and keep the directories above them', () => {
    const files = ['keep/x/1', 'keeper', 'sub/k.txt', 'sub/y/2', '.git/c']
    const directories = ['keep', 'keep/x', 'sub', 'sub/y', '.git']
    expect(stale(files, directories, [], ['keep', 'sub/k.txt'])).toEqual([
      'sub/y/2',
      '.git/c',
      'sub/y',
      '.git',
    ])
  })

  test('a file gives way to a directory and a directory to a file', () => {
    expect(stale(['about'], [], ['about/index.html'], [])).toEqual(['about'])
    expect(stale(['about/index.html'], ['about'], ['about'], [])).toEqual(['about/index.html', 'about'])
  })

  test('a kept file gives way where a directory must go, as in Jekyll', () => {
    expect(stale(['about', 'aboutme'], [], ['about/index.html'], ['about'])).toEqual(['about'])
    expect(stale(['a/b', 'a/c'], ['a'], ['a/b/c/index.html'], ['a'])).toEqual(['a/b'])
  })

  test('a directory that stays needs no file of its own', () => {
    expect(stale(['a/b/old'], ['a', 'a/b'], ['a/c/new'], [])).toEqual(['a/b/old', 'a/b'])
  })
})
