// `npm test`: installs and bundles when needed, runs everything, closes with `N passed, N failed`.
// Arguments go to Vitest: `npm test -- tests/liquid`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundle, install, root } from './install.mjs'

install()
bundle()
const report = path.join(os.tmpdir(), `whirl-tests-${process.pid}.json`)
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const done = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } },
)
let tally = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 }
if (fs.existsSync(report)) {
  tally = JSON.parse(fs.readFileSync(report, 'utf8'))
  fs.rmSync(report)
}
const brokenFiles = (tally.testResults ?? []).filter(
  (f) => f.status === 'failed' && f.assertionResults.length === 0,
)
const failed = tally.numFailedTests + brokenFiles.length
const skipped = (tally.numPendingTests ?? 0) + (tally.numTodoTests ?? 0)
console.log(`\n${tally.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(done.status === 0 && failed === 0 ? 0 : 1)
