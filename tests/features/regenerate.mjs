/**
 * Writes answers.json: what Jekyll says and does about the cases of the *.txt in this folder.
 *
 *     node tests/features/regenerate.mjs [words of a title]
 *
 * With words only the cases whose titles hold them are asked again.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ENVIRONMENT, hasJekyll } from '../parity/builders.mjs'
import { changes, plainLines, readAll, writeCase } from './answered.mjs'

if (!hasJekyll()) {
  console.error('regenerate: needs Jekyll 4.3')
  process.exit(1)
}
const file = path.join(import.meta.dirname, 'answers.json')
const old = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
const wanted = process.argv.slice(2).join(' ')
const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'answers-')))
const answers = {}
for (const one of readAll()) {
  const name = `${one.group}: ${one.title}`
  if (old[name] !== undefined && wanted !== '' && !name.includes(wanted)) {
    answers[name] = old[name]
    continue
  }
  const parent = path.join(scratch, 'parent')
  const site = writeCase(parent, one)
  const done = spawnSync('jekyll', one.args, {
    cwd: site,
    // Ruby would show lines of its own sources.
    env: { ...ENVIRONMENT, RUBYOPT: '--disable=error_highlight', ...one.env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  answers[name] = {
    exit: done.status,
    out: plainLines(done.stdout, site),
    err: plainLines(done.stderr, site),
    ...(done.status === 0 ? { files: changes(parent, one) } : {}),
  }
}
fs.rmSync(scratch, { recursive: true, force: true })
fs.writeFileSync(file, `${JSON.stringify(answers, null, 1)}\n`)
console.log(`${Object.keys(answers).length} cases`)
