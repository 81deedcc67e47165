/** Fetched themes from the command line: what is printed, and the environment that counts. */
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { newPlace, type Place } from './place.ts'
import { gemFile, type Registry, startRegistry } from './registry.ts'

let registry: Registry
let place: Place
beforeEach(async () => {
  registry = await startRegistry()
  const files = { '_layouts/default.html': 'nice: {{ content }}', '_config.yml': 'x: 1\n' }
  registry.add('nice', '1.0', await gemFile('nice', '1.0', files))
  place = newPlace('theme: nice\n')
  place.write('index.html', '---\nlayout: default\n---\nhi')
})
afterEach(() => registry.close())

const env = (): Record<string, string> => ({
  HOME: place.root,
  RUBYGEMS_HOST: registry.url,
  WHIRL_CACHE: place.cache,
})

test('a build fetches the theme, says so, and does not do it again', async () => {
  const first = await runIn(place.source, ['build'], env())
  expect(first.err).toBe('')
  expect(first.code).toBe(0)
  expect(first.out).toContain(`             Theme: Fetching nice 1.0 from ${registry.url}\n`)
  expect(first.out).toMatch(/ Theme Config file: .*\/theme\/_config\.yml\n/)
  expect(place.read('_site/index.html')).toBe('nice: hi')
  expect(fs.readdirSync(path.join(place.source, '_site'))).toEqual(['index.html'])
  const asked = registry.asked.length
  const second = await runIn(place.source, ['build', '--offline'], env())
  expect(second.out).not.toContain('Fetching')
  expect([second.code, registry.asked.length]).toEqual([0, asked])
})

test('--offline, `offline: true` and WHIRL_OFFLINE forbid it and say what to do', async () => {
  const flag = await runIn(place.source, ['build', '--offline'], env())
  const variable = await runIn(place.source, ['build'], { ...env(), WHIRL_OFFLINE: '1' })
  place.write('_config.yml', 'theme: nice\noffline: true\n')
  const setting = await runIn(place.source, ['build'], env())
  for (const { code, err } of [flag, variable, setting]) {
    expect(code).toBe(1)
    expect(err).toContain(
      'The nice theme could not be found. nice is not on this machine, and `offline` forbids',
    )
    expect(err).toContain('help: build once without --offline, or install the gem `nice`')
    expect(err).toContain('code: theme/offline')
  }
  expect(registry.asked).toEqual([])
})

test('commands that need no theme do not look for it', async () => {
  for (const argv of [['clean'], ['post', 'A post']]) {
    const said = await runIn(place.source, argv, env())
    expect([said.code, registry.asked]).toEqual([0, []])
  }
})

test('without WHIRL_CACHE, themes are kept where the user keeps caches', async () => {
  const { WHIRL_CACHE: _, ...rest } = env()
  await runIn(place.source, ['build'], rest)
  expect(fs.readdirSync(path.join(place.root, '.cache/whirl/themes')).length).toBe(1)
  fs.rmSync(path.join(place.source, 'whirl.lock'))
  await runIn(place.source, ['build'], { ...rest, XDG_CACHE_HOME: path.join(place.root, 'xdg') })
  expect(fs.readdirSync(path.join(place.root, 'xdg/whirl/themes')).length).toBe(1)
})
