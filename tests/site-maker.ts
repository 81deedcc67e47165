/**
 * Makes sites on the disk for tests: files in, a directory of its own. It is gone after the test, or after the test file
 * where it was made outside of one.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, onTestFinished, TestRunner } from 'vitest'
import { filesOf } from '../src/read/files-in-text.ts'

/** What `testSite` takes too: texts and bytes by path, or one text in which a line `-- path --` starts each file. */
export type Files = string | Readonly<Record<string, string | Uint8Array>>

export interface SiteFolder {
  readonly root: string
  /** writes files, over those that are there */
  put(files: Files): void
  /** the place of a file */
  at(name: string): string
  read(name: string): string
  has(name: string): boolean
  /** removes a file or a folder */
  remove(name: string): void
  /** paths of all files, sorted, without what is below `.git` */
  list(): readonly string[]
}

/** A new directory with these files. */
export function makeSite(files: Files = {}): SiteFolder {
  const site = newFolder()
  const remove = (): void => site.remove('.')
  if (TestRunner.getCurrentTest() === undefined) afterAll(remove)
  else onTestFinished(remove)
  site.put(files)
  return site
}

/** A new directory for each test of a file or a `describe`, to be called in it. */
export function siteForEachTest(): SiteFolder {
  let site = folderAt('')
  beforeEach(() => {
    site = newFolder()
  })
  afterEach(() => site.remove('.'))
  return {
    get root() {
      return site.root
    },
    put: (files) => site.put(files),
    at: (name) => site.at(name),
    read: (name) => site.read(name),
    has: (name) => site.has(name),
    remove: (name) => site.remove(name),
    list: () => site.list(),
  }
}

/** A new directory for a hook, which can arrange nothing for later: whoever makes it removes it. */
export function newFolder(room = os.tmpdir()): SiteFolder {
  return folderAt(fs.realpathSync(fs.mkdtempSync(path.join(room, 'whirl-site-'))))
}

/** A directory that is there already. */
export function folderAt(root: string): SiteFolder {
  const at = (name: string): string => path.join(root, name)
  return {
    root,
    put(files) {
      const given = typeof files === 'string' ? filesOf(files) : Object.entries(files)
      for (const [name, content] of given) {
        fs.mkdirSync(path.dirname(at(name)), { recursive: true })
        fs.writeFileSync(at(name), content)
      }
    },
    at,
    read: (name) => fs.readFileSync(at(name), 'utf8'),
    has: (name) => fs.existsSync(at(name)),
    remove: (name) => fs.rmSync(at(name), { recursive: true, force: true }),
    list: () =>
      fs
        .readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => !/(?:^|\/)\.git\//.test(name) && fs.statSync(at(name)).isFile())
        .sort(),
  }
}
