/** Liquid alone: `template`, perhaps `data` (JSON), `partial NAME`, `options` (JSON: mode, strict_variables, strict_filters). */
import path from 'node:path'
import { askRuby } from '../ruby.mjs'

const PROGRAM = path.join(import.meta.dirname, '../liquid.rb')

export const liquid = {
  files: /^tests\/liquid\/[\w.-]+\.txt$/,
  isAnswer: (name) => ['output', 'errors', 'warnings', 'syntax error'].includes(name),
  ask: (reference, cases) =>
    askRuby(reference, PROGRAM, cases.map(questionOf)).map((answer, index) => {
      const { title } = cases[index]
      if (answer.crash !== undefined) throw new Error(`${title}: ${reference.name} fails: ${answer.crash}`)
      if (answer.syntax_error !== undefined) return { 'syntax error': answer.syntax_error }
      return {
        output: answer.output,
        ...(answer.errors.length > 0 ? { errors: answer.errors.join('\n') } : {}),
        ...(answer.warnings.length > 0 ? { warnings: answer.warnings.join('\n') } : {}),
      }
    }),
}

function questionOf({ sections }) {
  const partials = Object.entries(sections).filter(([name]) => name.startsWith('partial '))
  const rest = JSON.stringify({
    t: sections.template,
    fs: Object.fromEntries(partials.map(([name, text]) => [name.slice('partial '.length), text])),
    ...JSON.parse(sections.options ?? '{}'),
  })
  // The data goes as it is written: JavaScript would lose the difference of 1 and 1.0.
  return `{"d":${(sections.data ?? '{}').replaceAll('\n', ' ')},${rest.slice(1)}`
}
