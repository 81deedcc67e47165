// Asks the installed Jekyll for the answers of twins.txt: `node tests/plugins/record-twins.mjs [PART OF A TITLE]`. Only this
// script writes the sections `answer` and `log`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const file = path.join(import.meta.dirname, 'twins.txt')
const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
const [head, ...cases] = fs.readFileSync(file, 'utf8').split(/^(?==== )/m)
const wanted = process.argv[2] ?? ''
fs.writeFileSync(file, [head, ...cases.map((one) => (one.includes(wanted) ? answered(one) : one))].join(''))

function answered(one) {
  const question = one.replace(/^-- answer --\n[\s\S]*$/m, '')
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'twins-'))
  const parts = question.split(/^-- (.+) --\n/m).slice(1)
  for (let i = 0; i < parts.length; i += 2) {
    const target = path.join(dir, parts[i])
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, parts[i + 1])
  }
  const command = ['build', '--disable-disk-cache', '-s', dir, '-d', `${dir}/_site`]
  const done = spawnSync('jekyll', command, { encoding: 'utf8', env })
  if (done.status !== 0) throw new Error(question + done.stderr)
  const answer = fs
    .readdirSync(`${dir}/_site`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((each) => `${path.relative(`${dir}/_site`, each)}\n${fs.readFileSync(each, 'utf8').trim()}\n`)
  const log = done.stderr
    .replace(/\u001b\[\d*m/g, '')
    .replaceAll(dir, 'SITE')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'Configuration file: none')
  fs.rmSync(dir, { recursive: true })
  return `${question}-- answer --\n${answer.join('\n')}-- log --\n${log.map((line) => `${line}\n`).join('')}`
}
