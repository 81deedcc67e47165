// Builds a site with the bundled command, so that V8 compiles what a build needs, and keeps the compiled code of all that
// was loaded and has none yet. Run by tools/bundle.mjs in a process of its own: `node tools/record-code.mjs build …`, or
// `node tools/record-code.mjs PACKAGE SHEET`, which has Sass compile one style sheet.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [first, ...rest] = process.argv.slice(2)
const load = createRequire(import.meta.url)(path.resolve('dist/load.cjs'))
if (first === 'build') {
  process.argv = [process.argv[0], 'whirl', first, ...rest]
  load.start()
} else {
  process.on('exit', (code) => code === 0 && load.record())
  load.require(first).compileString(fs.readFileSync(rest[0], 'utf8').replace(/^---\n---\n/, ''))
}
