/** node tests/themes/regenerate.mjs: asks the installed Jekyll what it makes of the cases, and writes reference.json. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { CASES } from './cases.mjs'
import { layOut, outputOf } from './lay-out.mjs'

const gemPath = spawnSync('gem', ['env', 'gempath'], { encoding: 'utf8' }).stdout.trim()
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

const answers = {}
for (const each of CASES) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-theme-'))
  const { site, gems } = layOut(root, each)
  const done = spawnSync('jekyll', ['build', '--disable-disk-cache'], {
    cwd: site,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: root,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      JEKYLL_NO_BUNDLER_REQUIRE: 'true',
      GEM_PATH: `${gems}:${gemPath}`,
    },
  })
  const said = done.stderr
    .replaceAll(/\x1b\[[0-9;]*m/g, '')
    .replaceAll(root, '')
    .split('\n')
    .map((line) => line.trim())
  const failed = done.status !== 0
  answers[each.name] = failed
    ? { code: done.status, error: errorIn(said) }
    : { code: 0, warnings: said.filter(isWarning), files: outputOf(path.join(site, '_site')) }
  fs.rmSync(root, { recursive: true })
}
fs.writeFileSync(new URL('reference.json', import.meta.url), `${JSON.stringify(answers, null, 2)}\n`)
