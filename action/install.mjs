// Makes the program ready to run where the action was checked out: dependencies from the lock file, and the bundle.
// Does nothing when a cache has brought both. With `key` it only prints what the cache is kept under.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { bundle, install, root } from '../tools/install.mjs'

const OLDEST = [20, 19]

/** Names everything the built program depends on: its sources, its dependencies, the system. */
export function cacheKey() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', ...below('src'), ...below('tools'), ...below('themes')])
    hash.update(file).update(fs.readFileSync(path.join(root, file)))
  const node = process.versions.node.split('.')[0]
  return `whirl-${process.platform}-${process.arch}-node${node}-${hash.digest('hex').slice(0, 20)}`
}

function below(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}

/** Built files newer than the sources: a cache restores their times, a checkout makes the sources young. */
function refresh() {
  const now = new Date()
  for (const file of ['node_modules/.package-lock.json', 'dist/cli.js'])
    if (fs.existsSync(path.join(root, file))) fs.utimesSync(path.join(root, file), now, now)
}

function main([task]) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.log(
      `::error::Whirl needs Node ${OLDEST.join('.')} or later, this is ${process.versions.node}: `.concat(
        'run actions/setup-node before it',
      ),
    )
    process.exit(1)
  }
  if (task === 'key') {
    const line = `key=${cacheKey()}\n`
    if (process.env.GITHUB_OUTPUT) fs.appendFileSync(process.env.GITHUB_OUTPUT, line)
    else process.stdout.write(line)
    return
  }
  if (task === 'cached') refresh()
  install()
  bundle()
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
