// What a fresh clone lacks: dependencies (from the lock file) and the bundle. Does nothing when both are up to date.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

const newest = (file) => {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))))
}

export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

export function install() {
  // Through a link, npm would empty the directory of another copy of the repository, which may be in use.
  const modules = path.join(root, 'node_modules')
  if (fs.lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return
  const installed = path.join(modules, '.package-lock.json')
  if (newest(installed) < newest(path.join(root, 'package-lock.json'))) {
    // Not `npm ci`: it wants every platform's sass-embedded in the lock, also where a registry has only some of them.
    console.log('Installing dependencies (npm install) ...')
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])
    fs.utimesSync(installed, new Date(), new Date())
  }
}

export function bundle() {
  const built = newest(path.join(root, 'dist/cli.js'))
  const sources = ['src', 'package.json', 'tools/bundle.mjs'].map((file) => newest(path.join(root, file)))
  if (built < Math.max(...sources)) {
    console.log('Bundling ...')
    run(process.execPath, ['tools/bundle.mjs'])
  }
}
