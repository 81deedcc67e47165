/**
 * Fetched themes on this machine, one directory each, shared by all sites: `theme/` holds its files and `receipt.json`
 * what it is. A directory appears whole or not at all, and is never changed after.
 */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isInside } from '../../base/index.ts'
import { futurePlace, type Gate, openGate } from '../../files/index.ts'
import type { ThemeSource } from '../../read/index.ts'
import type { Config } from '../../site/index.ts'
import { removeAtOnce } from '../output/stages.ts'
import { siteGate } from '../source-tree.ts'
import { fromYaml, type GemSpec } from './gem-spec.ts'
import type { LockedTheme } from './lock-file.ts'
import { themeAt } from './theme-folder.ts'
import type { ThemeOrder, ThemeSearch } from './types.ts'
import type { UnpackedFile } from './unpack.ts'

/** Where the environment says that fetched themes and gems lie; undefined where it says nothing. */
export function namedCache(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const { WHIRL_CACHE, XDG_CACHE_HOME } = variables
  return WHIRL_CACHE ?? (XDG_CACHE_HOME ? `${XDG_CACHE_HOME}/whirl/themes` : undefined)
}

/** Where fetched themes and gems lie. */
export function themeCacheOf(
  { themeCache, home }: Pick<ThemeSearch, 'themeCache' | 'home'>,
  config: Config,
): string {
  if (themeCache !== undefined) return path.resolve(config.source, themeCache)
  return home === undefined ? path.join(config.cacheDir, 'themes') : path.join(home, '.cache/whirl/themes')
}

type Place = Pick<Config, 'source' | 'safe'>

/** To the cache: the site's gate where it lies in the site. */
function gateTo(cache: string, config: Place): Gate {
  return isInside(config.source, cache) ? siteGate(config) : openGate('/')
}

interface Receipt {
  readonly name: string
  readonly locked: LockedTheme
  /** the gem's own `metadata`, in YAML */
  readonly gem?: string | undefined
}

/** What was fetched, and what the lock will say of it. */
export interface FetchedFiles {
  readonly locked: LockedTheme
  readonly files: readonly UnpackedFile[]
  /** a gem's own `metadata`, in YAML */
  readonly gem?: string | undefined
}

/** The cached theme that `locked` names, for `order`; undefined when it is not there or not whole. */
export function cachedTheme(
  cache: string,
  order: ThemeOrder,
  locked: LockedTheme,
  config: Place,
): ThemeSource | undefined {
  const found = cachedFiles(cache, order, locked, config)
  return (
    found && themeAt(order.name, found.folder, config, { from: 'fetched', gate: found.gate, gem: found.gem })
  )
}

interface CachedFiles {
  readonly folder: string
  readonly gate: Gate
  readonly gem: GemSpec | undefined
}

/** The same as a folder. */
export function cachedFiles(
  cache: string,
  order: ThemeOrder,
  locked: LockedTheme,
  config: Place,
): CachedFiles | undefined {
  const directory = path.join(cache, entryName(order, locked))
  const gate = gateTo(cache, config)
  const receipt = receiptIn(directory, gate)
  if (receipt?.locked.sha256 !== locked.sha256) return undefined
  const folder = path.join(directory, 'theme')
  if (gate.kindOf(folder) !== 'directory') return undefined
  return { folder, gate, gem: receipt.gem === undefined ? undefined : fromYaml(receipt.gem) }
}

/** What of `order` lies in the cache, for when nothing may be fetched and nothing is locked. */
export function cachedVersions(cache: string, order: ThemeOrder, config: Place): readonly LockedTheme[] {
  const gate = gateTo(cache, config)
  const start = `${startOf(order)}-`
  return gate
    .names(cache)
    .filter((name) => name.startsWith(start))
    .map((name) => receiptIn(path.join(cache, name), gate))
    .filter((receipt): receipt is Receipt => receipt !== undefined && receipt.name === keyOf(order))
    .map(({ locked }) => locked)
}

/** Keeps the files of a theme. Throws what the system throws. */
export function keepTheme(
  cache: string,
  order: ThemeOrder,
  { locked, files, gem }: FetchedFiles,
  config: Place,
): void {
  if (
    config.safe &&
    isInside(config.source, cache) &&
    !isInside(futurePlace(config.source), futurePlace(cache))
  )
    throw new Error('it lies outside of the site, which safe mode forbids')
  const directory = path.join(cache, entryName(order, locked))
  fs.mkdirSync(cache, { recursive: true })
  const fresh = path.join(cache, `.new-${randomUUID()}`)
  try {
    const root = path.join(fresh, 'theme')
    fs.mkdirSync(root, { recursive: true })
    for (const { path: name, content } of files) {
      const file = path.join(root, name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      if (typeof content === 'string') fs.symlinkSync(content, file)
      // Never over another: names that a file system takes for one are not a theme's.
      else fs.writeFileSync(file, content, { flag: 'wx' })
    }
    const receipt: Receipt = { name: keyOf(order), locked, gem }
    fs.writeFileSync(path.join(fresh, 'receipt.json'), `${JSON.stringify(receipt, null, 2)}\n`)
    const isThere = (): boolean =>
      receiptIn(directory, gateTo(cache, config))?.locked.sha256 === locked.sha256
    // What lies there is broken, or another build was faster and made the same.
    if (isThere()) return
    removeAtOnce(directory)
    try {
      fs.renameSync(fresh, directory)
    } catch (error) {
      if (!isThere()) throw error
    }
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true })
  }
}

function receiptIn(directory: string, gate: Gate): Receipt | undefined {
  const text = gate.text(path.join(directory, 'receipt.json'))
  if (text === undefined) return undefined
  try {
    const receipt = JSON.parse(text) as Receipt
    return typeof receipt.locked?.sha256 === 'string' ? receipt : undefined
  } catch {
    // Broken: the theme is fetched again.
    return undefined
  }
}

function entryName(order: ThemeOrder, locked: LockedTheme): string {
  const version = locked.kind === 'gem' ? locked.version : (locked.commit ?? 'archive').slice(0, 12)
  return `${startOf(order)}-${version}-${locked.sha256.slice(0, 12)}`
}

function startOf(order: ThemeOrder): string {
  return order.kind === 'gem' ? order.name : `${order.owner}+${order.repository}`
}

function keyOf(order: ThemeOrder): string {
  return order.kind === 'gem' ? order.name : order.key
}
