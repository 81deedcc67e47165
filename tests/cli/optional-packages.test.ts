/** Packages that come when a site asks for them: looked for beside the site first, then beside the program; never in safe mode. */
import { expect, test } from 'vitest'
import { hasPackage, importPackage, installedPackage, type Value, zoneFor } from '../../src/base/index.ts'
import { search } from '../../src/bundled/search/plugin.ts'
import { missingPackages } from '../../src/plugins/index.ts'
import { type Config, configFrom } from '../../src/site/index.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()

function configOf(search: Value): Config {
  const files = new Map<Value, Value>([['search', search]])
  return configFrom(files, new Map([['source', '/site']]), { cwd: '/', zone: zoneFor('UTC') }).config
}

/** A package that makes an index of one file. */
const PAGEFIND = {
  'node_modules/pagefind/package.json':
    '{"name":"pagefind","version":"9.9.9","type":"module","exports":{".":{"types":"./t.d.ts","import":"./lib/own.js"}}}',
  'node_modules/pagefind/lib/own.js':
    'export const close = async () => {}\nexport const createIndex = async () => ({ errors: [], index: {\n' +
    '  addHTMLFile: async () => ({ errors: [] }),\n' +
    "  getFiles: async () => ({ errors: [], files: [{ path: 'own.txt', content: new TextEncoder().encode('by the site') }] }) } })\n",
}
const SITE = { '_config.yml': 'url: http://x\nplugins: [search]\n', 'a.md': '---\n---\nx\n' }

test('the package beside the site comes before the one beside the program', async () => {
  expect(installedPackage('pagefind', at.root)?.version).not.toBe('9.9.9')
  at.put({ ...SITE, ...PAGEFIND })
  expect(installedPackage('pagefind', at.root)).toEqual({
    file: at.at('node_modules/pagefind/lib/own.js'),
    version: '9.9.9',
  })
  expect((await runIn(at.root, ['build', '-q'])).err).toBe('')
  expect(at.read('_site/pagefind/own.txt')).toBe('by the site')
  await runIn(at.root, ['build', '-q', '--safe', '--whitelist', 'search'])
  expect(at.has('_site/pagefind/own.txt')).toBe(false)
})

test('another version makes the index anew', async () => {
  const made = (): readonly boolean[] =>
    ['own.txt', 'pagefind.js'].map((file) => at.has(`_site/pagefind/${file}`))
  at.put(SITE)
  await runIn(at.root, ['build', '-q'])
  expect(made()).toEqual([false, true])
  at.put(PAGEFIND)
  await runIn(at.root, ['build', '-q'])
  expect(made()).toEqual([true, false])
})

test('a package that is nowhere', async () => {
  expect(hasPackage('no-such-package', at.root)).toBe(false)
  await expect(importPackage('no-such-package', at.root)).rejects.toMatchObject({
    code: 'ERR_MODULE_NOT_FOUND',
    message: "Cannot find package 'no-such-package'",
  })
})

test('what is missing is said with the line that brings it, where the site wants it', () => {
  const config = configOf(null)
  const other = { ...search, needs: () => ['no-such-package', 'pagefind'] }
  expect(missingPackages([search, other], config)).toMatchObject([
    {
      message: "The plugin 'search' needs the npm package no-such-package, which is not installed.",
      help: expect.stringContaining('npm install --save-dev no-such-package'),
      settings: [{ keys: ['plugins'] }],
    },
  ])
  expect(search.needs?.(configOf(false))).toEqual([])
  expect(search.needs?.(config)).toEqual(['pagefind'])
})
