/**
 * `whirl.lock`: which fetched themes a site was built with, so that the next build, and everybody's, has the same. Made and
 * read by the program, committed by the user; sorted, so that it only changes where something did.
 */
import path from 'node:path'
import { BuildError, isHash, parseYaml, type Value, zoneFor } from '../../base/index.ts'
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
type Lock = ReadonlyMap<string, LockedTheme>

const HEAD = `# The themes this site was built with. Whirl wrote this: commit it, and every build has the same theme.
# To take a newer one, delete its entry and build.
`

/** The lock of the site in `source`; empty when there is none. Throws a BuildError for one that is broken. */
export function readLock(source: string, gate: Gate): Lock {
  const file = path.join(source, LOCK_NAME)
  const kind = gate.kindOf(file)
  if (kind !== 'file' && kind !== 'directory') {
    gate.passOver(file)
    return new Map()
  }
  let text: string
  try {
    text = Buffer.from(gate.read(file).bytes).toString('utf8')
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error))
  }
  const read = parseYaml(text, zoneFor('UTC'), LOCK_NAME)
  if (read.error !== undefined) throw broken(read.error.message)
  if (read.value === null) return new Map()
  if (!isHash(read.value)) throw broken('it holds no `themes:`')
  const version = read.value.get('lock')
  if (version !== 1) throw broken(`it is of version ${String(version)}, and this program knows version 1`)
  const themes = read.value.get('themes') ?? new Map<Value, Value>()
  if (!isHash(themes)) throw broken('its `themes` are no hash')
  return new Map([...themes].map(([name, entry]) => [String(name), lockedTheme(String(name), entry)]))
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
  const lock = new Map(readLock(source, gate))
  lock.set(name, theme)
  replaceOwn(path.join(source, LOCK_NAME), lockText(lock))
}

/** The file's text. */
function lockText(lock: Lock): string {
  const names = [...lock.keys()].sort()
  const entries = names.flatMap((name) => {
    const theme = lock.get(name)
    if (theme === undefined) return []
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
      ...fields.filter(([, value]) => value !== undefined).map(([key, value]) => `    ${key}: ${value}`),
    ]
  })
  return `${HEAD}lock: 1\nthemes:\n${entries.join('\n')}\n`
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
