#!/usr/bin/env node
// `npm create whirl PATH`: what `whirl new PATH` makes, and a package.json, so that npm brings the command to whoever has the blog.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [place, ...more] = process.argv.slice(2)
if (place === undefined || place === '--help' || place === '-h') {
  console.log('npm create whirl PATH [-- --force]\n\nMakes a new blog in PATH, as `whirl new` does; npm install brings Whirl to it.')
  process.exit(place === undefined ? 1 : 0)
}
const manifest = createRequire(import.meta.url).resolve('whirl-blog/package.json')
const { bin, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'))
const whirl = path.join(path.dirname(manifest), bin.whirl)
const made = spawnSync(process.execPath, [whirl, 'new', place, ...more], { stdio: ['inherit', 'ignore', 'inherit'] })
if (made.status !== 0) process.exit(made.status ?? 1)

const scripts = { start: 'whirl serve --livereload --drafts', build: 'whirl build', check: 'whirl check' }
const blog = { private: true, scripts, devDependencies: { 'whirl-blog': `^${version}` } }
fs.writeFileSync(path.join(place, 'package.json'), `${JSON.stringify(blog, null, 2)}\n`)
const word = /^[\w./@+-]+$/.test(place) ? place : `'${place.replaceAll("'", "'\\''")}'`
console.log(`A new blog is in ${path.resolve(place)}

  cd ${word}
  npm install       # brings Whirl
  npm start         # shows the blog at http://localhost:4000, and follows what you write
  npm run build     # writes it to _site
  npx whirl post "A title"
`)
