/** Small cases by tag and filter. Answers are Ruby's Liquid's (`npm run ask` records them); none is written by hand. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LiquidVersion } from '../../src/base/index.ts'
import { createEngine, type EngineOptions, LiquidFault, LiquidSyntaxError } from '../../src/liquid/index.ts'
import { type Fixture, readFixtures } from '../fixtures.ts'
import { parseRubyJson } from './ruby-json.ts'

const FOLDER = new URL('./', import.meta.url)

interface Options {
  readonly version?: LiquidVersion
  readonly mode?: NonNullable<EngineOptions['mode']>
  readonly strict_variables?: boolean
  readonly strict_filters?: boolean
}

const lines = (section: string | undefined): readonly string[] =>
  section === undefined || section === '' ? [] : section.split('\n')

function run({ sections }: Fixture): object {
  const options = JSON.parse(sections.options ?? '{}') as Options
  const engine = createEngine({
    ...(options.version === undefined ? {} : { version: options.version }),
    ...(options.mode === undefined ? {} : { mode: options.mode }),
    partials(name) {
      const source = sections[`partial ${name}`]
      if (source === undefined) throw new LiquidFault(`Could not find asset ${name}`)
      return source
    },
  })
  try {
    const template = engine.parse(sections.template ?? '')
    const { output, errors, warnings } = template.render(parseRubyJson(sections.data ?? '{}'), {
      strictVariables: options.strict_variables === true,
      strictFilters: options.strict_filters === true,
    })
    return {
      output,
      errors: errors.map((error) => error.message),
      warnings: [...template.warnings, ...warnings].map((warning) => warning.message),
    }
  } catch (error) {
    if (error instanceof LiquidSyntaxError) return { syntaxError: error.message }
    throw error
  }
}

function expected({ sections }: Fixture): object {
  const syntaxError = sections['syntax error']
  if (syntaxError !== undefined) return { syntaxError }
  return { output: sections.output, errors: lines(sections.errors), warnings: lines(sections.warnings) }
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    for (const fixture of readFixtures(new URL(file, FOLDER)))
      test(fixture.title, () => expect(run(fixture)).toEqual(expected(fixture)))
  })
}
