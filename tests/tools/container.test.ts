/** The container's recipe, read without a container: what it names is there, and what it starts is the program. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8')

/** The instructions in order: `['FROM', 'docker.io/…']`. */
const instructions = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const)
const all = (name: string): readonly string[] =>
  instructions.filter(([each]) => each === name).map(([, rest]) => rest)
const ignored = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

test('images have a pinned major version that the program runs on', () => {
  const images = all('FROM')
  expect(images.length).toBe(2)
  const [, least = ''] = />=(\d+)/.exec(JSON.parse(read('package.json')).engines.node) ?? []
  for (const image of images) {
    const major = /^docker\.io\/library\/node:(\d+)-slim(?: AS \w+)?$/.exec(image)?.[1]
    expect(Number(major)).toBeGreaterThanOrEqual(Number(least))
  }
})

test('the last image runs as a user without rights, set before what is started', () => {
  const names = instructions
    .slice(instructions.findLastIndex(([name]) => name === 'FROM'))
    .map(([name]) => name)
  expect(all('USER')).toEqual(['node'])
  expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'))
  expect(names.indexOf('USER')).toBeLessThan(names.indexOf('ENTRYPOINT'))
})

test('what is copied is there, and is not ignored', () => {
  const copied = all('COPY')
    .filter((line) => !line.startsWith('--from'))
    .flatMap((line) => line.split(' ').slice(0, -1))
  expect(copied).toContain('package-lock.json')
  for (const name of copied) {
    expect(fs.existsSync(path.join(root, name)), name).toBe(true)
    expect(ignored).not.toContain(name)
  }
})

test('nothing that is ignored is in the package or needed to make it', () => {
  const { files } = JSON.parse(read('package.json')) as { readonly files: readonly string[] }
  // The image makes `dist` itself.
  for (const name of files) if (name !== 'dist' && !name.startsWith('!')) expect(ignored).not.toContain(name)
  for (const name of ['src', 'tools', 'examples', 'themes', 'packages']) expect(ignored).not.toContain(name)
})

test('the command it starts is one that the program has', () => {
  expect(all('ENTRYPOINT')).toEqual(['["whirl"]'])
  expect(Object.keys(JSON.parse(read('package.json')).bin)).toContain('whirl')
  expect(JSON.parse(all('CMD')[0] ?? '')).toEqual(['serve', '--host', '0.0.0.0'])
})
