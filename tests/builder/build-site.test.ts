import { describe, expect, test } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import { type BuildOptions, buildTime, memoryOutput } from '../../src/builder/index.ts'
import { buildSite, definePlugin, withPages } from '../../src/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

const zone = zoneFor('UTC')

function optionsFor(files: string, settings: Readonly<Record<string, string>> = {}): BuildOptions {
  const tree = memoryTree(files)
  const overrides = new Map(
    Object.entries({ source: tree.root, destination: `${tree.root}/_site`, ...settings }),
  )
  const { config } = configFrom(new Map(), overrides, { cwd: tree.root, zone })
  return { config, tree, time: buildTime('1000000000', zone), output: memoryOutput() }
}

/** What was thrown, as messages. */
function failureOf(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof BuildError) return error.diagnostics.map((each) => each.message)
    throw error
  }
  throw new Error('nothing was thrown')
}

const SITE = `
-- index.md --
---
title: Home
---
{{ page.title }} at {{ site.time | date: "%F" }}: {% for p in site.posts %}{{ p.title }}{% endfor %}
-- _posts/2001-01-01-a.md --
---
title: A
---
one
-- s.txt --
static
`

describe('buildSite', () => {
  test('builds from memory into memory, and says what it did', () => {
    const options = optionsFor(SITE)
    const output = memoryOutput()
    const notes: string[] = []
    const steps: number[] = []
    const result = buildSite({
      ...options,
      output,
      note: (topic, path) => notes.push(`${topic} ${path}`),
      progress: (done, total) => steps.push(done / total),
    })
    expect([...output.contents.keys()]).toEqual(['index.html', 's.txt', '2001/01/01/a.html'])
    expect(output.contents.get('index.html')).toBe('<p>Home at 2001-09-09: A</p>\n')
    expect(result.counters).toEqual({
      documents: 1,
      pages: 1,
      staticFiles: 1,
      rendered: 2,
      placed: 0,
      written: 3,
      unchanged: 0,
      removed: 0,
    })
    expect(notes.slice(0, 2)).toEqual(['Rendering: _posts/2001-01-01-a.md', 'Rendering: index.md'])
    expect(steps).toEqual([0.5, 1])
    expect(buildSite({ ...options, output }).counters.written).toBe(0)
  })

  test('a map of a style sheet, and a page that a plugin places oddly, are written once and in the destination', () => {
    const output = memoryOutput()
    const plugin = definePlugin({
      name: 'x',
      generate: (site) => {
        const [page, ...others] = site.pages
        return withPages(site, [...others, { ...page!, outputPath: '../a/./b//c.html' }])
      },
    })
    const files = '-- a.html --\n---\n---\na\n-- a.scss --\n---\n---\na { b: c }\n'
    const build = () => buildSite({ ...optionsFor(files), plugins: [plugin], output }).written
    expect([build(), build()]).toEqual([['a.css', 'a/b/c.html', 'a.css.map'], []])
  })

  test('removes what it no longer makes', () => {
    const output = memoryOutput()
    output.putText('old.html', 'old')
    output.commit([])
    const result = buildSite({ ...optionsFor(SITE), output })
    expect(result.removed).toEqual(['old.html'])
    expect(output.contents.has('old.html')).toBe(false)
  })

  test('a document that cannot be rendered leaves the output as it was', () => {
    const output = memoryOutput()
    buildSite({ ...optionsFor(SITE), output })
    const broken = SITE.replace('one', '{% nope %}')
    const messages = failureOf(() => buildSite({ ...optionsFor(broken), output }))
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain("Unknown tag 'nope'")
    expect([...output.contents.keys()]).toEqual(['index.html', 's.txt', '2001/01/01/a.html'])
  })

  test('a permalink with a NUL is an error of the page, and leaves the output as it was', () => {
    const output = memoryOutput()
    buildSite({ ...optionsFor(SITE), output })
    const broken = SITE.replace('title: Home', 'permalink: "/a\\0b.html"')
    expect(failureOf(() => buildSite({ ...optionsFor(broken), output }))).toEqual([
      'path name contains null byte',
    ])
    expect([...output.contents.keys()]).toEqual(['index.html', 's.txt', '2001/01/01/a.html'])
  })

  test('a disk that fills up is one diagnostic, and what was staged is forgotten', () => {
    const output = memoryOutput()
    let rolledBack = false
    const full = {
      ...output,
      putFile: () => {
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/s/a', dest: '/s/_site/a' })
      },
      rollback: () => {
        rolledBack = true
        output.rollback()
      },
    }
    const messages = failureOf(() => buildSite({ ...optionsFor(SITE), output: full }))
    expect(messages).toEqual(['No space left on device @ rb_sysopen - /s/_site/a'])
    expect(rolledBack).toBe(true)
    expect(output.contents.size).toBe(0)
  })

  test('our own mistakes are not dressed up as the site’s', () => {
    const output = memoryOutput()
    const broken = {
      ...output,
      existing: () => {
        throw new TypeError('x is not a function')
      },
    }
    expect(() => buildSite({ ...optionsFor(SITE), output: broken })).toThrow(TypeError)
  })

  test('a destination that is or holds the source is refused', () => {
    const { tree } = optionsFor(SITE)
    for (const destination of [tree.root, '/'])
      expect(failureOf(() => buildSite(optionsFor(SITE, { destination })))).toEqual([
        'Destination directory cannot be or contain the Source directory.',
      ])
    const posts = `${tree.root}/_posts`
    expect(failureOf(() => buildSite(optionsFor(SITE, { destination: posts })))).toEqual([
      `Destination directory ${posts} holds the source file _posts/2001-01-01-a.md.`,
    ])
  })
})

test('SOURCE_DATE_EPOCH must be a number', () => {
  expect(buildTime('86400', zone).seconds).toBe(86400)
  expect(failureOf(() => buildTime('yesterday', zone))).toEqual([
    "SOURCE_DATE_EPOCH is 'yesterday', not a number of seconds.",
  ])
})
