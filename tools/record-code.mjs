// Builds a site with the bundled command, so that V8 compiles what a build needs, and keeps the compiled code of NAME.
// Run by tools/bundle.mjs in a process of its own: `node tools/record-code.mjs NAME SITE OUTPUT`.
import { createRequire } from 'node:module'
import path from 'node:path'

const [name, site, output] = process.argv.slice(2)
const load = createRequire(import.meta.url)(path.resolve('dist/load.cjs'))
process.argv = [process.argv[0], 'whirl', 'build', '--quiet', '--source', site, '--destination', output]
load.start()
process.on('exit', (code) => code === 0 && load.record(name))
