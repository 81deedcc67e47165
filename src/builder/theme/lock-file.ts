/**
 * `whirl.lock`: which fetched themes and gems of plugins a site was built with, so that the next build, and everybody's, has the same. Made and
 * read by the program, committed by the user; sorted, so that it only changes where something did.
 */
import path from 'node:path'
import { BuildError, type Hash, isHash, parseYaml, type Value, zoneFor } from '../../base/index.ts'
import { type Gate, replaceOwn } from '../../files/index.ts'
import { LOCK_NAME } from '../../read/index.ts'

export interface LockedGem {
  readonly kind: 'gem'
  /** the registry */
  readonly from: string
  readonly version: string
  /** of the `.gem` file */
  readonly sha256: string
}

export interface LockedArchive {
  readonly kind: 'archive'
  /** the repository */
  readonly from: string
  /** absent where the host does not tell */
  readonly commit: string | undefined
  /** of the theme's files: archives of one commit differ from day to day */
  readonly sha256: string
}

export type LockedTheme = LockedGem | LockedArchive

/** By the name the configuration has: `minima`, `pages-themes/cayman@v0.2.0`. */
type LockedThemes = ReadonlyMap<string, LockedTheme>

/** Gems of plugins by name. */
type LockedGems = ReadonlyMap<string, LockedGem>

interface Lock {
  readonly themes: LockedThemes
  readonly gems: LockedGems
}

const HEAD = `# The themes and gems this site was built with. Whirl wrote this: commit it, and every build has the same.
# To take a newer one, delete its entry and build.
`

/** The themes in the lock of the site in `source`; none when there is none. Throws a BuildError for one that is broken. */
export function readLock(source: string, gate: Gate): LockedThemes {
  return readWhole(source, gate).themes
}

/** The same for gems of plugins. */
export function readLockedGems(source: string, gate: Gate): LockedGems {
  return readWhole(source, gate).gems
}

const EMPTY: Lock = { themes: new Map(), gems: new Map() }

function readWhole(source: string, gate: Gate): Lock {
  const file = path.join(source, LOCK_NAME)
  const kind = gate.kindOf(file)
  if (kind !== 'file' && kind !== 'directory') {
    gate.passOver(file)
    return EMPTY
  }
  let text: string
  try {
    text = Buffer.from(gate.read(file).bytes).toString('utf8')
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error))
  }
  const read = parseYaml(text, zoneFor('UTC'), LOCK_NAME)
  if (read.error !== undefined) throw broken(read.error.message)
  if (read.value === null) return EMPTY
  if (!isHash(read.value)) throw broken('it holds no `themes:`')
  const version = read.value.get('lock')
  if (version !== 1) throw broken(`it is of version ${String(version)}, and this program knows version 1`)
  const part = (key: string): readonly (readonly [string, LockedTheme])[] => {
    const entries = (read.value as Hash).get(key) ?? new Map<Value, Value>()
    if (!isHash(entries)) throw broken(`its \`${key}\` are no hash`)
    return [...entries].map(([name, entry]) => [String(name), lockedTheme(String(name), entry)])
  }
  const gems = part('gems').map(([name, entry]): [string, LockedGem] => {
    if (entry.kind === 'gem') return [name, entry]
    throw broken(`${name} is among its \`gems\` and is none`)
  })
  return { themes: new Map(part('themes')), gems: new Map(gems) }
}

function lockedTheme(name: string, entry: Value): LockedTheme {
  const field = (key: string): string | undefined => {
    const value = isHash(entry) ? entry.get(key) : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [gem, archive, version, sha256] = [field('gem'), field('archive'), field('version'), field('sha256')]
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256))
    throw broken(`${name} has no \`sha256\` of 64 digits`)
  if (gem !== undefined && version !== undefined && /^[0-9A-Za-z][0-9A-Za-z.-]*$/.test(version))
    return { kind: 'gem', from: gem, version, sha256 }
  if (archive !== undefined)
    return { kind: 'archive', from: archive, commit: commitOf(name, field('commit')), sha256 }
  throw broken(`${name} has neither \`gem\` with \`version\` nor \`archive\``)
}

function commitOf(name: string, commit: string | undefined): string | undefined {
  if (commit === undefined || /^[0-9a-f]{40,64}$/.test(commit)) return commit
  throw broken(`the \`commit\` of ${name} is none`)
}

/** Puts `theme` into the lock of `source`, in one step. Throws what the system throws where that cannot be written. */
export function writeLock(source: string, name: string, theme: LockedTheme, gate: Gate): void {
  const { themes, gems } = readWhole(source, gate)
  replaceOwn(path.join(source, LOCK_NAME), lockText({ themes: new Map([...themes, [name, theme]]), gems }))
}

/** The same for gems of plugins. */
export function writeLockedGems(source: string, added: LockedGems, gate: Gate): void {
  const { themes, gems } = readWhole(source, gate)
  replaceOwn(path.join(source, LOCK_NAME), lockText({ themes, gems: new Map([...gems, ...added]) }))
}

/** The file's text. */
function lockText({ themes, gems }: Lock): string {
  const parts = [partText('themes', themes), partText('gems', gems)]
  return `${HEAD}lock: 1\n${parts.join('')}`
}

function partText(key: string, part: LockedThemes): string {
  const entries = [...part]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, theme]) => {
      const fields: readonly (readonly [string, string | undefined])[] =
        theme.kind === 'gem'
          ? [
              ['gem', theme.from],
              ['version', JSON.stringify(theme.version)],
              ['sha256', JSON.stringify(theme.sha256)],
            ]
          : [
              ['archive', theme.from],
              ['commit', theme.commit && JSON.stringify(theme.commit)],
              ['sha256', JSON.stringify(theme.sha256)],
            ]
      return [
        `  ${/^[A-Za-z][\w./@-]{5,}$/.test(name) ? name : JSON.stringify(name)}:`,
        ...fields
          .filter(([, value]) => value !== undefined)
          .map(([field, value]) => `    ${field}: ${value}`),
      ]
    })
  return entries.length === 0 ? '' : `${key}:\n${entries.join('\n')}\n`
}

function broken(why: string): BuildError {
  return new BuildError([
    {
      code: 'theme/lock-broken',
      severity: 'error',
      message: `${LOCK_NAME} cannot be read: ${why}`,
      help: `take it from version control again, or delete it: the next build makes a new one`,
      trail: [],
    },
  ])
}
