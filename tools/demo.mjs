// `npm run demo`: a fresh clone to a built blog in one command.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { bundle, install, root } from './install.mjs'

install()
bundle()
const source = 'examples/blog'
const destination = 'examples/blog/_site'
const began = performance.now()
const done = spawnSync(
  process.execPath,
  ['dist/cli.js', 'build', '--source', source, '--destination', destination],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
if (done.status !== 0) process.exit(done.status ?? 1)
const seconds = (performance.now() - began) / 1000
const files = fs
  .readdirSync(path.join(root, destination), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
const pages = files.filter((entry) => entry.name.endsWith('.html')).length
console.log(`
Built ${pages} pages and ${files.length - pages} other files in ${seconds.toFixed(2)} s (start-up included).
Its source: ${source}
To see it:  node dist/cli.js serve --source ${source}
            and open http://127.0.0.1:4000/
`)
