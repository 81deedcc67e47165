// Asks the installed Jekyll what it reads from every site of the fixtures in this folder and writes its answers into
// them: `node tests/read/regenerate.mjs [file…]`. Only this script writes the sections `model` and `log`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { overridesOf, writeSite } from './site-text.mjs'

const here = import.meta.dirname
const files =
  process.argv.length > 2 ? process.argv.slice(2) : fs.readdirSync(here).filter((f) => f.endsWith('.txt'))
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'read-'))

const cases = files.flatMap((file) => {
  const text = fs.readFileSync(path.join(here, path.basename(file)), 'utf8')
  return text.split(/^(?==== )/m).map((chunk) => ({ file: path.basename(file), chunk }))
})
let count = 0
const questions = []
for (const one of cases) {
  const site = section(one.chunk, 'site')
  if (site === undefined) continue
  const dir = path.join(scratch, String(count++))
  fs.mkdirSync(dir)
  writeSite(dir, site)
  one.answer = questions.length
  questions.push(JSON.stringify({ dir, overrides: overridesOf(site, section(one.chunk, 'overrides')) }))
}
const ruby = spawnSync('ruby', [path.join(here, 'model.rb')], {
  input: `${questions.join('\n')}\n`,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
})
process.stderr.write(ruby.stderr)
const answers = ruby.stdout.trim().split('\n')
for (const one of cases) {
  if (one.answer === undefined) continue
  const { log, ...model } = JSON.parse(
    answers[one.answer].replaceAll(path.join(scratch, String(one.answer)), 'DIR'),
  )
  const lines = Object.entries(model).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map((item) => `${key} ${JSON.stringify(item)}`)
      : [`${key} ${JSON.stringify(value)}`],
  )
  const kept = one.chunk.split(/^-- (?:model|log) --\n/m)[0].replace(/\n+$/, '\n')
  one.chunk = `${kept}-- model --\n${lines.join('\n')}\n-- log --\n${escapeMarkers(log).trimEnd()}\n\n`
}
for (const file of new Set(cases.map((one) => one.file))) {
  const text = cases.filter((one) => one.file === file).map((one) => one.chunk)
  fs.writeFileSync(path.join(here, file), `${text.join('').trimEnd()}\n`)
}
fs.rmSync(scratch, { recursive: true })

function section(chunk, name) {
  const found = new RegExp(
    `^-- ${name} --\\n([^]*?)(?=^-- (?:site|overrides|model|log) --\\n|(?![^]))`,
    'm',
  ).exec(chunk)
  return found?.[1].replace(/\n+$/, '\n').replace(/^\\(?=\\*(?:=== |-- [\w.]))/gm, '')
}

function escapeMarkers(text) {
  return text.replace(/^(?=\\*(?:=== |-- ))/gm, '\\')
}
