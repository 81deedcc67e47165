/** What a site's Gemfile and Gemfile.lock say. */
import path from 'node:path'
import type { Gate } from '../../files/index.ts'
import { type Config, type LockFault, PAGES_THEMES } from '../../site/index.ts'
import { siteGate } from '../source-tree.ts'
import { gemfileStatements } from './gemfile-statements.ts'

export interface Bundle {
  /** the registry that `source` names */
  readonly registry: string | undefined
  /** requirements of each gem that the Gemfile names: `~> 2.5` */
  readonly requirements: ReadonlyMap<string, readonly string[]>
  /** what Bundler loads for the group `:jekyll_plugins`, in order, by the names that `require` knows */
  readonly plugins: readonly string[]
  /** undefined where there is none */
  readonly lock: LockFile | undefined
  /** versions that Gemfile.lock names, without a platform; `ruby` is the one it says to be built with */
  readonly locked: ReadonlyMap<string, string>
  /** absolute directories of gems that lie beside the site: `path:`, or `gemspec` for the site itself */
  readonly folders: ReadonlyMap<string, string>
  /** gems taken from git: the first twelve digits of the commit, as Bundler names their directories */
  readonly revisions: ReadonlyMap<string, string>
}

interface LockFile {
  /** absolute */
  readonly file: string
  /** empty where it cannot be read */
  readonly text: string
  /** the line at which its gems begin, from 1; of no meaning without any */
  readonly line: number
  readonly fault: LockFault | undefined
}

const GEMFILES = ['Gemfile', 'gems.rb']
const LOCKS = ['Gemfile.lock', 'gems.locked']

/**
 * What Bundler's files of the site of `config` say, `found` before or beside the site. GitHub Pages reads none and has one
 * version of each of its themes.
 */
export function bundleOf(
  config: Pick<Config, 'source' | 'safe' | 'githubPages'>,
  { bundle: found }: { readonly bundle?: Bundle | undefined } = {},
): Bundle {
  const bundle = found ?? readBundle(config.source, siteGate(config))
  return config.githubPages ? { ...bundle, locked: new Map([...bundle.locked, ...PAGES_THEMES]) } : bundle
}

/** Whether `folder` has a Gemfile or its lock. */
export function hasBundle(folder: string, gate: Gate): boolean {
  return [...GEMFILES, ...LOCKS].some((name) => gate.kindOf(path.join(folder, name)) !== null)
}

/** Reads both files of `source`; what is not there says nothing. */
export function readBundle(source: string, gate: Gate): Bundle {
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => path.join(source, name)).find((file) => gate.kindOf(file) !== null)
  return readBundleFiles(first(GEMFILES), first(LOCKS), gate)
}

/** The Gemfile at `gemfile`, which has another name or stands elsewhere, and its lock. */
export function readBundleAt(gemfile: string, gate: Gate): Bundle {
  const lock = /(?:^|\/)gems\.rb$/.test(gemfile) ? gemfile.replace(/rb$/, 'locked') : `${gemfile}.lock`
  return readBundleFiles(gemfile, gate.kindOf(lock) === null ? undefined : lock, gate)
}

function readBundleFiles(gemfile: string | undefined, lockFile: string | undefined, gate: Gate): Bundle {
  const source = path.dirname(gemfile ?? lockFile ?? '/')
  const { gems, gemspec, source: from } = gemfileStatements((gemfile && gate.text(gemfile)) ?? '')
  const requirements = new Map(gems.map((gem) => [gem.name, gem.requirements]))
  const folders = new Map<string, string>()
  for (const gem of gems) if (gem.path !== undefined) folders.set(gem.name, path.resolve(source, gem.path))
  if (gemspec) for (const name of specsOf(source, gate)) folders.set(name, source)
  let registry = from
  const lock = lockFile === undefined ? undefined : lockIn(lockFile, gate)
  const locked = new Map<string, string>()
  const revisions = new Map<string, string>()
  for (const { kind, remote, revision, gems } of lockSections(
    lock === undefined || isUseless(lock) ? '' : lock.text,
  )) {
    for (const [name, version] of gems) {
      locked.set(name, version)
      if (kind === 'PATH' && remote !== undefined && !folders.has(name))
        folders.set(name, path.resolve(source, remote))
      if (kind === 'GIT' && revision !== undefined) revisions.set(name, revision.slice(0, 12))
    }
    if (kind === 'GEM' && remote !== undefined) registry ??= remote
  }
  const plugins = gems.flatMap((gem) => gem.plugins)
  return { registry, requirements, plugins, lock, locked, folders, revisions }
}

/** The lock file at `file`, or why it is of no use; undefined where it is passed over. */
function lockIn(file: string, gate: Gate): LockFile | undefined {
  const text = gate.text(file)
  const kind = text === undefined ? gate.kindOf(file) : 'file'
  if (kind === 'other' || kind === 'outside') return undefined
  const fault = faultOf(text, kind === 'directory')
  return { file, text: text ?? '', line: lineOf(text ?? '', /^ {2}specs:/m) ?? 1, fault }
}

function faultOf(text: string | undefined, isFolder: boolean): LockFault | undefined {
  if (text === undefined)
    return { kind: 'useless', message: isFolder ? 'is a directory' : 'cannot be read', line: undefined }
  if (text.trim() === '') return { kind: 'useless', message: 'is empty', line: undefined }
  const mark = lineOf(text, /^(?:<{7}|>{7}|={7})(?:\s|$)/m)
  if (mark !== undefined)
    return { kind: 'conflict', message: 'holds the marks of a merge (<<<<<<<)', line: mark }
  if (/^ {2}specs:/m.test(text)) return undefined
  return { kind: 'useless', message: 'is not what Bundler writes', line: 1 }
}

function isUseless({ fault }: LockFile): boolean {
  return fault?.kind === 'useless'
}

/** The line, from 1, of the first match of `pattern`. */
function lineOf(text: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(text)
  return match === null ? undefined : text.slice(0, match.index).split('\n').length
}

interface LockSection {
  /** `GEM`, `PATH`, `GIT`, `RUBY VERSION` */
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
    const ruby = section.kind === 'RUBY VERSION' ? /^ {3}ruby (\d+(?:\.\d+)*)/.exec(line)?.[1] : undefined
    if (ruby !== undefined) section.gems.push(['ruby', ruby])
    const field = /^ {2}(remote|revision): (\S+)\s*$/.exec(line)
    if (gem !== null) section.gems.push([gem[1] ?? '', (gem[2] ?? '').split('-')[0] ?? ''])
    else if (field?.[1] === 'remote') section.remote ??= field[2] ?? ''
    else if (field?.[1] === 'revision') section.revision = field[2] ?? ''
  }
  return sections
}

/** The names of the gems that a directory is the source of. */
function specsOf(folder: string, gate: Gate): readonly string[] {
  return gate
    .names(folder)
    .filter((name) => name.endsWith('.gemspec'))
    .map((name) => name.slice(0, -'.gemspec'.length))
}
