/** What Jekyll makes of the sites with themes in cases.mjs: reference.json beside it. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CASES } from '../../../tests/themes/cases.mjs'
import { layOut, outputOf } from '../../../tests/themes/lay-out.mjs'
import { referenceAt } from '../references.mjs'

export const themes = {
  files: /^tests\/themes\/cases\.mjs$/,
  record({ file, title }) {
    const reference = referenceAt('bookworm')
    const gems = spawnSync('gem', ['env', 'gempath'], { encoding: 'utf8' }).stdout.trim()
    const target = path.join(path.dirname(file), 'reference.json')
    const old = JSON.parse(fs.readFileSync(target, 'utf8'))
    const answers = CASES.map((one) => [
      one.name,
      one.name in old && !one.name.includes(title) ? old[one.name] : answerOf(reference, one, gems),
    ])
    fs.writeFileSync(target, `${JSON.stringify(Object.fromEntries(answers), null, 2)}\n`)
    return answers.length
  },
}

function answerOf({ command, env }, one, gemPath) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-theme-'))
  const { site, gems } = layOut(root, one)
  const done = spawnSync(command[0], ['build', '--disable-disk-cache'], {
    cwd: site,
    encoding: 'utf8',
    env: { ...env, HOME: root, GEM_PATH: `${gems}:${gemPath}` },
  })
  const said = done.stderr
    .replaceAll(/\x1b\[[0-9;]*m/g, '')
    .replaceAll(root, '')
    .split('\n')
    .map((line) => line.trim())
  const files = outputOf(path.join(site, '_site'))
  fs.rmSync(root, { recursive: true })
  return done.status === 0
    ? { code: 0, warnings: said.filter(isWarning), files }
    : { code: done.status, error: errorIn(said) }
}

/** The sentence of the error, without the trace that comes with it. */
function errorIn(lines) {
  const liquid = lines.find((line) => line.startsWith('Liquid Exception: '))
  if (liquid !== undefined) return liquid.slice('Liquid Exception: '.length)
  return /: (.*) \([\w:]+\)$/.exec(lines.find((line) => /in `.*' ?: |in `.*': /.test(line)) ?? '')?.[1]
}

/** Conflicts are worded in our own way, and Ruby warns of itself. */
function isWarning(line) {
  return line !== '' && !/warning:|^Conflict:|^The written file may|^\/site\/_site\/|^- /.test(line)
}
