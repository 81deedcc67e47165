import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { diskOutput } from '../../src/builder/output/disk-output.ts'
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
  const output = diskOutput(destination, '1')
  expect(output.putText('index.html', 'hi')).toBe(true)
  expect(output.putText('a/b/c.html', 'é')).toBe(true)
  expect(fs.existsSync(path.join(destination, 'index.html'))).toBe(false)
  output.commit([])
  expect(tree()).toEqual(['a', 'a/b', 'a/b/c.html', 'index.html'])
  expect(read('a/b/c.html')).toBe('é')
})

test('a file with the same bytes is not written again', () => {
  const first = diskOutput(destination, '1')
  first.putText('a.html', 'same')
  first.putText('b.html', 'old')
  first.commit([])
  fs.utimesSync(path.join(destination, 'a.html'), 1, 1)
  const second = diskOutput(destination, '2')
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
  const first = diskOutput(destination, '1')
  expect(first.putFile('s.txt', file)).toBe(true)
  first.commit([])
  const copy = fs.statSync(path.join(destination, 's.txt'))
  expect(copy.mtimeMs).toBe(981173106000)
  expect(copy.mode & 0o777).toBe(0o600)
  expect(diskOutput(destination, '2').putFile('s.txt', file)).toBe(false)
})

test('a static file edited to the same length is copied, for its time is another', () => {
  const name = path.join(root, 'p.png')
  const put = (text: string, seconds: number): boolean => {
    fs.writeFileSync(name, text)
    fs.utimesSync(name, seconds, seconds)
    const output = diskOutput(destination, '1')
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
  const first = diskOutput(destination, '1')
  first.putText('a.html', 'old')
  first.commit([])
  const second = diskOutput(destination, '2')
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
  const output = diskOutput(destination, '1')
  expect([...output.existing().files].sort()).toEqual(['dead', 'link'])
  output.putText('link/page.html', 'p')
  output.commit(['link', 'dead'])
  expect(fs.readdirSync(outside)).toEqual(['precious'])
  expect(read('link/page.html')).toBe('p')
})

test('the stage of a build that was killed is stale for the next one', () => {
  const killed = diskOutput(destination, '1')
  killed.putText('a.html', 'half')
  const existing = diskOutput(destination, '2').existing()
  expect([...existing.files]).toEqual(['.whirl-stage-1/0'])
})

test('a file replaces a directory and a directory a file', () => {
  const first = diskOutput(destination, '1')
  first.putText('a', 'file')
  first.putText('b/index.html', 'page')
  first.commit([])
  const second = diskOutput(destination, '2')
  second.putText('a/index.html', 'page')
  second.putText('b', 'file')
  second.commit(['a', 'b/index.html', 'b'])
  expect(tree()).toEqual(['a', 'a/index.html', 'b'])
})
