/** Style sheets as jekyll-sass-converter 3 prints them: its answers to the byte, and what is said of mistakes. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { BuildError, type Diagnostic } from '../../src/base/index.ts'
import { filesOf } from '../../src/read/files-in-text.ts'
import { readAnswered } from '../fixtures.ts'
import { type BuiltSite, buildSite } from './build-site.ts'

const built = (files: ReadonlyMap<string, string>): BuiltSite => buildSite(files, 'jekyll-4.4')

for (const { title, sections } of readAnswered(path.join(import.meta.dirname, 'dart-sass.txt'))) {
  test(title, () => {
    const entries = Object.entries(sections)
    const files = new Map(entries.filter(([name]) => !/^(?:output .*|error|log)$/.test(name)))
    const outputs = entries.filter(([name]) => name.startsWith('output '))
    const wanted = outputs.map(([name, text]) => [name.slice('output '.length), text])
    if (sections.error === undefined) expect([...built(files).outputs].sort()).toEqual(wanted.sort())
    else
      expect(failure(files).message).toContain(
        `:\n${sections.error.replaceAll(/\s+/g, ' ').replaceAll('SITE/', '/SITE/')}`,
      )
  })
}

function failure(files: ReadonlyMap<string, string>): Diagnostic {
  try {
    built(files)
  } catch (error) {
    if (error instanceof BuildError && error.diagnostics[0] !== undefined) return error.diagnostics[0]
    throw error
  }
  throw new Error('the site was built')
}

/** The text that the diagnostic points at, and its line in the file. */
function place({ source, span }: Diagnostic): string {
  if (source === undefined || span === undefined) return 'nowhere'
  const line = source.text.slice(0, span.start).split('\n').length
  return `${source.path}:${line} ${source.text.slice(span.start, span.end)}`
}

test('a mistake is shown where it stands, in the page or in a partial, without a way out that is none', () => {
  const own = failure(filesOf('-- a.scss --\n---\ntitle: A\n---\n\na { b: $c }\n'))
  expect(place(own)).toBe('a.scss:5 $c')
  expect(own.message.split('\n')[1]).toBe('Undefined variable. (a.scss:5)')
  expect(own.help).toBeUndefined()
  const partial = failure(
    filesOf('-- a.scss --\n---\n---\n@import "p";\n-- _sass/_p.scss --\n\n\na { b: $c }\n'),
  )
  expect(place(partial)).toBe('_sass/_p.scss:3 $c')
  expect(partial.message.split('\n')[1]).toBe('Undefined variable. (_sass/_p.scss:3)')
})

test('what libsass takes names that as the way out, and it is one', () => {
  const site =
    '-- a.scss --\n---\n---\n@import "p";\n-- _sass/_p.scss --\na { b: c }\n-- _sass/p.scss --\nd { e: f }\n'
  expect(failure(filesOf(site)).help).toContain('`compat: { jekyll-sass-converter: "2.2" }`')
  const config = '-- _config.yml --\ncompat: { jekyll-sass-converter: "2.2" }\n'
  expect(buildSite(filesOf(config + site)).outputs.get('a.css')).toContain('a { b: c; }')
})

test('a page that imports itself, not the partial of its name, is shown as it stands on the disk', () => {
  const found = failure(
    filesOf('-- a.scss --\n---\ntitle: A\n---\n@import "a";\n-- _sass/_a.scss --\nb { c: d }\n'),
  )
  expect(found.message.split('\n')[1]).toBe('expected "{". (a.scss:4)')
  expect(found.source?.text).toBe('---\ntitle: A\n---\n@import "a";\n')
  expect(found.help).toContain('give the partial another name than the page has')
})

test('an import that the root of the site would answer names the setting', () => {
  const { help } = failure(filesOf('-- css/a.scss --\n---\n---\n@import "css/b";\n-- css/_b.scss --\n'))
  expect(help).toBe('imports from the root of the site need `sass: {load_paths: [.]}`')
})

const WARNS = `-- a.scss --\n---\n---\n@import "p";\n@warn "careful";\n@debug 1 + 1;\na { b: 1 }
-- _sass/_p.scss --\n${'a { b: darken(red, 1%) }\n'.repeat(7)}`
const said = (settings: string): string[] =>
  built(filesOf(`-- _config.yml --\nsass: {${settings}}\n${WARNS}`)).diagnostics.map(({ message }) =>
    message.replace(/^(DEPRECATION WARNING \[[a-z-]+\]).*( \(.*)/, '$1$2'),
  )

test('deprecations are warnings with their place, five of a kind; the rest is counted', () => {
  const warnings = said('')
  expect(warnings[0]).toBe('DEPRECATION WARNING [import] (a.scss:3:9)')
  expect(warnings).toContain('DEPRECATION WARNING [color-functions] (_sass/_p.scss:5:8)')
  expect(warnings).not.toContain('DEPRECATION WARNING [color-functions] (_sass/_p.scss:6:8)')
  expect(warnings).toContain('Sass warning: careful (a.scss:4:1)')
  expect(warnings).toContain('Sass debug: 2 (a.scss:5:1)')
  expect(warnings.at(-1)).toContain('4 repetitive deprecation warnings omitted.')
})

test('`verbose`, `quiet_deps` and `silence_deprecations`', () => {
  expect(said('verbose: true').filter((each) => each.includes('[color-functions]'))).toHaveLength(7)
  expect(said('quiet_deps: true').filter((each) => each.startsWith('DEPR'))).toHaveLength(1)
  const silenced = said('silence_deprecations: [import, color-functions, global-builtin]')
  expect(silenced).toEqual(['Sass warning: careful (a.scss:4:1)', 'Sass debug: 2 (a.scss:5:1)'])
})
