/** Builds sites with a reference, each in a folder of its own. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What a memory tree says of its files. */
const MTIME = 1704067200

/** Runs `use` with a new folder that holds `files` (path -> text), and removes it after. */
export function withFiles(files, use) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ask-site-')))
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root, name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, text)
      fs.utimesSync(file, MTIME, MTIME)
    }
    return use(root)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

/** `jekyll build` of the folder: what was written, by path, and what was said without colours. */
export function buildIn(root, reference) {
  const out = path.join(root, '_site')
  fs.rmSync(out, { recursive: true, force: true })
  const [command, ...words] = reference.command
  const args = [...words, 'build', '--disable-disk-cache', '-s', root, '-d', out]
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: reference.env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const said = stderr.replace(/\u001b\[\d*m/g, '').replaceAll(root, 'SITE')
  const names = fs.existsSync(out) ? fs.readdirSync(out, { recursive: true, encoding: 'utf8' }).sort() : []
  const files = names
    .filter((name) => fs.statSync(path.join(out, name)).isFile())
    .map((name) => [name, fs.readFileSync(path.join(out, name), 'utf8')])
  return { status, stdout, said, files: Object.fromEntries(files) }
}

/** All files of a built site in one text. */
export const inOneText = (files) =>
  Object.entries(files)
    .map(([name, text]) => `${name}\n${text.trim()}\n`)
    .join('\n')
