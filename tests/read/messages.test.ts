// What we say of sites on which Jekyll ends in an error of Ruby's, or never ends: our own words, so no fixtures.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError, type Diagnostic, fixedZone, Time, type Value } from '../../src/base/index.ts'
import { diskTree, type FileTree } from '../../src/files/index.ts'
import { memoryTree, readConfigFiles, readSite } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'
import { makeSite } from '../site-maker.ts'

const zone = fixedZone('UTC', 0, 'UTC')
const time = new Time(1704067200, 0, 0, 'UTC')
const { root: scratch } = makeSite()

function read(
  tree: FileTree,
  settings: readonly (readonly [Value, Value])[] = [],
): ReturnType<typeof readSite> {
  const { config } = configFrom(new Map(settings), new Map([['source', tree.root]]), { cwd: '/', zone })
  return readSite(tree, config, { time, blockTags: [] })
}

function failure(run: () => unknown): Diagnostic {
  try {
    run()
  } catch (error) {
    if (error instanceof BuildError && error.diagnostics[0] !== undefined) return error.diagnostics[0]
    throw error
  }
  throw new Error('the site was read')
}

describe('front matter', () => {
  test('a list in a post leaves the post bare, with a warning that shows the place', () => {
    const { site, diagnostics } = read(memoryTree('-- _posts/2024-01-01-a.md --\n---\n- x\n---\nbody\n'))
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        topic: 'Error:',
        message:
          'could not read file /site/_posts/2024-01-01-a.md: front matter is a list, not keys with values',
        source: { path: '_posts/2024-01-01-a.md' },
      },
    ])
    expect([...site.renderables.values()][0]).toMatchObject({
      body: 'body\n',
      url: '/2024/01/01/2024-01-01-a.html',
    })
  })

  test('YAML that Ruby makes no value of is no mistake of YAML to Jekyll', () => {
    const page = '---\nx: &l {b: 1}\na:\n  <<: [*l]\n---\nbody\n'
    const { diagnostics } = read(memoryTree(`-- a.md --\n${page}-- _posts/2024-01-01-a.md --\n${page}`))
    expect(diagnostics.map(({ message }) => message).sort()).toEqual([
      'Error reading file /site/a.md: no implicit conversion of Array into Hash',
      'could not read file /site/_posts/2024-01-01-a.md: no implicit conversion of Array into Hash',
    ])
  })

  test('broken YAML names line and column', () => {
    const { diagnostics } = read(memoryTree('-- a.md --\n---\ntitle: x: y\n---\nbody\n'))
    const [first] = diagnostics
    expect(first?.message).toContain(
      'YAML Exception reading /site/a.md: (<unknown>): mapping values are not allowed',
    )
    expect(first?.source?.text.slice(0, first.span?.start)).toBe('---\ntitle: x')
  })

  test('numbers and symbols where texts are expected do no harm', () => {
    const { site } = read(
      memoryTree(
        '-- a.md --\n---\npermalink: 12\n---\n-- _posts/2024-01-01-a.md --\n---\nslug: 12\ntags: {x: 1}\n---\n',
      ),
    )
    expect([...site.renderables.values()].map((item) => item.url)).toEqual(['/2024/01/01/12.html', '/12'])
  })
})

