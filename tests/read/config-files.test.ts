// Which configuration files are read and how they are joined; the answers are those of Jekyll 4.3.1.
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import { readConfigFiles } from '../../src/read/index.ts'
import { makeSite } from '../site-maker.ts'
import { plain } from './model.ts'

function read(
  files: Readonly<Record<string, string>>,
  wanted?: readonly string[],
): ReturnType<typeof readConfigFiles> & { dir: string } {
  const { root: dir } = makeSite(files)
  const asked = wanted?.map((name) => path.join(dir, name))
  return { ...readConfigFiles(dir, asked, zoneFor('UTC')), dir }
}

describe('the file that is read when none is named', () => {
  test('_config.yml before the others', () => {
    const { data, files, dir } = read({
      '_config.yml': 'a: 1',
      '_config.yaml': 'a: 2',
      '_config.toml': 'a = 3',
    })
    expect([data.get('a'), files]).toEqual([1, [`${dir}/_config.yml`]])
  })

  test('_config.yaml before _config.toml', () => {
    expect(read({ '_config.yaml': 'a: 2', '_config.toml': 'a = 3' }).data.get('a')).toBe(2)
  })

  test('none at all', () => {
    expect(read({})).toMatchObject({ files: [], data: new Map() })
  })

  test('an empty one counts as read', () => {
    const { files, data, dir } = read({ '_config.yml': '' })
    expect([files, data.size]).toEqual([[`${dir}/_config.yml`], 0])
  })
})

describe('several files', () => {
  test('later ones win, hashes are merged, null changes nothing', () => {
    const { data } = read(
      { 'a.yml': 'x: 1\nh: {a: 1, b: {c: 1}}\nl: [1]\n', 'b.yml': 'y: 2\nx: null\nh: {b: {d: 2}}\nl: [2]\n' },
      ['a.yml', 'b.yml'],
    )
    expect(plain(data)).toEqual({ x: 1, h: { a: 1, b: { c: 1, d: 2 } }, l: [2], y: 2 })
  })

  test('one that is not a hash is left out, with a warning', () => {
    const { data, files, invalid, diagnostics, dir } = read({ 'a.yml': 'x: 1\n', 'c.yml': '- x\n' }, [
      'a.yml',
      'c.yml',
    ])
    expect([plain(data), files, invalid]).toEqual([{ x: 1 }, [`${dir}/a.yml`], [`${dir}/c.yml`]])
    expect(diagnostics).toMatchObject([
      { topic: 'WARNING:', message: 'Error reading configuration. Using defaults (and options).' },
    ])
  })
})

test('TOML: floats stay floats, times keep their offset', () => {
  const toml = `
title = "x"
d1 = 1979-05-27T07:32:00Z
d2 = 1979-05-27T00:32:00-07:00
d3 = 1979-05-27T07:32:00
d4 = 1979-05-27
f = 1.0
i = 1_000
e = 1e3
b = true
arr = [1, 2, 3]
[kramdown]
input = "X"
[[items]]
n = 1
[[items]]
n = 2
`
  expect(plain(read({ '_config.toml': toml }).data)).toEqual({
    title: 'x',
    d1: 'Time(1979-05-27 07:32:00.000000000 +0000 local)',
    d2: 'Time(1979-05-27 00:32:00.000000000 -0700 local)',
    d3: 'Time(1979-05-27 07:32:00.000000000 +0000 local)',
    d4: 'Time(1979-05-27 00:00:00.000000000 +0000 local)',
    f: 'Float(1.0)',
    i: 1000,
    e: 'Float(1000.0)',
    b: true,
    arr: [1, 2, 3],
    kramdown: { input: 'X' },
    items: [{ n: 1 }, { n: 2 }],
  })
})

test('TOML larger than any configuration is refused', () => {
  const comment = (length: number): string => `a = 1\n${'#'.padEnd(length - 6, 'x')}`
  expect(read({ '_config.toml': comment(250_000) }).data.get('a')).toBe(1)
  expect(() => read({ '_config.toml': comment(250_001) })).toThrow(
    'a configuration in TOML may have 250000 characters, and this one has 250001',
  )
})
