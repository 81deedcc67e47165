/** What Jekyll reads from a site (`site`, `overrides`): its model, a line for each thing, and its log. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { overridesOf, writeSite } from '../../../tests/read/site-text.mjs'
import { askRuby } from '../ruby.mjs'

const PROGRAM = path.join(import.meta.dirname, '../model.rb')

export const models = {
  files: /^tests\/read\/[\w-]+\.txt$/,
  isAnswer: (name) => name === 'model' || name === 'log',
  ask(reference, cases) {
    const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ask-model-')))
    const questions = cases.map(({ sections }, index) => {
      const site = `${sections.site}\n`
      const dir = path.join(scratch, String(index))
      fs.mkdirSync(dir)
      writeSite(dir, site)
      return { dir, overrides: overridesOf(site, sections.overrides) }
    })
    try {
      return askModels(reference, questions).map(({ log, ...model }) => ({
        model: Object.entries(model).flatMap(linesOf).join('\n'),
        log: `${log.trimEnd()}\n`,
      }))
    } finally {
      fs.rmSync(scratch, { recursive: true })
    }
  },
}

/** The answers of model.rb to questions about directories, which are called DIR in them. */
export function askModels(reference, questions) {
  return askRuby(reference, PROGRAM, questions).map((answer, index) =>
    JSON.parse(JSON.stringify(answer).replaceAll(questions[index].dir, 'DIR')),
  )
}

function linesOf([key, value]) {
  return Array.isArray(value)
    ? value.map((item) => `${key} ${JSON.stringify(item)}`)
    : [`${key} ${JSON.stringify(value)}`]
}
