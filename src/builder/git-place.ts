/**
 * Where a repository keeps what it knows, found as git finds it but without git, which would obey the configuration that
 * lies there (docs/decisions/0006-git-without-the-repository.md).
 */
import path from 'node:path'
import { openGate } from '../files/index.ts'

export interface GitPlace {
  /** the folder that `.git` is in, links followed */
  readonly root: string
  /** where HEAD is */
  readonly gitDir: string
  /** where branches, objects and the configuration are: another folder in a worktree */
  readonly commonDir: string
}

/** As many times a branch may be another's name. */
const MAX_NAMES = 5

/** How a configuration says that the objects of its repository have names of the longer kind. */
export const LONG_NAMES = '\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n'

const HASH = /^(?:[\da-f]{40}|[\da-f]{64})$/

/** The repository that the folder `source` lies in; undefined where there is none. */
export function gitPlace(source: string): GitPlace | undefined {
  for (let folder = realPath(source); folder !== undefined; folder = parentOf(folder)) {
    const found = placeIn(folder)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * What of a repository lies outside of its own folder, and so may be another's: a `.git` that leads elsewhere, links in it,
 * objects that are borrowed. Undefined where all is inside.
 */
export function outsideOf({ root, gitDir, commonDir }: GitPlace): string | undefined {
  const gate = openGate(root, { fenced: true })
  const linkBelow = (folder: string): string | undefined => {
    for (const { name, kind } of gate.list(folder)) {
      const place = path.join(folder, name)
      if (kind === 'outside') return place
      const below =
        kind === 'directory' && READ.test(place.slice(commonDir.length)) ? linkBelow(place) : undefined
      if (below !== undefined) return below
    }
    return undefined
  }
  const outside = [gitDir, commonDir].find((place) => gate.kindOf(place) === 'outside')
  if (outside !== undefined) return outside
  const alternates = path.join(commonDir, 'objects/info/alternates')
  const borrows = (readText(alternates) ?? '').trim() !== ''
  return borrows ? alternates : (linkBelow(gitDir) ?? linkBelow(commonDir))
}

/** The folders of a repository that are read. */
const READ = /^[\\/](?:objects|refs)(?:[\\/]|$)/

/** The hash of the commit that is checked out; undefined where there is none yet, or none that could be read. */
export function headOf({ gitDir, commonDir }: GitPlace): string | undefined {
  let name = 'HEAD'
  for (let step = 0; step < MAX_NAMES; step++) {
    const text = (readText(path.join(gitDir, name)) ?? readText(path.join(commonDir, name)))?.trim()
    if (text !== undefined && HASH.test(text)) return text
    const next = text === undefined ? undefined : /^ref:\s*(refs\/\S+)$/.exec(text)?.[1]
    if (next === undefined) return name === 'HEAD' ? undefined : packed(commonDir, name)
    if (next.split('/').includes('..')) return undefined
    name = next
  }
  return undefined
}

/** Whether branches are kept in tables, which only git of 2.45 and later reads. */
export function hasTables({ commonDir }: GitPlace): boolean {
  return isThere(path.join(commonDir, 'reftable'))
}

/** The text of a file of a repository; undefined where there is none, or none of a fitting size. */
export function readText(file: string): string | undefined {
  return openGate('/').text(file)
}

function isThere(place: string): boolean {
  return openGate('/').kindOf(place) !== null
}

function placeIn(root: string): GitPlace | undefined {
  const git = path.join(root, '.git')
  const named = /^gitdir: (.*?)[\r\n]*$/s.exec(readText(git) ?? '')?.[1]
  const gitDir = named === undefined ? git : path.resolve(root, named)
  const common = readText(path.join(gitDir, 'commondir'))?.trim()
  const commonDir = common === undefined ? gitDir : path.resolve(gitDir, common)
  const isOne = isThere(path.join(gitDir, 'HEAD')) && isThere(path.join(commonDir, 'objects'))
  return isOne ? { root, gitDir, commonDir } : undefined
}

function packed(commonDir: string, name: string): string | undefined {
  const rows = (readText(path.join(commonDir, 'packed-refs')) ?? '').split('\n')
  const hash = rows.find((row) => row.trimEnd().endsWith(` ${name}`))?.split(' ')[0]
  return hash !== undefined && HASH.test(hash) ? hash : undefined
}

export function realPath(place: string): string | undefined {
  return openGate('/').realPath(place) ?? undefined
}

function parentOf(folder: string): string | undefined {
  const parent = path.dirname(folder)
  return parent === folder ? undefined : parent
}
