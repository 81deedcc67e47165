#!/usr/bin/env node
// Words of old Nodes, up to where `whirl new` says which one it needs. `npm create whirl PATH`: what `whirl new PATH` makes, and a package.json, so that npm brings the command to whoever has the blog.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import util from 'node:util'

const args = process.argv.slice(2)
const help = args.includes('--help') || args.includes('-h')
if (help || args.length === 0) {
  console.log('npm create whirl PATH [-- --force]\n\nMakes a new blog in PATH, as `whirl new` does; npm install brings Whirl to it.')
  process.exit(help ? 0 : 1)
}
const manifest = createRequire(import.meta.url).resolve('whirl-blog/package.json')
const { bin, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'))
const whirl = path.join(path.dirname(manifest), bin.whirl)
const made = spawnSync(process.execPath, [whirl, 'new', ...args], { stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8' })
// Which of the words are the path is for `whirl new` to say: several are one name, and flags may stand before them.
const root = (/installed in (.*)\. $/m.exec(util.stripVTControlCharacters ? util.stripVTControlCharacters(made.stdout) : made.stdout) || [])[1]
if (made.status !== 0 || root === undefined) {
  process.stdout.write(made.stdout)
  process.exit(made.status === null ? 1 : made.status)
}

const scripts = { start: 'whirl serve --livereload --drafts', build: 'whirl build', check: 'whirl check' }
const blog = { private: true, scripts, devDependencies: { 'whirl-blog': `^${version}` } }
fs.writeFileSync(path.join(root, 'package.json'), `${JSON.stringify(blog, null, 2)}\n`)
const place = path.relative('', root) || '.'
const word = /^[\w./@+-]+$/.test(place) ? place : `'${place.replaceAll("'", "'\\''")}'`
console.log(`A new blog is in ${root}

  cd ${word}
  npm install       # brings Whirl
  npm start         # shows the blog at http://localhost:4000, and follows what you write
  npm run build     # writes it to _site
  npx whirl post "A title"
`)