describe('configuration', () => {
  test('defaults without a scope hold everywhere', () => {
    const tree = memoryTree('-- a.md --\n---\n---\n')
    const { site } = read(tree, [['defaults', [new Map([['values', new Map([['x', 1]])]])]]])
    expect(site.pages[0]?.data.get('x')).toBe(1)
  })

  test.each([
    ['exclude', 'docs', `'exclude' should be set as an array, but was: "docs".`],
    ['kramdown', 'GFM', `'kramdown' should be set as a hash, but was: "GFM".`],
    ['collections', 3, `'collections' should be set as a hash or an array, but was: 3.`],
    ['limit_posts', -1, 'limit_posts must be a non-negative number'],
  ])('%s: %s is refused', (key, value, message) => {
    expect(failure(() => read(memoryTree(''), [[key, value]])).message).toBe(message)
  })

  test('a collection that is a text is told, as Jekyll stops at it only once it has documents', () => {
    const { diagnostics } = configFrom(new Map([['collections', new Map([['c', 'x']])]]), new Map(), {
      cwd: '/',
      zone,
    })
    expect(diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', `'collections: c' should be set as a hash, but was: "x".`],
    ])
  })

  test('an unknown time zone is told', () => {
    const { diagnostics } = configFrom(new Map([['timezone', 'Nope/Nope']]), new Map(), { cwd: '/', zone })
    expect(diagnostics[0]?.message).toBe("The timezone 'Nope/Nope' is not known: times are shown in UTC.")
  })

  test('a file that is asked for must exist', () => {
    const files = [path.join(scratch, 'nope.yml')]
    expect(failure(() => readConfigFiles(scratch, files, zone)).message).toBe(
      `The configuration file '${files[0]}' could not be found.`,
    )
  })

  test('a broken file shows its place', () => {
    fs.writeFileSync(path.join(scratch, 'b.toml'), 'a = 1\nb = = 2\n')
    const found = failure(() => readConfigFiles(scratch, [path.join(scratch, 'b.toml')], zone))
    expect(found.source?.text.slice(found.span?.start)).toMatch(/^= 2/)
  })
})

describe('files', () => {
  test('a link to the directory it lies in stops the build', () => {
    fs.mkdirSync(path.join(scratch, 'circle/sub'), { recursive: true })
    fs.symlinkSync('.', path.join(scratch, 'circle/sub/self'))
    const found = failure(() => read(diskTree(path.join(scratch, 'circle'))))
    expect(found.message).toBe(
      `Too many levels of symbolic links @ rb_sysopen - ${path.join(scratch, 'circle/sub/self')}`,
    )
  })

  test('links in a circle among includes and data end', () => {
    const dir = path.join(scratch, 'circles')
    for (const name of ['_includes', '_data']) fs.mkdirSync(path.join(dir, name), { recursive: true })
    fs.writeFileSync(path.join(dir, '_includes/i.html'), 'i')
    for (const name of ['a', 'b']) fs.symlinkSync('.', path.join(dir, '_includes', name))
    expect([...read(diskTree(dir)).site.includes.keys()]).toEqual(['i.html'])
    fs.symlinkSync('.', path.join(dir, '_data/self'))
    expect(failure(() => read(diskTree(dir))).message).toContain('Too many levels of symbolic links')
  })

  test('Markdown and Liquid that are no UTF-8 stop the build', () => {
    const bytes = Buffer.from('---\n---\ncaf\xe9 {{ x }}\n', 'latin1')
    for (const name of ['a.md', 'a.html']) {
      const found = failure(() => read(memoryTree(new Map([[name, bytes]]))))
      expect(found.message).toBe(`Error reading file /site/${name}: invalid byte sequence in UTF-8`)
      expect(found.source?.text.slice(0, found.span?.start)).toBe('---\n---\ncaf')
    }
  })

  test('data that is not UTF-8 stops the build', () => {
    const bytes = Buffer.from('a,b\n1,\xe9\n', 'latin1')
    expect(failure(() => read(memoryTree(new Map([['_data/a.csv', bytes]])))).message).toBe(
      '_data/a.csv: Invalid byte sequence in UTF-8.',
    )
  })

  test('a document never leaves the destination', () => {
    const { site } = read(memoryTree('-- a.md --\n---\npermalink: /%2e%2e/%2E%2e/x/\n---\n'))
    expect(site.pages[0]?.outputPath).toBe('x/index.html')
  })

  test('a pipe is passed over and told', () => {
    const site = makeSite({ 'a.md': '---\n---\n' })
    execFileSync('mkfifo', [site.at('pipe')])
    expect(read(diskTree(site.root)).diagnostics[0]?.message).toBe('pipe is neither a file nor a directory')
  })
})
