// `npm run check`: format and lint, types, imports, tests; says how long each took. `npm run check liquid` does one module.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { install, root } from './install.mjs'

install()
const only = process.argv[2]
const bin = (name) => path.join(root, 'node_modules/.bin', name)
const steps = [
  [
    'format and lint',
    bin('biome'),
    ['check', '--error-on-warnings', ...(only ? [`src/${only}`, `tests/${only}`] : ['.'])],
  ],
  ['types', bin('tsc'), ['--noEmit']],
  ['imports', process.execPath, ['tools/check-imports.mjs']],
  ['tests', process.execPath, ['tools/test.mjs', ...(only ? [`tests/${only}/`] : [])]],
]
const times = []
for (const [name, command, args] of steps) {
  const began = performance.now()
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  times.push(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (done.status !== 0) {
    console.error(`\ncheck: ${name} failed (${times.join(', ')})`)
    process.exit(1)
  }
}
console.log(`\ncheck: all green (${times.join(', ')})`)
