/** Ruby's own dates, YAML, paths and texts: generate.rb writes the tables beside it. */
import fs from 'node:fs'
import path from 'node:path'
import { referenceAt } from '../references.mjs'
import { runRuby } from '../ruby.mjs'

export const baseTables = {
  files: /^tests\/base\/cases\/generate\.rb$/,
  record({ file }) {
    const folder = path.dirname(file)
    const asked = fs.readdirSync(folder).filter((name) => name !== path.basename(file))
    const files = Object.fromEntries(asked.map((name) => [name, path.join(folder, name)]))
    const collect = (root) => {
      for (const name of fs.readdirSync(root))
        if (name.endsWith('.json')) fs.copyFileSync(path.join(root, name), path.join(folder, name))
    }
    return runRuby(referenceAt('bookworm'), file, '', { files, collect }).trim().split('\n').length
  },
}
