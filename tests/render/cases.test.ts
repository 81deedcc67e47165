/**
 * Templates rendered as the page `case.html` of the site in `site/`, against what Jekyll printed. `npm run ask` records
 * the answers; a `log` is what Jekyll logs, with SITE for the site's folder.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError, type Diagnostic, parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
import { nothingRendered, type Progress, renderDocument } from '../../src/render/index.ts'
import { pageFrom } from '../../src/site/index.ts'
import { readAnswered } from '../fixtures.ts'
import { buildSite } from './build-site.ts'
import { expectError } from './expect-error.ts'

const HERE = import.meta.dirname
const folder = path.join(HERE, 'site')
const files = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
)
const sites = new Map(['jekyll-4.3', 'jekyll-4.4'].map((compat) => [compat, buildSite(files, compat)]))

/** What is said; a diagnostic's error stands before its warnings, in Jekyll's log it comes last. */
function lines(log: string | undefined): readonly string[] {
  return (log ?? '').split('\n').sort()
}

interface Answer {
  readonly output?: string
  /** what stopped the rendering */
  readonly error?: string
  readonly log?: string
}

/** CSS is compared by what it says: Jekyll's libsass and Dart Sass lay it out differently. */
function cssShape(template: string, text: string | undefined): string | undefined {
  return /\| s[ac]ssify/.test(template) ? text?.replace(/\s+/g, '').replaceAll(';}', '}') : text
}

function render(id: string, compat: string, template: string, data: string | undefined): Answer {
  const { site, shared, progress } = sites.get(compat)!
  const front = data === undefined ? new Map() : parseYaml(data, zoneFor('UTC'))
  const page = pageFrom(site, {
    id,
    path: 'case.html',
    file: { path: 'case.html', origin: 'site', root: site.config.source, size: 0, mtime: 0 },
    own: ('value' in front ? front.value : new Map()) as ReadonlyMap<Value, Value>,
    body: template,
    bodyLine: 1,
    name: 'case.html',
  })
  const said = (diagnostics: readonly Diagnostic[]) =>
    diagnostics
      // Of slips Jekyll says nothing; tests/slips has them.
      .filter(({ code }) => !code.startsWith('slips/'))
      .map((diagnostic) => diagnostic.message.replaceAll(site.config.source, 'SITE'))
      .join('\n')
  try {
    // The reference was asked with variables of its own.
    const alone = Object.assign(Object.create(progress) as Progress, { standing: nothingRendered().standing })
    const { output, diagnostics } = renderDocument(page, shared, alone)
    const log = said(diagnostics)
    return { output, ...(log === '' ? {} : { log }) }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    return { error: said(error.diagnostics.slice(0, 1)), log: said(error.diagnostics) }
  }
}

for (const file of readdirSync(path.join(HERE, 'cases'))) {
  describe(file, () => {
    for (const { title, sections, compat } of readAnswered(path.join(HERE, 'cases', file))) {
      const { template = '', data, output, error, log } = sections
      test(title, () => {
        const answer = render(title, compat, template, data)
        expectError(answer.error, error)
        expect(cssShape(template, answer.output)).toBe(cssShape(template, output))
        expect(lines(answer.log)).toEqual(lines(log))
      })
    }
  })
}
