/**
 * What a site's Gemfile and Gemfile.lock say of its theme. A Gemfile is Ruby and is not run: the lines that everybody
 * writes are read, any other way of saying it is left alone.
 */
import fs from 'node:fs'
import path from 'node:path'
import { type Config, PAGES_THEMES } from '../../site/index.ts'
import { readText } from '../read-text.ts'

export interface Bundle {
  /** the registry that `source` names */
  readonly registry: string | undefined
  /** requirements of each gem that the Gemfile names: `~> 2.5` */
  readonly requirements: ReadonlyMap<string, readonly string[]>
  /** whether there is a lock file, and whether a merge left its marks in it */
  readonly hasLock: boolean
  readonly conflicted: boolean
  /** versions that Gemfile.lock names, without a platform */
  readonly locked: ReadonlyMap<string, string>
  /** absolute directories of gems that lie beside the site: `path:`, or `gemspec` for the site itself */
  readonly folders: ReadonlyMap<string, string>
  /** gems taken from git: the first twelve digits of the commit, as Bundler names their directories */
  readonly revisions: ReadonlyMap<string, string>
}

const GEMFILES = ['Gemfile', 'gems.rb']
const LOCKS = ['Gemfile.lock', 'gems.locked']

/**
 * What the Gemfile and Gemfile.lock of the site of `config` say. GitHub Pages reads neither and has one version of each of
 * its themes.
 */
export function bundleOf({ source, githubPages }: Pick<Config, 'source' | 'githubPages'>): Bundle {
  const bundle = readBundle(source)
  return githubPages ? { ...bundle, locked: new Map([...bundle.locked, ...PAGES_THEMES]) } : bundle
}

/** Whether `folder` has a Gemfile or its lock. */
export function hasBundle(folder: string): boolean {
  return [...GEMFILES, ...LOCKS].some((name) => fs.existsSync(path.join(folder, name)))
}

/** Reads both files of `source`; what is not there says nothing. */
export function readBundle(source: string): Bundle {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => readText(path.join(source, name))).find((text) => text !== undefined)
  const gemfile = first(GEMFILES) ?? ''
  const written = first(LOCKS)
  const lock = written ?? ''
  const requirements = new Map<string, readonly string[]>()
  const folders = new Map<string, string>()
  let registry: string | undefined
  for (const line of gemfile.split('\n')) {
    const from = /^\s*source\s*(?:\(\s*)?["']([^"']+)["']/.exec(line)?.[1]
    if (from !== undefined) registry ??= from
    const gem = /^\s*gem\s*(?:\(\s*)?["']([^"']+)["'](.*)$/.exec(line)
    if (gem !== null) {
      const [, name = '', rest = ''] = gem
      requirements.set(name, versionsIn(rest))
      const folder = /(?:\bpath:|:path\s*=>)\s*["']([^"']+)["']/.exec(rest)?.[1]
      if (folder !== undefined) folders.set(name, path.resolve(source, folder))
    }
    if (/^\s*gemspec\b/.test(line)) for (const name of specsOf(source)) folders.set(name, source)
  }
  const sections = lockSections(lock)
  const locked = new Map<string, string>()
  const revisions = new Map<string, string>()
  for (const { kind, remote, revision, gems } of sections) {
    for (const [name, version] of gems) {
      locked.set(name, version)
      if (kind === 'PATH' && remote !== undefined && !folders.has(name))
        folders.set(name, path.resolve(source, remote))
      if (kind === 'GIT' && revision !== undefined) revisions.set(name, revision.slice(0, 12))
    }
    if (kind === 'GEM' && remote !== undefined) registry ??= remote
  }
  const conflicted = /^(?:<{7}|>{7}|={7})(?:\s|$)/m.test(lock)
  return { registry, requirements, hasLock: written !== undefined, conflicted, locked, folders, revisions }
}

/** The texts of a `gem` line that come before its options: `"~> 2.5", ">= 2.5.1"`. */
function versionsIn(rest: string): readonly string[] {
  const found: string[] = []
  const each = /\s*,\s*["']([^"']*)["'](?!\s*=>)/y
  for (let match = each.exec(rest); match !== null; match = each.exec(rest)) found.push(match[1] ?? '')
  return found
}

interface LockSection {
  /** `GEM`, `PATH` or `GIT` */
  readonly kind: string
  remote?: string
  revision?: string
  readonly gems: [string, string][]
}

function lockSections(text: string): readonly LockSection[] {
  const sections: LockSection[] = []
  for (const line of text.split('\n')) {
    const kind = /^[A-Z][A-Z ]*$/.exec(line.trimEnd())?.[0]
    if (kind !== undefined && !line.startsWith(' ')) sections.push({ kind, gems: [] })
    const section = sections.at(-1)
    if (section === undefined) continue
    const gem = /^ {4}(\S+) \((\d[^)]*)\)\s*$/.exec(line)
    const field = /^ {2}(remote|revision): (\S+)\s*$/.exec(line)
    if (gem !== null) section.gems.push([gem[1] ?? '', (gem[2] ?? '').split('-')[0] ?? ''])
    else if (field?.[1] === 'remote') section.remote ??= field[2] ?? ''
    else if (field?.[1] === 'revision') section.revision = field[2] ?? ''
  }
  return sections
}

/** The names of the gems that a directory is the source of. */
function specsOf(folder: string): readonly string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.gemspec'))
    .map((name) => name.slice(0, -'.gemspec'.length))
}
