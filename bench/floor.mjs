/**
 * node bench/floor.mjs SOURCE [OUT LIST]: reads every file of SOURCE, and writes files of the sizes that LIST has by path
 * below OUT. Nothing else: less no program can do.
 */
import fs from 'node:fs'
import path from 'node:path'

const [source, out, list] = process.argv.slice(2)
const LEFT_OUT = new Set(['.git', '.jekyll-cache', '_site'])

function read(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) read(place)
    else if (entry.isFile()) fs.readFileSync(place)
  }
}

read(source)
if (list !== undefined) {
  const files = JSON.parse(fs.readFileSync(list, 'utf8'))
  const bytes = Buffer.alloc(Math.max(0, ...files.map(([, size]) => size)), 'x')
  const folders = new Set()
  for (const [file, size] of files) {
    const target = path.join(out, file)
    const folder = path.dirname(target)
    if (!folders.has(folder)) fs.mkdirSync(folder, { recursive: true })
    folders.add(folder)
    fs.writeFileSync(target, bytes.subarray(0, size))
  }
}
