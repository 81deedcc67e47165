// Runs the acceptance scenarios of Jekyll 3.10 (features/*.feature of jekyll/jekyll at v3.10.0) in GitHub Pages mode,
// with the runner of the shared material. Exits with 0 when only those fail that are known to, each for its reason.
//
//     node tests/parity/jekyll-3-scenarios.mjs --mirror DIR [--only REGEX]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const root = path.resolve(import.meta.dirname, '../..')
const runner = path.join(root, '../shared/conformance/jekyll-features')
const TAG = 'v3.10.0'

/** Scenarios that fail, by id, and why. */
const KNOWN = {
  'collections:391': "a step of Ruby's suite",
  'create_sites:6': '`new --blank` makes what Jekyll 4 makes',
  'include_relative_tag:51': 'GitHub Pages makes a page of the snippet (jekyll-optional-front-matter)',
  'incremental_rebuild:89': 'safe mode keeps no cache',
  'rendering:159': 'GitHub Pages always converts CoffeeScript',
}

const { values } = parseArgs({ options: { mirror: { type: 'string' }, only: { type: 'string' } } })
const repository = path.join(values.mirror ?? '.', 'jekyll+jekyll/repo')
if (values.mirror === undefined || !fs.existsSync(repository) || !fs.existsSync(runner)) {
  console.error('jekyll/jekyll has to be in --mirror DIR, and the shared material beside the repository')
  process.exit(2)
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-jekyll3-'))
const data = JSON.parse(fs.readFileSync(path.join(runner, 'scenarios.json'), 'utf8'))
// The runner's collections are those of Jekyll 4.3, which have one file more.
for (const name of Object.keys(data.fixtures.collections))
  if (name.includes('trailing-dots')) delete data.fixtures.collections[name]
const tags = new Map(data.scenarios.map((one) => [`${one.feature}: ${one.name}`, one]))
const names = git('ls-tree', '-r', '--name-only', TAG, 'features').split('\n')
data.scenarios = names
  .filter((name) => name.endsWith('.feature'))
  .sort()
  .flatMap((name) => scenariosOf(path.basename(name, '.feature'), git('show', `${TAG}:${name}`)))
  .map((one) => {
    const {
      id: _,
      feature: __,
      name: ___,
      steps: ____,
      ...marks
    } = tags.get(`${one.feature}: ${one.name}`) ?? {}
    return { ...one, ...marks }
  })
fs.writeFileSync(path.join(work, 'scenarios.json'), JSON.stringify(data))
fs.copyFileSync(path.join(runner, 'run.mjs'), path.join(work, 'run.mjs'))
const command = path.join(work, 'jekyll')
const cli = `exec node ${path.join(root, 'dist/cli.js')} "$@"`
fs.writeFileSync(
  command,
  `#!/bin/sh\ncase "$1" in build|b|serve|server|s) ${cli} --compat github-pages --offline ;; *) ${cli} ;; esac\n`,
  { mode: 0o755 },
)
const report = path.join(work, 'report.json')
const args = ['run.mjs', '--command', command, '--no-trace', '--show', '0', '--json', report]
if (values.only !== undefined) args.push('--only', values.only)
spawnSync(process.execPath, args, { cwd: work, env: { ...process.env, HOME: work } })

const { scenarios } = JSON.parse(fs.readFileSync(report, 'utf8'))
const failed = scenarios.filter(({ status }) => status === 'failed')
const passed = scenarios.filter(({ status }) => status === 'passed').length
for (const { id, name, step, reason } of failed)
  console.log(
    `${KNOWN[id] === undefined ? 'FAIL' : 'known'} ${id} ${name}\n      ${KNOWN[id] ?? `${step}: ${reason}`}`,
  )
const unknown = failed.filter(({ id }) => KNOWN[id] === undefined).length
console.log(
  `jekyll-3-scenarios: ${passed} passed, ${failed.length - unknown} known to fail, ${unknown} failed`,
)
fs.rmSync(work, { recursive: true, force: true })
process.exitCode = unknown === 0 && passed > 0 ? 0 : 1

/** The scenarios of a feature file, its outlines spelt out. */
function scenariosOf(file, text) {
  const lines = text.split('\n')
  const background = []
  const found = []
  let feature = ''
  let steps
  let docstring
  for (const [index, line] of lines.entries()) {
    const words = line.trim()
    if (docstring !== undefined) {
      if (words === '"""') {
        steps.at(-1).docstring = docstring.rows.join('\n')
        docstring = undefined
      } else
        docstring.rows.push(
          line.slice(0, docstring.indent).trim() === '' ? line.slice(docstring.indent) : words,
        )
    } else if (words === '"""') docstring = { indent: line.length - line.trimStart().length, rows: [] }
    else if (words.startsWith('Feature:')) feature = words.slice(8).trim()
    else if (words.startsWith('Background:')) steps = background
    else if (/^Scenario(?: Outline)?:/.test(words)) {
      steps = []
      found.push({ id: `${file}:${index + 1}`, feature, name: words.replace(/^[^:]*:\s*/, ''), steps })
    } else if (words.startsWith('Examples:')) {
      found.at(-1).examples = []
    } else if (words.startsWith('|')) {
      const cells = words
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/\\(\\|n|\|)/g, (_, char) => (char === 'n' ? '\n' : char)))
      const examples = found.at(-1)?.examples
      if (examples === undefined) (steps.at(-1).table ??= []).push(cells)
      else examples.push(cells)
    } else {
      const step = /^(?:Given|When|Then|And|But)\s+(.*)/.exec(words)
      if (step !== null && steps !== undefined) steps.push({ text: step[1] })
    }
  }
  return found.flatMap(({ examples, ...one }) => {
    const whole = { ...one, steps: [...background, ...one.steps] }
    if (examples === undefined) return [whole]
    const [head, ...rows] = examples
    return rows.map((row) =>
      JSON.parse(
        head.reduce(
          (json, name, i) => json.replaceAll(`<${name}>`, JSON.stringify(row[i]).slice(1, -1)),
          JSON.stringify(whole),
        ),
      ),
    )
  })
}

function git(...words) {
  const done = spawnSync('git', ['--git-dir', repository, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (done.status !== 0) throw new Error(done.stderr)
  return done.stdout
}
