/** What a theme means: each case as the reference answered it (cases.mjs, reference.json). */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BuildError, type Diagnostic, zoneFor } from '../../src/base/index.ts'
import { buildTime, diskOutput, loadSetup, sourceTree } from '../../src/builder/index.ts'
import { buildSite } from '../../src/index.ts'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'
import { CASES } from './cases.mjs'
import { layOut, outputOf } from './lay-out.mjs'

interface Answer {
  readonly code: number
  /** of a build that succeeds */
  readonly warnings?: readonly string[]
  readonly files?: Readonly<Record<string, string>>
  /** of one that fails */
  readonly error?: string
}
const REFERENCE = JSON.parse(fs.readFileSync(new URL('reference.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Answer>
>

test.each(CASES.map((each) => [each.name, each] as const))('%s', (name, each) => {
  const { root } = makeSite()
  const { site, gems } = layOut(root, each)
  const said: Diagnostic[] = []
  let code = 0
  try {
    const { config, theme, diagnostics } = loadSetup({
      cwd: site,
      overrides: new Map([['compat', RECORDED]]),
      timezone: 'UTC',
      home: root,
      gemHome: gems,
      gemPlaces: [],
    })
    const result = buildSite({
      config,
      tree: sourceTree(config),
      time: buildTime('1704067200', zoneFor(config.timezone)),
      output: diskOutput(config.destination),
      ...(theme === undefined ? {} : { theme }),
    })
    said.push(...diagnostics, ...result.diagnostics)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    said.push(...error.diagnostics)
    code = 1
  }
  const expected = REFERENCE[name]
  const text = said
    .filter((diagnostic) => diagnostic.code !== 'build/conflict')
    .map(({ topic, message }) => `${topic ?? ''} ${message}`.trim().replaceAll(root, ''))
  expect(code).toBe(expected?.code)
  if (expected?.error !== undefined)
    // Psych does not know the file's name; we do.
    expect(text.at(-1)?.replace('Liquid Exception: ', '').replace('(_data/x.yml)', '(<unknown>)')).toBe(
      expected.error,
    )
  else {
    expect(outputOf(path.join(site, '_site'))).toEqual(expected?.files)
    expect(text).toEqual(expected?.warnings)
  }
})
