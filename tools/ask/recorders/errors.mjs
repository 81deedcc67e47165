/** What Jekyll says and does about sites that are wrong: reference.json beside the cases. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readCases, writeSite } from '../../../tests/errors/sites.mjs'
import { filesBelow } from '../../../tests/parity/compare.mjs'
import { referenceAt } from '../references.mjs'

const NOISE =
  /^\s*(from |-{20,}$|Jekyll 4\.3\.1 {3}Please append|for any additional|\.\.\. \d+ levels)|^\t|^Configuration file: none/

export const errors = {
  files: /^tests\/errors\/cases\.txt$/,
  record({ file, title }) {
    const { command, env } = referenceAt('bookworm')
    const target = path.join(path.dirname(file), 'reference.json')
    const old = JSON.parse(fs.readFileSync(target, 'utf8'))
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'errors-'))
    const answers = readCases(file).map((one) => {
      if (one.title in old && !one.title.includes(title)) return [one.title, old[one.title]]
      const site = path.join(scratch, 'parent', 'site')
      writeSite(site, one.files)
      const args = ['build', '--disable-disk-cache', ...one.args]
      const done = spawnSync(command[0], args, { cwd: site, env, encoding: 'utf8' })
      return [one.title, answerOf(site, done)]
    })
    fs.rmSync(scratch, { recursive: true, force: true })
    fs.writeFileSync(target, `${JSON.stringify(Object.fromEntries(answers), null, 1)}\n`)
    return answers.length
  },
}

function answerOf(site, { status, stderr }) {
  const lines = stderr
    .replace(/\u001b\[\d+m/g, '')
    .replaceAll(site, 'SITE')
    .split('\n')
    .filter((line) => !NOISE.test(line))
  const ruby = lines.find((line) => /^\/\S+:\d+:in /.test(line))
  const at = ruby === undefined ? lines.length : lines.indexOf(ruby)
  const trace = lines.slice(at).join('\n')
  const out = path.join(site, '_site')
  const output = filesBelow(out).map((name) => [name, fs.readFileSync(path.join(out, name), 'utf8')])
  return {
    exit: status,
    stderr: lines
      .slice(0, at)
      .map((line) => line.trim())
      .filter(Boolean),
    ...(ruby === undefined ? {} : { ruby: trace.replace(/^\/\S+:in `[^']*': /, '').trim() }),
    output: Object.fromEntries(output),
  }
}
