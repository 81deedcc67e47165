/** A directory for one test, removed after it. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'

export interface Scratch {
  readonly root: string
  put(files: Readonly<Record<string, string>>): void
  read(name: string): string
  /** paths of all files, sorted, without what is below `.git` */
  list(): readonly string[]
}

/** To be called at the top of a test file. */
export function scratch(): Scratch {
  let root = ''
  beforeEach(() => {
    root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-cli-')))
  })
  afterEach(() => fs.rmSync(root, { recursive: true, force: true }))
  return {
    get root() {
      return root
    },
    put(files) {
      for (const [name, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
        fs.writeFileSync(path.join(root, name), text)
      }
    },
    read: (name) => fs.readFileSync(path.join(root, name), 'utf8'),
    list: () =>
      fs
        .readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => !/(?:^|\/)\.git\//.test(name) && fs.statSync(path.join(root, name)).isFile())
        .sort(),
  }
}
