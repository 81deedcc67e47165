/** What the gate opens is what it looked at, also where the look of another time would have found something else there. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { memoryStore } from '../../src/builder/cache/memory-store.ts'
import { diskOutput } from '../../src/builder/index.ts'
import { openGate, ReadError } from '../../src/files/index.ts'
import type { SiteFile } from '../../src/site/index.ts'
import { makeSite } from '../site-maker.ts'

test('a file that becomes a link outside after the look is not read, its folder not listed', () => {
  const outside = makeSite({ 'a.md': 'outside', 'sub/a.md': 'outside' })
  const site = makeSite({ 'a.md': 'inside', 'sub/a.md': 'inside' })
  const gate = openGate(site.root, { fenced: true })
  expect([gate.kindOf(site.at('a.md')), gate.kindOf(site.at('sub'))]).toEqual(['file', 'directory'])
  site.remove('a.md')
  site.remove('sub')
  fs.symlinkSync(outside.at('a.md'), site.at('a.md'))
  fs.symlinkSync(outside.at('sub'), site.at('sub'))
  for (const name of ['a.md', 'sub/a.md']) {
    expect(() => gate.read(site.at(name))).toThrowError(ReadError)
    expect(() => gate.head(site.at(name), 9)).toThrowError(ReadError)
    expect(() => gate.stat(site.at(name))).toThrowError(ReadError)
    expect(gate.text(site.at(name))).toBe(undefined)
  }
  expect([gate.list(site.at('sub')), gate.names(site.at('sub'))]).toEqual([[], []])
  expect(gate.passedOver().map(({ message }) => message)).toEqual([
    'a.md leads out of the site, which safe mode forbids',
    'sub leads out of the site, which safe mode forbids',
  ])
  expect(gate.passedOver()).toEqual([])
})

test('a file that becomes a link outside, a pipe or a folder after the reading is not copied', () => {
  const outside = makeSite({ 'a.txt': 'outside' })
  const site = makeSite({ 'a.txt': 'inside', 'b.txt': '', 'c.txt': '' })
  const output = diskOutput(site.at('_site'))
  const { size, mtimeMs } = fs.statSync(site.at('a.txt'))
  const file = (path: string): SiteFile => ({ path, origin: 'site', root: site.root, size, mtime: mtimeMs })
  for (const name of ['a.txt', 'b.txt', 'c.txt']) site.remove(name)
  fs.symlinkSync(outside.at('a.txt'), site.at('a.txt'))
  execFileSync('mkfifo', [site.at('b.txt')])
  fs.mkdirSync(site.at('c.txt'))
  output.begin(memoryStore(0), undefined, [site.root])
  for (const name of ['a.txt', 'b.txt', 'c.txt'])
    expect(() => output.putFile(name, file(name)), name).toThrowError()
  output.rollback()
  expect(site.has('_site/a.txt')).toBe(false)
})

test('a copy of what lies in one of the rooms', () => {
  const site = makeSite({ 'a.txt': 'inside' })
  fs.symlinkSync('a.txt', site.at('b.txt'))
  const output = diskOutput(site.at('_site'))
  const { size, mtimeMs } = fs.statSync(site.at('a.txt'))
  output.begin(memoryStore(0), undefined, [site.root])
  for (const path of ['a.txt', 'b.txt'])
    output.putFile(path, { path, origin: 'site', root: site.root, size, mtime: mtimeMs })
  output.commit([])
  expect([site.read('_site/a.txt'), site.read('_site/b.txt')]).toEqual(['inside', 'inside'])
})
