/** Small sites, file by file, against what Jekyll built of them. `npm run ask` records the answers. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'
import { readAnswered } from '../fixtures.ts'
import { buildSite } from './build-site.ts'
import { expectError } from './expect-error.ts'

const HERE = path.join(import.meta.dirname, 'sites')

/** CSS is compared by what it says: Jekyll's libsass and Dart Sass lay it out differently. */
function shape(name: string, text: string): string {
  return name.endsWith('.css') ? text.replace(/\s+/g, '').replaceAll(';}', '}') : text
}

for (const file of readdirSync(HERE)) {
  describe(file, () => {
    for (const { title, sections, compat } of readAnswered(path.join(HERE, file))) {
      test(title, () => {
        const entries = Object.entries(sections)
        const files = new Map(entries.filter(([name]) => !/^(?:output .*|log|error)$/.test(name)))
        const outputs = entries.filter(([name]) => name.startsWith('output ') && !name.endsWith('.map'))
        const wanted: Record<string, string> = {}
        for (const [name, text] of outputs) wanted[name.slice(7)] = shape(name, text)
        if (sections.log !== undefined) wanted.log = logShape(sections.log)
        const { error, ...built } = build(files, Object.keys(wanted), compat)
        expectError(error, sections.error)
        expect(built).toEqual(wanted)
      })
    }
  })
}

/** What Sass says of a mistake is libsass's there and Dart Sass's here. */
function logShape(log: string): string {
  return log.replace(/(while converting '.*?':\n)[\s\S]*/, '$1…')
}

/** The outputs named in `names`, what was said as `log`, and what stopped the build as `error`. */
function build(
  files: ReadonlyMap<string, string>,
  names: readonly string[],
  compat: string,
): Record<string, string> {
  const result: Record<string, string> = {}
  try {
    const { outputs, diagnostics } = buildSite(files, compat)
    for (const [name, text] of outputs) if (names.includes(name)) result[name] = shape(name, text)
    if (diagnostics.length > 0) result.log = diagnostics.map(({ message }) => message).join('\n')
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    result.error = error.diagnostics[0]?.message ?? ''
    result.log = error.diagnostics.map(({ message }) => message).join('\n')
  }
  for (const name of ['log', 'error'])
    if (result[name] !== undefined) result[name] = logShape(result[name].replaceAll('/SITE/', 'SITE/'))
  return result
}
