/**
 * Writes tests/sites/NAME/expected/ anew with the installed Jekyll: the goldens of the fixture sites.
 *
 *     node tests/sites/regenerate.mjs [NAME…]
 *
 * Look at the difference before committing it: the goldens change only with a site's source.
 */
import fs from 'node:fs'
import path from 'node:path'
import { build, fixtureAt, hasJekyll, JEKYLL } from '../parity/builders.mjs'

const here = import.meta.dirname
const wanted = process.argv.slice(2)
if (!hasJekyll()) {
  console.error('regenerate: needs Jekyll 4.3')
  process.exit(1)
}
for (const entry of fs.readdirSync(here, { withFileTypes: true })) {
  if (!entry.isDirectory() || (wanted.length > 0 && !wanted.includes(entry.name))) continue
  const dir = path.join(here, entry.name)
  const done = build(JEKYLL, fixtureAt(dir), path.join(dir, 'expected'))
  const warnings = done.stderr.trim()
  console.log(`${entry.name}: exit ${done.code}${warnings ? `\n${warnings.split('\n').slice(0, 8).map((l) => `    ${l}`).join('\n')}` : ''}`)
  if (done.code !== 0) process.exitCode = 1
}
