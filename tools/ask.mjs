/** npm run ask: what a reference answers, printed or recorded. `npm run ask -- --help` says how. */
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { ASKERS } from './ask/askers.mjs'
import { record } from './ask/record.mjs'
import { namesIn, REFERENCES, referenceAt } from './ask/references.mjs'

const HELP = `npm run ask -- [--reference NAME,…|all] WHAT [TEXT]

${ASKERS.map(({ usage, about }) => `  ${usage.padEnd(38)} ${about}`).join('\n')}

TEXT is read from the input where it is not given. Where several references answer the same, it is printed once.

npm run ask -- --record PATH… [--title WORDS]

  Writes the answers into the fixtures at or below these paths; with --title only those of cases whose titles hold WORDS.
  A line \`references: bookworm stock\` at the head of a file, or below a case's title, says who is asked; without one it
  is Debian's Jekyll.

npm run ask -- --references                lists the references and where they are looked for`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reference: { type: 'string', default: 'bookworm' },
    record: { type: 'boolean', default: false },
    references: { type: 'boolean', default: false },
    title: { type: 'string', default: '' },
    data: { type: 'string' },
    options: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

try {
  if (values.references) for (const [name, is] of REFERENCES) console.log(`${name.padEnd(14)} ${is}`)
  else if (values.record && positionals.length > 0) await record(positionals, values.title)
  else if (values.help || positionals.length === 0) console.log(HELP)
  else print(positionals)
} catch (error) {
  console.error(`ask: ${error.message}`)
  process.exitCode = 1
}

function print([what, ...words]) {
  const asker = ASKERS.find(({ usage }) => usage.split(' ')[0] === what)
  if (asker === undefined)
    throw new Error(
      `no question ${what}; there are: ${ASKERS.map(({ usage }) => usage.split(' ')[0]).join(', ')}`,
    )
  const given = words.slice(0, asker.words)
  if (given.length < asker.words) throw new Error(`npm run ask -- ${asker.usage}`)
  const text = words[asker.words] ?? (asker.wantsText === false ? '' : fs.readFileSync(0, 'utf8'))
  const answers = new Map()
  for (const name of namesIn(values.reference)) {
    const answer = asker.ask(referenceAt(name), text, given, values)
    answers.set(answer, [...(answers.get(answer) ?? []), name])
  }
  for (const [answer, names] of answers) {
    if (answers.size > 1 || values.reference.includes(',') || values.reference === 'all')
      console.log(`## ${names.join(', ')}`)
    console.log(answer)
  }
}
