/** The sites of cases.txt, as data and on disk. Plain JavaScript, so that the generator runs without a bundler too. */
import fs from 'node:fs'
import path from 'node:path'

/** Every case: its title, the flags of its build, its files (path -> bytes) and perhaps our own first line. */
export function readCases(file = path.join(import.meta.dirname, 'cases.txt')) {
  return fs
    .readFileSync(file, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((text) => {
      const [title, ...sections] = text.split(/^-- (.+) --$/m)
      const files = new Map()
      let args = []
      let ours
      for (let i = 0; i < sections.length; i += 2) {
        const name = sections[i]
        const body = sections[i + 1].replace(/^\n/, '').replace(/\n+$/, '\n')
        if (name === 'args') args = body.trim().split(' ')
        else if (name === 'ours') ours = body.trim()
        else if (name.endsWith('.base64')) files.set(name.slice(0, -7), Buffer.from(body, 'base64'))
        else files.set(name, Buffer.from(body))
      }
      return { title: title.trim(), args, files, ours }
    })
}

/** Writes `files` to the directory `site`, emptied first. */
export function writeSite(site, files) {
  fs.rmSync(site, { recursive: true, force: true })
  fs.mkdirSync(site, { recursive: true })
  for (const [name, bytes] of files) {
    const file = path.join(site, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, bytes)
  }
}
