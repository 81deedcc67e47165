/** What a program that embeds Whirl has to say, through the package's own entry: where the site is, and nothing else. */

import path from 'node:path'
import { expect, test } from 'vitest'
import { buildSite, buildTime, loadSetup, memoryOutput, sourceTree } from 'whirl-blog'
import { zoneFor } from '../../src/base/index.ts'
import { makeSite } from '../site-maker.ts'

test('a site is built by where it is', () => {
  const { root: cwd } = makeSite({
    '_config.yml': 'title: Alone\n',
    'index.md': '---\n---\n{{ site.title }} {{ jekyll.environment }}\n',
  })
  const { config, theme, diagnostics } = loadSetup({ cwd })
  const output = memoryOutput()
  buildSite({
    config,
    theme,
    tree: sourceTree(config),
    time: buildTime('0', zoneFor(config.timezone)),
    output,
  })
  expect(diagnostics).toEqual([])
  expect(config.source).toBe(cwd)
  expect(output.contents.get('index.html')).toBe('<p>Alone development</p>\n')
})

test("the zone is the site's, else the one given, else the machine's", () => {
  const { root: cwd } = makeSite({ '_config.yml': '' })
  const { root: own } = makeSite({ '_config.yml': 'timezone: Asia/Tokyo\n' })
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(loadSetup({ cwd, timezone: 'Europe/Berlin' }).config.timezone).toBe('Europe/Berlin')
  expect(loadSetup({ cwd }).config.timezone).toBe(machine)
  // As glibc, and so Ruby, takes a `TZ` that nobody knows.
  expect(zoneFor(loadSetup({ cwd, timezone: 'Not/AZone' }).config.timezone).offsetAt(0).offset).toBe(0)
  expect(loadSetup({ cwd: own, timezone: 'Europe/Berlin' }).config.timezone).toBe('Asia/Tokyo')
})

test('a path from home on is one only where home is given', () => {
  const { root: cwd } = makeSite({ '_config.yml': 'destination: ~/out\n' })
  expect(loadSetup({ cwd }).config.destination).toBe(path.join(cwd, '~/out'))
  expect(loadSetup({ cwd, home: '/home/ann' }).config.destination).toBe('/home/ann/out')
})
