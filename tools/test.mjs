// `npm test`: installs and bundles when needed, runs everything, closes with `N passed, N failed`.
// Arguments go to Vitest: `npm test -- tests/liquid`.
import { bundle, install, root } from './install.mjs'

install()
bundle()
process.chdir(root)
process.env.TZ = 'UTC'
// What the lock file brings is there only now.
const { parseCLI, startVitest } = await import('vitest/node')
const { TestProgress } = await import('./test-progress.mjs')
const progress = new TestProgress()
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
let tally = { passed: 0, failed: 1, skipped: 0 }
try {
  const vitest = await startVitest('test', filter, { ...options, reporters: [progress] })
  await vitest.close()
  tally = progress.tally
} catch (error) {
  console.error(error)
}
const { passed, failed, skipped } = tally
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && !process.exitCode ? 0 : 1)
