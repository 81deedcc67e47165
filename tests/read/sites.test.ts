// Every site of the fixtures, read by us and by Jekyll (`npm run ask` asks it): same model, same messages.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError, type Diagnostic, fixedZone, Time, type Value } from '../../src/base/index.ts'
import { diskTree } from '../../src/files/index.ts'
import { readConfigFiles, readSite } from '../../src/read/index.ts'
import { blockTags } from '../../src/render/index.ts'
import { configFrom, siteTime } from '../../src/site/index.ts'
import { readFixtures } from '../fixtures.ts'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'
import { modelLines } from './model.ts'
import { overridesOf, writeSite } from './site-text.mjs'

const { root: scratch } = makeSite()
const zone = fixedZone('UTC', 0, 'UTC')
let count = 0

/** What reading the site says, in the form of the fixtures: the model, or `error`, and the log. */
function readCase(text: string, overrides: string | undefined): { lines: string[]; log: string } {
  const dir = path.join(scratch, String(count++))
  fs.mkdirSync(dir)
  writeSite(dir, text)
  const given = new Map<Value, Value>([
    ['compat', RECORDED],
    ...(Object.entries(overridesOf(text, overrides)) as [string, Value][]),
  ])
  const lines: string[] = []
  const noted: Diagnostic[] = []
  try {
    const files = readConfigFiles(dir, undefined, zone)
    noted.push(...files.diagnostics)
    const { config, diagnostics } = configFrom(files.data, new Map(given).set('source', dir), {
      cwd: dir,
      zone,
    })
    noted.push(...diagnostics)
    const result = readSite(diskTree(dir), config, {
      time: siteTime(config, new Time(0, 0, 0, 'UTC')),
      blockTags: blockTags([]),
    })
    noted.push(...result.diagnostics)
    lines.push(...modelLines(result.site))
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const [first, ...others] = error.diagnostics
    noted.push(...others)
    lines.push(`error ${JSON.stringify(first?.message)}`)
  }
  const log = noted
    .map(({ topic, message }) => (topic === undefined ? message : `${topic} ${message}`))
    .join('\n')
  return { lines: lines.map((line) => line.replaceAll(dir, 'DIR')), log: log.replaceAll(dir, 'DIR') }
}

const HERE = import.meta.dirname
for (const file of fs.readdirSync(HERE).filter((name) => name.endsWith('.txt'))) {
  describe(file, () => {
    for (const { title, sections } of readFixtures(path.join(HERE, file))) {
      test(title, () => {
        const { lines, log } = readCase(`${sections.site}\n`, sections.overrides)
        const model = sections.model ?? ''
        if (model.startsWith('error ')) {
          expect(lines.join('\n')).toMatch(/^error /)
          expect(JSON.parse(lines.join('\n').slice('error '.length))).toContain(wording(model))
          return
        }
        expect(lines).toEqual(model.split('\n').filter((line) => line !== ''))
        expect(messages(log)).toEqual(messages(sections.log ?? ''))
      })
    }
  })
}

/** Jekyll's message without the class of the exception, Ruby's view of the code that raised it, and a file's absence. */
function wording(model: string): string {
  const message = JSON.parse(model.slice('error '.length)) as string
  return message.replace(/^[\w:]+: (?:\(<unknown>\): )?/, '').split('\n\n')[0] ?? ''
}

/** Messages without the padding of their topics, sorted: we note some at other moments. */
function messages(log: string): string[] {
  return log
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '' && !line.startsWith('Configuration file:'))
    .sort()
}
