// npm run conformance -- <suite> [--update]: the outside cases of an engine (liquid, kramdown, …), failures printed.
// Runs tests/<suite>/conformance.test.ts, which holds them against the ratchet conformance/<suite>.snap.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const wanted = words.filter((word) => !word.startsWith('-'))
const suites = fs
  .readdirSync(path.join(root, 'tests'))
  .filter((name) => fs.existsSync(path.join(root, 'tests', name, 'conformance.test.ts')))
const unknown = wanted.filter((name) => !suites.includes(name))
if (unknown.length > 0) {
  console.error(`no conformance suite ${unknown.join(', ')}; there are: ${suites.join(', ')}`)
  process.exit(1)
}
const files = (wanted.length > 0 ? wanted : suites).map((name) => `tests/${name}/conformance.test.ts`)
const update = words.includes('--update') ? { CONFORMANCE_UPDATE: '1' } : {}
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CONFORMANCE_PRINT: '1', ...update },
})
process.exit(status ?? 1)
