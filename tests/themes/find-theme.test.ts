import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import { findTheme } from '../../src/build/index.ts'
import { configFrom } from '../../src/site/index.ts'

function find(theme: unknown, folders: readonly string[], lock = ''): string | undefined {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-theme-'))
  for (const folder of folders) fs.mkdirSync(path.join(root, folder), { recursive: true })
  fs.mkdirSync(path.join(root, 'site'), { recursive: true })
  if (lock !== '') fs.writeFileSync(path.join(root, 'site/Gemfile.lock'), lock)
  const data = new Map([['theme', theme as string]])
  const source = path.join(root, 'site')
  const { config } = configFrom(data, new Map([['source', source]]), {
    cwd: source,
    environment: undefined,
    zone: zoneFor('UTC'),
    home: undefined,
  })
  const search = { gemHome: path.join(root, 'gems-home'), gemPath: undefined, home: root }
  const found = findTheme(config, search).theme?.root
  return found === undefined ? undefined : path.relative(fs.realpathSync(root), found)
}

test('the newest installed version, part by part', () => {
  const gems = ['9.0', '10.0.1', '10.0.1.pre'].map((version) => `gems-home/gems/nice-${version}/_layouts`)
  expect(find('nice', [...gems, 'gems-home/gems/nice-other-99/_layouts'])).toBe('gems-home/gems/nice-10.0.1')
})

test('the version that Gemfile.lock names', () => {
  const gems = ['1.0.0', '2.0.0'].map((version) => `gems-home/gems/nice-${version}/_layouts`)
  expect(find('nice', gems, 'GEM\n  specs:\n    nice (1.0.0)\n      jekyll (> 3)\n')).toBe(
    'gems-home/gems/nice-1.0.0',
  )
})

test('a folder in vendor/ before any gem', () => {
  expect(find('nice', ['site/vendor/nice/_layouts', 'gems-home/gems/nice-1.0.0/_layouts'])).toBe(
    'site/vendor/nice',
  )
})

test('no theme, and no text', () => {
  expect(find(undefined, [])).toBeUndefined()
  expect(find(5, [])).toBeUndefined()
})

test('a theme that is nowhere stops the build in Jekyll’s words; a name never leads out of the gems', () => {
  expect(() => find('nowhere-at-all', [])).toThrow('The nowhere-at-all theme could not be found.')
  expect(() => find('../site', ['site/_layouts'])).toThrow('could not be found')
})

test('the plugins that the theme’s gem depends on come with it', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-theme-'))
  fs.mkdirSync(path.join(root, 'gems/nice-1.0/_layouts'), { recursive: true })
  fs.mkdirSync(path.join(root, 'specifications'))
  fs.writeFileSync(
    path.join(root, 'specifications/nice-1.0.gemspec'),
    's.add_runtime_dependency(%q<jekyll>.freeze)\ns.add_runtime_dependency(%q<jekyll-feed>.freeze)\n' +
      's.add_dependency "jekyll-feed"\ns.add_development_dependency(%q<jekyll-toc>)\n',
  )
  const options = { cwd: root, environment: undefined, zone: zoneFor('UTC'), home: undefined }
  const { config } = configFrom(new Map([['theme', 'nice']]), new Map([['source', root]]), options)
  const { theme } = findTheme(config, { gemHome: root, gemPath: undefined, home: undefined })
  expect(theme?.plugins).toEqual(['jekyll-feed'])
})
