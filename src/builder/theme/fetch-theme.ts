/**
 * A theme that is nowhere on this machine, fetched once: checked, unpacked into the cache and written into `whirl.lock`.
 * What the lock names is fetched as it was, whatever has been published since.
 */
import { BuildError, compareVersions, type Diagnostic, satisfies } from '../../base/index.ts'
import type { Gate } from '../../files/index.ts'
import { LOCK_NAME, type ThemeSource } from '../../read/index.ts'
import type { Config } from '../../site/index.ts'
import { siteGate } from '../source-tree.ts'
import { type Downloader, openDownloader } from './download.ts'
import type { ThemeFetching } from './fetching.ts'
import { locateTheme } from './find-theme.ts'
import { type Bundle, bundleOf } from './gemfile.ts'
import { type LockedArchive, type LockedGem, type LockedTheme, readLock, writeLock } from './lock-file.ts'
import { notAsLocked, orderedGem } from './ordered-gem.ts'
import { reachOf } from './reach.ts'
import { fetchArchive } from './remote-archive.ts'
import { themeSettings } from './settings.ts'
import { cachedTheme, cachedVersions, type FetchedFiles, keepTheme, themeCacheOf } from './theme-cache.ts'
import { byHand, missingTheme, ThemeFault } from './theme-faults.ts'
import type { FoundTheme, RemoteOrder, ThemeOrder, ThemeSearch } from './types.ts'
import { LIMITS } from './unpack.ts'

/**
 * As `findTheme`, and a theme that is not there is fetched unless `offline: true` forbids it. Rejects with a
 * `BuildError` when it cannot be had.
 */
export async function findOrFetchTheme(
  config: Config,
  search: ThemeSearch,
  fetching: ThemeFetching,
): Promise<FoundTheme> {
  const { wanted, ...found } = locateTheme(config, search)
  if (wanted === undefined) return found
  const diagnostics = [...found.diagnostics]
  const note = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic)
  }
  try {
    const theme = await fetchTheme(wanted, {
      config,
      search,
      fetching,
      cache: themeCacheOf(search, config),
      gate: search.gate ?? siteGate(config),
      note,
    })
    return { ...found, theme, diagnostics }
  } catch (error) {
    throw error instanceof ThemeFault ? missingTheme(wanted, error) : error
  }
}

interface Fetch {
  readonly config: Config
  readonly search: ThemeSearch
  readonly fetching: ThemeFetching
  readonly cache: string
  /** to the site's files */
  readonly gate: Gate
  readonly note: (diagnostic: Diagnostic) => void
}

async function fetchTheme(order: ThemeOrder, fetch: Fetch): Promise<ThemeSource> {
  const { config, search, fetching, cache, gate } = fetch
  const key = order.kind === 'gem' ? order.name : order.key
  const entry = readLock(config.source, gate).get(key)
  const before = fitting(order, entry, bundleOf(config, search))
  if (themeSettings(config).offline) return offlineTheme(order, before, fetch)
  const network = await openDownloader(fetching, reachOf(fetching.hosts, fetching.registry, config.safe))
  let fetched: FetchedFiles
  try {
    fetched =
      order.kind === 'gem'
        ? await orderedGem(order.name, before as LockedGem | undefined, {
            config,
            bundle: bundleOf(config, search),
            fetching,
            network,
            topic: 'Theme:',
          })
        : await orderedArchive(order, before as LockedArchive | undefined, fetch, network)
  } finally {
    await network.close()
  }
  try {
    keepTheme(cache, order, fetched, config)
  } catch (error) {
    throw new ThemeFault(
      'cache',
      `It was fetched, but cannot be kept in ${cache} (${reasonOf(error)})`,
      'make room or let the directory be written; WHIRL_CACHE names another',
    )
  }
  lock(key, entry, fetched.locked, fetch)
  const theme = cachedTheme(cache, order, fetched.locked, config)
  if (theme === undefined)
    throw new ThemeFault('cache', `What was kept in ${cache} is not there any more`, 'build again')
  return theme
}

/** The lock's entry, when it is of the right kind and the Gemfile has not come to want another. */
function fitting(order: ThemeOrder, entry: LockedTheme | undefined, bundle: Bundle): LockedTheme | undefined {
  if (entry === undefined) return undefined
  if (order.kind === 'remote') return entry.kind === 'archive' ? entry : undefined
  if (entry.kind !== 'gem') return undefined
  const { version } = entry
  const { locked, requirements } = bundle
  const asked = locked.get(order.name)
  return asked === undefined
    ? satisfies(version, requirements.get(order.name) ?? [])
      ? entry
      : undefined
    : asked === version
      ? entry
      : undefined
}

async function orderedArchive(
  order: RemoteOrder,
  before: LockedArchive | undefined,
  { fetching }: Fetch,
  network: Downloader,
): Promise<FetchedFiles> {
  const repository = `${order.origin}/${order.name}`
  fetching.info?.('Remote Theme:', `Fetching ${order.key} from ${order.origin}`)
  const archive = await fetchArchive(order, before?.commit, network, fetching.limits ?? LIMITS)
  if (before !== undefined && archive.sha256 !== before.sha256)
    throw notAsLocked(order.key, archive.sha256, before.sha256)
  return {
    locked: { kind: 'archive', from: repository, commit: archive.commit, sha256: archive.sha256 },
    files: archive.files,
  }
}

/** Without the network: what is locked is not in the cache; where nothing is locked, the newest in the cache will do. */
function offlineTheme(order: ThemeOrder, before: LockedTheme | undefined, fetch: Fetch): ThemeSource {
  if (before === undefined && order.kind === 'gem') {
    const { locked, requirements } = bundleOf(fetch.config, fetch.search)
    const asked = locked.get(order.name)
    const needs = asked === undefined ? (requirements.get(order.name) ?? []) : [`= ${asked}`]
    const best = cachedVersions(fetch.cache, order, fetch.config)
      .filter((each): each is LockedGem => each.kind === 'gem' && satisfies(each.version, needs))
      .sort((a, b) => compareVersions(b.version, a.version))[0]
    const theme = best === undefined ? undefined : cachedTheme(fetch.cache, order, best, fetch.config)
    if (theme !== undefined) return theme
  }
  const what = before?.kind === 'gem' ? `${order.name} ${before.version}` : order.name
  throw new ThemeFault(
    'offline',
    `${what} is not on this machine, and \`offline\` forbids fetching it`,
    `build once without --offline, or ${byHand(order)}`,
  )
}

/** Writes the lock when it says something else. Where it cannot be written, the build goes on. */
function lock(
  key: string,
  before: LockedTheme | undefined,
  locked: LockedTheme,
  { config, gate, note }: Fetch,
): void {
  if (before !== undefined && JSON.stringify(before) === JSON.stringify(locked)) return
  try {
    writeLock(config.source, key, locked, gate)
  } catch (error) {
    if (error instanceof BuildError) throw error
    note({
      code: 'theme/lock-not-written',
      severity: 'warning',
      message: `${LOCK_NAME} cannot be written: ${reasonOf(error)}`,
      help: 'without it, the next build may take another version of the theme',
      trail: [],
    })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
