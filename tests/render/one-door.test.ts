/**
 * Rendering reads the site through one object, the SiteView: what a document depends on can be noted there, and only
 * there, as long as no other file can get hold of the site.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../src/render')

/** Files and folders of render/ besides the view itself that may know these types, and why. */
const SITE: Readonly<Record<string, string>> = {
  'shared.ts': 'is given the site, and hands it to the view',
  'site-lookup.ts': 'is the part of the view that finds things by path',
  'lone-templates.ts': 'hands it to `createShared`, for templates of no page, of which nothing is kept',
  'template-faults.ts': 'looks over the sources and renders nothing',
  'templates-of-others.ts': 'finds for the view whose template a page shares; such pages are not kept',
  'types.ts': 'says what makers of plugin fields are given, which is the whole site of the view',
  'noted.ts': 'makes the site that the view hands to plugins, which notes what is read of it',
  'converters/': 'converters read the settings once, when they are made, for all documents',
  'settings/': 'likewise',
}
const FILES: Readonly<Record<string, string>> = {
  'shared.ts': 'is given the access, and hands it to the view',
  'types.ts': 'says what it is',
  'index.ts': 'gives the type to those who make one',
  'converters/': 'are handed the view for it',
}
/** Files that hand the whole site to plugins. */
const FOR_PLUGINS: Readonly<Record<string, string>> = {
  'render-document.ts': 'hooks',
  'services.ts': 'tags and filters',
  'plugin-fields.ts': 'fields',
  'facts.ts': 'digests of all that plugins may read',
  'render-excerpt.ts': 'hooks that take excerpts too',
  'shared.ts': 'what takes part in Markdown',
}

/** Whether `allowed` names the file or its folder. */
function isAllowed(file: string, allowed: Readonly<Record<string, string>>): boolean {
  return Object.keys(allowed).some((name) => file === name || (name.endsWith('/') && file.startsWith(name)))
}

const texts = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name.replaceAll(path.sep, '/'), readFileSync(path.join(folder, name), 'utf8')]),
)

/** The files that import `type`, but for the view. */
function importersOf(type: string): readonly string[] {
  return [...texts].flatMap(([name, text]) => {
    const { staticImports, staticExports } = parseSync(name, text).module
    const names = [
      ...staticImports.flatMap(({ entries }) => entries.map((entry) => entry.importName.name)),
      ...staticExports.flatMap(({ entries }) => entries.map((entry) => entry.importName.name)),
    ]
    return names.includes(type) && name !== 'site-view.ts' ? [name] : []
  })
}

test('drops, tags, filters and all else of rendering cannot reach the site but through the view', () => {
  expect(importersOf('Site').filter((name) => !isAllowed(name, SITE))).toEqual([])
})

test('nor its files', () => {
  expect(importersOf('FileAccess').filter((name) => !isAllowed(name, FILES))).toEqual([])
})

test('only plugins are handed all of it', () => {
  const callers = [...texts].filter(([, text]) => text.includes('.forPlugins(')).map(([name]) => name)
  expect(callers.filter((name) => !isAllowed(name, FOR_PLUGINS))).toEqual([])
})

test('no function is handed the site by another name: the view keeps it to itself', () => {
  expect(texts.get('site-view.ts')).toMatch(/^ {2}readonly #site: Site$/m)
})
