/** Paths that cannot be are told with the place where they are set, before anything of the output is touched. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BuildError, type Value, zoneFor } from '../../src/base/index.ts'
import { buildTime, diskOutput, sourceTree } from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { buildSite, definePlugin, type Plugin } from '../../src/index.ts'
import { configFrom } from '../../src/site/index.ts'
import { siteForEachTest } from '../site-maker.ts'

const place = siteForEachTest()
const zone = zoneFor('UTC')
const LONG = 'n'.repeat(300)

/** Every file of the folder and its bytes; every directory. */
function treeOf(folder: string): readonly string[] {
  const rows = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return entry.isFile()
      ? `${file} ${createHash('sha256').update(fs.readFileSync(file)).digest('hex')}`
      : `${file}/`
  })
  return rows.sort()
}

function build(settings: Readonly<Record<string, Value>>, plugins: readonly Plugin[] | undefined): void {
  const overrides = Object.entries({ source: place.root, destination: place.at('_site'), ...settings })
  const { config } = configFrom(new Map(), new Map<Value, Value>(overrides), {
    cwd: place.root,
    zone,
  })
  buildSite({
    config,
    tree: sourceTree(config),
    time: buildTime('1000000000', zone),
    output: diskOutput(config.destination),
    bundled: BUNDLED,
    ...(plugins === undefined ? {} : { plugins }),
  })
}

interface Told {
  readonly code: string
  readonly message: string
  /** `file: the text that is shown` */
  readonly at: string | undefined
  readonly help: string
}

/** What the build says that stops, the output of a build before being as it was. */
function refusalOf(
  files: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, Value>> = {},
  plugins?: readonly Plugin[],
): readonly Told[] {
  place.put({ 'index.html': '---\n---\nold', 'old/stale.html': '---\n---\nstale', 'kept/a.txt': 'a' })
  build(settings, plugins)
  place.remove('old')
  place.put({ 'index.html': '---\n---\nnew', ...files })
  const before = treeOf(place.at('_site'))
  try {
    build(settings, plugins)
  } catch (error) {
    expect(treeOf(place.at('_site'))).toEqual(before)
    expect(fs.readdirSync(place.root).filter((name) => name.startsWith('.whirl'))).toEqual([])
    return (error as BuildError).diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, source, span, help = '' }) => ({
        code,
        message: message
          .replaceAll(place.root, 'SITE')
          .replaceAll(/n{200,}/g, 'LONG')
          .replaceAll(/(?:d\/){200,}/g, 'DEEP/'),
        at: source === undefined ? undefined : `${source.path}: ${source.text.slice(span?.start, span?.end)}`,
        help: help.replaceAll(place.root, 'SITE'),
      }))
  }
  throw new Error('the build went on')
}

describe('names', () => {
  test('of more than 255 bytes, as a file', () => {
    expect(refusalOf({ 'a.md': `---\npermalink: /x/${LONG}.html\n---\n` })).toEqual([
      {
        code: 'build/name-too-long',
        message: 'File name too long @ rb_sysopen - SITE/_site/x/LONG.html',
        at: 'a.md: permalink',
        help: 'the output of a.md has a name of 305 bytes in its path, and file systems take 255: give it a shorter address',
      },
    ])
  })

  test('of more than 255 bytes, as a directory', () => {
    expect(refusalOf({ 'a.md': `---\npermalink: /x/${LONG}/\n---\n` })).toMatchObject([
      { message: 'File name too long @ dir_s_mkdir - SITE/_site/x/LONG', at: 'a.md: permalink' },
    ])
  })

  test('are counted in bytes: 85 characters of three are taken, 86 are not', () => {
    place.put({ 'a.md': `---\npermalink: /${'語'.repeat(85)}/\n---\n` })
    build({}, undefined)
    expect(fs.readdirSync(place.at('_site'))).toContain('語'.repeat(85))
    expect(refusalOf({ 'a.md': `---\npermalink: /${'語'.repeat(86)}/\n---\n` })).toMatchObject([
      { code: 'build/name-too-long', at: 'a.md: permalink' },
    ])
  })

  test('of 255 bytes are taken, also where a path is as long as one may be', () => {
    const name = 'n'.repeat(255)
    place.put({ 'a.md': `---\npermalink: /${name}/\n---\n` })
    build({}, undefined)
    expect(fs.readdirSync(place.at('_site'))).toContain(name)
  })

  test.each(['slug', 'categories'])('that come from %s', (key) => {
    const told = refusalOf({ '_posts/2000-01-02-a.md': `---\ntitle: t\n${key}: ${LONG}\n---\n` })
    expect(told).toMatchObject([
      {
        at: `_posts/2000-01-02-a.md: ${key}`,
        help: expect.stringMatching(/ of SITE\/_posts\/2000-01-02-a\.md has a name of 30\d bytes/),
      },
    ])
  })

  test('of pages that a plugin makes: the document is named that asks for them', () => {
    const told = refusalOf(
      { 'a.md': `---\nredirect_from: [/ok/, /x/${LONG}/]\n---\n` },
      { plugins: ['jekyll-redirect-from'] },
    )
    expect(told).toMatchObject([
      { code: 'build/name-too-long', at: 'a.md: redirect_from', help: expect.stringContaining('for a.md') },
    ])
  })

  test('with a NUL', () => {
    expect(refusalOf({ 'a.md': '---\npermalink: "/x\\0y.html"\n---\n' })).toMatchObject([
      { code: 'build/null-byte', message: 'path name contains null byte', at: 'a.md: permalink' },
    ])
  })

  test("of a build's own files", () => {
    expect(refusalOf({ 'a.md': '---\npermalink: /.whirl-stage-99999999/a.html\n---\n' })).toMatchObject([
      { code: 'build/reserved-name', at: 'a.md: permalink' },
    ])
  })
})

test('a path of more than 4,095 bytes', () => {
  expect(refusalOf({ 'a.md': `---\npermalink: /${'d/'.repeat(2100)}x.html\n---\n` })).toMatchObject([
    {
      code: 'build/name-too-long',
      message: expect.stringContaining('File name too long @ dir_s_mkdir'),
      at: 'a.md: permalink',
    },
  ])
})

describe('a file where a directory is to be, and a directory where a file is to be', () => {
  test('of two documents', () => {
    const files = { 'a.md': '---\npermalink: /x\n---\n', 'b.md': '---\npermalink: /x.html/y.html\n---\n' }
    expect(refusalOf(files)).toMatchObject([
      {
        code: 'build/file-and-directory',
        message: 'File exists @ dir_s_mkdir - SITE/_site/x.html',
        at: 'b.md: permalink',
      },
    ])
  })

  test('where a directory is kept', () => {
    place.put({ '_site/notes/mine.txt': 'mine' })
    expect(refusalOf({ notes: 'a file' }, { keep_files: ['notes'] })).toEqual([
      {
        code: 'build/kept-in-the-way',
        message: 'Is a directory @ rb_sysopen - SITE/_site/notes',
        at: undefined,
        help: 'SITE/notes goes where a directory is whose files are kept: give it another address, or take what is kept out of `keep_files`',
      },
    ])
  })

  test('where a plugin keeps a file', () => {
    place.put({ '_site/mine': 'mine' })
    const keep = definePlugin({
      name: 'keep',
      hooks: { 'clean:on_obsolete': (paths) => paths.filter((each) => each !== 'mine') },
    })
    expect(refusalOf({ 'mine/a.txt': 'a' }, {}, [keep])).toMatchObject([
      { code: 'build/kept-in-the-way', message: 'File exists @ dir_s_mkdir - SITE/_site/mine' },
    ])
  })
})
