/** What a site's Gemfile and Gemfile.lock say. */
import fs from 'node:fs'
import path from 'node:path'
import { type Config, PAGES_THEMES } from '../../site/index.ts'
import { readText } from '../read-text.ts'
import { gemfileStatements } from './gemfile-statements.ts'

export interface Bundle {
  /** the registry that `source` names */
  readonly registry: string | undefined
  /** requirements of each gem that the Gemfile names: `~> 2.5` */
  readonly requirements: ReadonlyMap<string, readonly string[]>
  /** undefined where there is none */
  readonly lock: LockFile | undefined
  /** versions that Gemfile.lock names, without a platform */
  readonly locked: ReadonlyMap<string, string>
  /** absolute directories of gems that lie beside the site: `path:`, or `gemspec` for the site itself */
  readonly folders: ReadonlyMap<string, string>
  /** gems taken from git: the first twelve digits of the commit, as Bundler names their directories */
  readonly revisions: ReadonlyMap<string, string>
}

interface LockFile {
  readonly name: string
  readonly text: string | undefined
  /** why it says nothing: `is empty` */
  readonly useless: string | undefined
  /** whether a merge left its marks in it */
  readonly conflicted: boolean
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
    names.map((name) => path.join(source, name)).find((file) => fs.existsSync(file))
  return readBundleFiles(first(GEMFILES), first(LOCKS))
}

/** The Gemfile at `gemfile`, which has another name or stands elsewhere, and its lock. */
export function readBundleAt(gemfile: string): Bundle {
  const lock = /(?:^|\/)gems\.rb$/.test(gemfile) ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`
  return readBundleFiles(gemfile, fs.existsSync(lock) ? lock : undefined)
}

function readBundleFiles(gemfile: string | undefined, lockFile: string | undefined): Bundle {
  const source = path.dirname(gemfile ?? lockFile ?? '/')
  const { gems, gemspec, source: from } = gemfileStatements((gemfile && readText(gemfile)) ?? '')
  const requirements = new Map(gems.map((gem) => [gem.name, gem.requirements]))
  const folders = new Map<string, string>()
  for (const gem of gems) if (gem.path !== undefined) folders.set(gem.name, path.resolve(source, gem.path))
  if (gemspec) for (const name of specsOf(source)) folders.set(name, source)
  let registry = from
  const lock = lockFile === undefined ? undefined : lockIn(lockFile)
  const locked = new Map<string, string>()
  const revisions = new Map<string, string>()
  for (const { kind, remote, revision, gems } of lockSections(lock?.text ?? '')) {
    for (const [name, version] of gems) {
      locked.set(name, version)
      if (kind === 'PATH' && remote !== undefined && !folders.has(name))
        folders.set(name, path.resolve(source, remote))
      if (kind === 'GIT' && revision !== undefined) revisions.set(name, revision.slice(0, 12))
    }
    if (kind === 'GEM' && remote !== undefined) registry ??= remote
  }
  return { registry, requirements, lock, locked, folders, revisions }
}

/** The lock file at `file`, or why it is of no use. */
function lockIn(file: string): LockFile {
  const name = path.basename(file)
  const text = readText(file)
  const conflicted = text !== undefined && /^(?:<{7}|>{7}|={7})(?:\s|$)/m.test(text)
  const useless =
    text === undefined
      ? fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()
        ? 'is a directory'
        : 'cannot be read'
      : text.trim() === ''
        ? 'is empty'
        : /^ {2}specs:/m.test(text)
          ? undefined
          : 'is not what Bundler writes'
  return { name, text: useless === undefined ? text : undefined, useless, conflicted }
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
