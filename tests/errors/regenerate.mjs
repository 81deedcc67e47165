/**
 * Writes reference.json: what Jekyll says and does about the sites in cases.txt.
 *
 *     node tests/errors/regenerate.mjs
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ENVIRONMENT, hasJekyll } from '../parity/builders.mjs'
import { filesBelow } from '../parity/compare.mjs'
import { readCases, writeSite } from './sites.mjs'

if (!hasJekyll()) {
  console.error('regenerate: needs Jekyll 4.3')
  process.exit(1)
}
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'errors-'))
const answers = {}
for (const { title, args, files } of readCases()) {
  const site = path.join(scratch, 'parent', 'site')
  writeSite(site, files)
  const done = spawnSync('jekyll', ['build', '--disable-disk-cache', ...args], {
    cwd: site,
    env: ENVIRONMENT,
    encoding: 'utf8',
  })
  const lines = done.stderr
    .replace(/\u001b\[\d+m/g, '')
    .replaceAll(site, 'SITE')
    .split('\n')
    .filter(
      (line) =>
        !/^\s*(from |-{20,}$|Jekyll 4\.3\.1 {3}Please append|for any additional|\.\.\. \d+ levels)|^\t|^Configuration file: none/.test(
          line,
        ),
    )
  const ruby = lines.find((line) => /^\/\S+:\d+:in /.test(line))
  const at = ruby === undefined ? lines.length : lines.indexOf(ruby)
  const out = path.join(site, '_site')
  const output = {}
  for (const file of filesBelow(out)) output[file] = fs.readFileSync(path.join(out, file), 'utf8')
  answers[title] = {
    exit: done.status,
    stderr: lines
      .slice(0, at)
      .map((line) => line.trim())
      .filter(Boolean),
    ...(ruby === undefined
      ? {}
      : {
          ruby: lines
            .slice(at)
            .join('\n')
            .replace(/^\/\S+:in `[^']*': /, '')
            .trim(),
        }),
    output,
  }
}
fs.rmSync(scratch, { recursive: true, force: true })
fs.writeFileSync(path.join(import.meta.dirname, 'reference.json'), `${JSON.stringify(answers, null, 1)}\n`)
console.log(`${Object.keys(answers).length} cases`)
