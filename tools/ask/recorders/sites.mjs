/** The fixture sites: `expected/` beside `source/`. Look at the difference: it changes only with a site's source. */
import fs from 'node:fs'
import path from 'node:path'
import { build, fixtureAt } from '../../../tests/parity/builders.mjs'
import { referenceAt } from '../references.mjs'

export const sites = {
  files: /^tests\/sites\/[\w-]+$/,
  record({ file }) {
    const { code, stderr } = build(referenceAt('bookworm'), fixtureAt(file), path.join(file, 'expected'))
    const lines = stderr.trim().split('\n').slice(0, 8)
    if (code !== 0) throw new Error(`${file}: exit ${code}\n${lines.join('\n')}`)
    if (lines[0] !== '') console.log(lines.map((line) => `    ${line}`).join('\n'))
    return fs.readdirSync(path.join(file, 'expected'), { recursive: true }).length
  },
}
