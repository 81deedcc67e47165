import { describe, expect, test } from 'vitest'
import { expandBraces } from '../../src/base/braces.ts'
import {
  basename,
  cleanPath,
  dirname,
  extname,
  fnmatch,
  globMatches,
  hasGlob,
  isInside,
  joinPath,
  relativePath,
  sanitizedPath,
  withSlashes,
} from '../../src/base/index.ts'
import { expectLinear } from '../steps.ts'
import { expectSame, readCases } from './cases.ts'

const FUNCTIONS: Readonly<Record<string, (...parts: string[]) => string>> = {
  basename: (path = '', suffix = '') => basename(path, suffix),
  dirname: (path = '') => dirname(path),
  extname: (path = '') => extname(path),
  joinPath,
  sanitizedPath: (base = '', path = '') => sanitizedPath(base, path),
}

test.each([
  ['_posts\\2024\\a.md', '\\', '_posts/2024/a.md'],
  ['..\\site\\_config.yml', '\\', '../site/_config.yml'],
  ['a\\b.md', '/', 'a\\b.md'],
])('%s of a disk that divides by %s', (path, separator, expected) => {
  expect(withSlashes(path, separator)).toBe(expected)
})

test('paths are taken apart and joined as Ruby’s File does', () => {
  expectSame(
    readCases<[string, string[], string]>('paths'),
    ([, , path]) => path,
    ([name, parts]) => FUNCTIONS[name]?.(...parts),
  )
})

test('patterns match what File.fnmatch matches', () => {
  expectSame(
    readCases<[string, string, number, boolean]>('globs'),
    ([, , , matches]) => matches,
    ([pattern, path, flags]) =>
      fnmatch(pattern, path, {
        pathname: (flags & 2) !== 0,
        dotmatch: (flags & 4) !== 0,
        casefold: (flags & 8) !== 0,
        extglob: (flags & 16) !== 0,
      }),
  )
})

test('globs cross directories only where they say so', () => {
  expect(globMatches('**/*.{md,html}', 'a/b/c.html')).toBe(true)
  expect(globMatches('*.md', 'a/b.md')).toBe(false)
  expect(globMatches('**/*.md', '.git/a.md')).toBe(false)
  expect(hasGlob('a/b.md')).toBe(false)
})

describe('hostile patterns', () => {
  test('stars try each place of the path once', () => {
    const stars = `${'*a'.repeat(100)}b`
    expect(fnmatch(stars, 'a'.repeat(20_000))).toBe(false)
    expectLinear(
      (size) => 'a'.repeat(size),
      (path) => fnmatch(stars, path),
    )
    expectLinear(
      (size) => `${'*a'.repeat(size)}b`,
      (pattern) => fnmatch(pattern, 'a'.repeat(200)),
      256,
    )
  })

  test('double stars try each directory once', () => {
    const stars = `${'**/a/'.repeat(50)}b`
    expect(globMatches(stars, `${'a/'.repeat(1000)}c`)).toBe(false)
    expectLinear(
      (size) => `${'a/'.repeat(size)}c`,
      (path) => globMatches(stars, path),
      256,
    )
    expectLinear(
      (size) => `${'**/a/'.repeat(size)}b`,
      (pattern) => globMatches(pattern, 'a/'.repeat(50)),
      256,
    )
  })

  test('braces that multiply are taken as they are', () => {
    expect(expandBraces('{a,b}'.repeat(30))).toHaveLength(1)
  })
})

test('clean paths have no dots left', () => {
  expect(cleanPath('a/./b/../c//d/')).toBe('a/c/d')
  expect(cleanPath('../a')).toBe('../a')
  expect(cleanPath('/../a')).toBe('/a')
  expect(cleanPath('')).toBe('.')
})

test('a path is inside its directory, not inside one whose name it begins with', () => {
  expect(isInside('/a', '/a/b')).toBe(true)
  expect(isInside('/a', '/ab')).toBe(false)
  expect(isInside('/', '/a')).toBe(true)
  expect(relativePath('/a/b', '/a/c/d')).toBe('../c/d')
  expect(relativePath('.', 'x')).toBe('x')
})
