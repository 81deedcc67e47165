/**
 * npm run parity -- [DIR…] [--reference NAME] [--show N] [--keep]
 *
 * Builds each site with a reference (Debian's where none is named) and with Whirl and compares the output. Without DIR:
 * every fixture site under tests/sites. Prints one line per site and ends with 1 when any site differs. `--keep` leaves
 * both outputs.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { compatOf, isThere, referenceAt } from '../../tools/ask/references.mjs'
import { build, fixtureAt, WHIRL } from './builders.mjs'
import { ACCEPTED, CLASSES, compareTrees } from './compare.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reference: { type: 'string', default: 'bookworm' },
    show: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})
const { keep } = values
const show = Number(values.show)
const sites = path.resolve(import.meta.dirname, '../sites')
const dirs =
  positionals.length > 0
    ? positionals
    : fs
        .readdirSync(sites, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.join(sites, entry.name))

const reference = referenceAt(values.reference)
if (!isThere(reference.name)) {
  console.error(
    `parity: ${reference.name} is not there (npm run ask -- --references); the committed outputs are compared by \`npm test\``,
  )
  process.exit(1)
}
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-parity-'))
let exact = 0
for (const dir of dirs) {
  const fixture = fixtureAt(dir)
  const [theirs, ours] = ['jekyll', 'whirl'].map((who) => path.join(scratch, fixture.name, who))
  const a = build(reference, fixture, theirs)
  const b = build(WHIRL, { ...fixture, args: [...fixture.args, '--compat', compatOf(reference.name)] }, ours)
  const files = compareTrees(theirs, ours)
  const bad = files.filter((file) => !ACCEPTED.has(file.class))
  const codes = a.code === b.code ? '' : `exit ${a.code} against ${b.code}`
  const whole = bad.length === 0 && codes === ''
  if (whole) exact++
  const tally = CLASSES.map((name) => [name, files.filter((file) => file.class === name).length])
    .filter(([name, n]) => n > 0 || name === 'same')
    .map(([name, n]) => `${name} ${n}`)
  const times = `${a.seconds.toFixed(2)} s against ${b.seconds.toFixed(2)} s`
  console.log(
    `${whole ? 'exact ' : 'DIFFER'} ${fixture.name.padEnd(24)} ${tally.join(' · ').padEnd(40)} ${times} ${codes}`,
  )
  if (b.code !== 0 && a.code === 0)
    console.log(
      b.stderr
        .trim()
        .split('\n')
        .slice(0, 6)
        .map((line) => `      ${line}`)
        .join('\n'),
    )
  for (const file of bad.slice(0, show))
    console.log(`    ${file.class}  ${file.file}${file.at ? `  ${file.at}` : ''}`)
  if (bad.length > show && show > 0) console.log(`    … and ${bad.length - show} more`)
}
console.log(`parity: ${exact} of ${dirs.length} sites exact${keep ? ` (outputs in ${scratch})` : ''}`)
if (!keep) fs.rmSync(scratch, { recursive: true, force: true })
process.exit(exact === dirs.length ? 0 : 1)
