/**
 * Gems of plugins in Ruby that are nowhere on this machine, fetched as themes are: checked, unpacked into the cache and written into
 * `whirl.lock`. Only those that the site's Gemfile or a lock names are fetched, and what they need: a name among `plugins` alone
 * may be a slip, and a stranger's gem.
 */
import { BuildError, type Diagnostic, satisfies } from '../../base/index.ts'
import type { Gate } from '../../files/index.ts'
import { type MissingPlugin, missingPlugins } from '../../plugins/index.ts'
import { LOCK_NAME } from '../../read/index.ts'
import { librariesOf } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { type Downloader, openDownloader } from '../theme/download.ts'
import type { ThemeFetching } from '../theme/fetching.ts'
import type { GemSpec } from '../theme/gem-spec.ts'
import { fromYaml } from '../theme/gem-spec.ts'
import { type Bundle, bundleOf } from '../theme/gemfile.ts'
import { type LockedGem, readLockedGems, writeLockedGems } from '../theme/lock-file.ts'
import { orderedGem } from '../theme/ordered-gem.ts'
import { reachOf } from '../theme/reach.ts'
import { themeSettings } from '../theme/settings.ts'
import { cachedFiles, keepTheme, namedCache, themeCacheOf } from '../theme/theme-cache.ts'
import { ThemeFault } from '../theme/theme-faults.ts'
import { STOOD_FOR } from './ruby-gems.ts'
import type { RubyFile } from './ruby-plugin.ts'

/** Gems that are part of the Ruby that is WebAssembly, or that its layer stands for, beside `STOOD_FOR`. */
const PART_OF_RUBY: ReadonlySet<string> = new Set(
  `abbrev base64 benchmark bundler cgi csv date delegate did_you_mean digest drb english erb error_highlight etc fcntl fileutils find
forwardable getoptlong ipaddr json logger matrix minitest mutex_m net-http net-protocol nokogiri observer open-uri open3 openssl
optparse ostruct pp prettyprint prime pstore psych rake rdoc redcarpet resolv rexml rinda rss ruby2_keywords securerandom set
shellwords singleton stringio strscan tempfile time timeout tmpdir tsort un uri weakref yaml zlib`.split(
    /\s/,
  ),
)

export interface FetchedGems {
  /** absolute folders by the names of gems */
  readonly folders: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

export const NO_GEMS: FetchedGems = { folders: new Map(), diagnostics: [] }

/** Codes of faults after which other gems can still be had, or be told of without asking anybody. */
const OF_ONE_GEM: ReadonlySet<string> = new Set(['native', 'not-in-registry', 'offline'])

/** Whether the diagnostic's code says that others can be had. */
export function isOfOneGem(code: string): boolean {
  return OF_ONE_GEM.has(code.replace(/^plugins\/gem-/, ''))
}

interface GemRequest {
  /** to the site's files */
  readonly gate: Gate
  readonly fetching: ThemeFetching
  /** whether a gem is on this machine, or its work is done by the program itself */
  isThere(name: string): boolean
}

/** What `files` name with `require`. */
export function requiredIn(files: readonly RubyFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ source }) => [...librariesOf(source.text).keys()]))]
}

/** Whether Ruby or its layer have what `require` calls `name`, whatever gems there are. */
export function isPartOfRuby(name: string): boolean {
  const [first = ''] = name.split('/')
  return PART_OF_RUBY.has(first) || PART_OF_RUBY.has(name.replaceAll('/', '-')) || STOOD_FOR.has(first)
}

/**
 * The gems that `names` ask for (as `plugins` and `require` have them), and what those need; nothing for names that the site's
 * Gemfile and the locks do not know. Rejects with a BuildError for those that cannot be had.
 */
export async function fetchGems(
  config: Config,
  names: readonly string[],
  request: GemRequest,
): Promise<FetchedGems> {
  const bundle = bundleOf(config)
  const locked = readLockedGems(config.source, request.gate)
  const wanted = names.flatMap((name) => {
    const gem = knownGem(name, bundle, locked)
    return gem === undefined ? [] : [{ name, gem }]
  })
  if (wanted.length === 0) return NO_GEMS
  const gems = new GemFetcher(config, bundle, locked, request)
  const absent: MissingPlugin[] = []
  try {
    for (const { name, gem } of wanted)
      try {
        await gems.want(gem, [])
      } catch (error) {
        if (!(error instanceof ThemeFault)) throw error
        absent.push({ name, code: `gem-${error.code}`, help: `${error.message}: ${helpOf(error, gem)}` })
        // What is wrong with a gem says nothing of the next one; a network that fails would be waited for again and again.
        if (!OF_ONE_GEM.has(error.code)) break
      }
  } finally {
    await gems.close()
  }
  if (absent.length > 0) throw missingPlugins(absent)
  return { folders: gems.folders, diagnostics: gems.lock() }
}

/** Whether a build would fetch the gem that `name` asks for, where it is not on this machine. */
export function isKnownGem(config: Config, gate: Gate, name: string): boolean {
  return knownGem(name, bundleOf(config), readLockedGems(config.source, gate)) !== undefined
}

/** The gem that `plugins` or `require` mean with `name`, if the Gemfile or a lock knows it. */
function knownGem(name: string, bundle: Bundle, locked: ReadonlyMap<string, LockedGem>): string | undefined {
  return [name, name.replaceAll('/', '-')].find(
    (each) => bundle.requirements.has(each) || bundle.locked.has(each) || locked.has(each),
  )
}

class GemFetcher {
  readonly folders = new Map<string, string>()
  readonly #config: Config
  readonly #bundle: Bundle
  readonly #locked: ReadonlyMap<string, LockedGem>
  readonly #request: GemRequest
  readonly #cache: string
  readonly #fresh = new Map<string, LockedGem>()
  #network: Downloader | undefined

  constructor(config: Config, bundle: Bundle, locked: ReadonlyMap<string, LockedGem>, request: GemRequest) {
    this.#config = config
    this.#bundle = bundle
    this.#locked = locked
    this.#request = request
    const { variables } = config
    this.#cache = themeCacheOf({ themeCache: namedCache(variables), home: variables.HOME }, config)
  }

  /** Has `name`, which meets `requirements` where no lock says its version, and all that it needs. Throws a ThemeFault. */
  async want(name: string, requirements: readonly string[]): Promise<void> {
    const isThere = PART_OF_RUBY.has(name) || STOOD_FOR.has(name) || this.#request.isThere(name)
    if (isThere || this.folders.has(name)) return
    const before = this.#before(name)
    const order = { kind: 'gem', name } as const
    const kept = before && cachedFiles(this.#cache, order, before, this.#config)
    const { folder, gem } = kept ?? (await this.#fetch(name, before, requirements))
    refuseNative(name, gem)
    this.folders.set(name, folder)
    for (const [need, needs] of gem?.needs ?? []) await this.want(need, needs)
  }

  async close(): Promise<void> {
    await this.#network?.close()
  }

  /** Writes what was fetched into the lock; a warning where that cannot be done. */
  lock(): readonly Diagnostic[] {
    if (this.#fresh.size === 0) return []
    try {
      writeLockedGems(this.#config.source, this.#fresh, this.#request.gate)
      return []
    } catch (error) {
      if (error instanceof BuildError) throw error
      return [
        {
          code: 'plugins/lock-not-written',
          severity: 'warning',
          message: `${LOCK_NAME} cannot be written: ${reasonOf(error)}`,
          help: 'without it, the next build may take other versions of gems',
          trail: [],
        },
      ]
    }
  }

  /** The lock's entry, unless the Gemfile has come to want another version. */
  #before(name: string): LockedGem | undefined {
    const entry = this.#locked.get(name)
    if (entry === undefined) return undefined
    const asked = this.#bundle.locked.get(name)
    const fits =
      asked === undefined
        ? satisfies(entry.version, this.#bundle.requirements.get(name) ?? [])
        : asked === entry.version
    return fits ? entry : undefined
  }

  async #fetch(
    name: string,
    before: LockedGem | undefined,
    requirements: readonly string[],
  ): Promise<{ readonly folder: string; readonly gem: GemSpec | undefined }> {
    const config = this.#config
    if (themeSettings(config).offline)
      throw new ThemeFault(
        'offline',
        `${name} is not on this machine, and \`offline\` forbids fetching it`,
        `build once without --offline, or put the gem in vendor/${name}`,
      )
    const { fetching } = this.#request
    this.#network ??= await openDownloader(fetching, reachOf(fetching.hosts, fetching.registry, config.safe))
    const fetched = await orderedGem(name, before, {
      config,
      bundle: this.#bundle,
      fetching,
      network: this.#network,
      topic: 'Plugins:',
      requirements,
    })
    // Nothing of it is kept.
    refuseNative(name, fromYaml(fetched.gem ?? ''))
    const order = { kind: 'gem', name } as const
    try {
      keepTheme(this.#cache, order, fetched, config)
    } catch (error) {
      throw new ThemeFault(
        'cache',
        `${name} was fetched, but cannot be kept in ${this.#cache} (${reasonOf(error)})`,
        'make room or let the directory be written; WHIRL_CACHE names another',
      )
    }
    const kept = cachedFiles(this.#cache, order, fetched.locked, config)
    if (kept === undefined)
      throw new ThemeFault('cache', `What was kept in ${this.#cache} is not there any more`, 'build again')
    if (JSON.stringify(before) !== JSON.stringify(fetched.locked)) this.#fresh.set(name, fetched.locked)
    return kept
  }
}

/** Gems whose native code is there for speed: the same in Ruby lies beside it. */
const RUBY_INSTEAD: ReadonlySet<string> = new Set(['racc'])

function refuseNative(name: string, gem: GemSpec | undefined): void {
  const [first] = gem?.extensions ?? []
  if (gem === undefined || first === undefined || RUBY_INSTEAD.has(name)) return
  throw new ThemeFault(
    'native',
    `${name} ${gem.version} has code that is not Ruby (${first})`,
    'only the Ruby of this machine runs it: `bundle install`, and `ruby: native` (docs/ruby-plugins.md)',
  )
}

/** Faults are told of themes first. */
function helpOf({ code, help }: ThemeFault, name: string): string {
  if (code === 'not-in-registry')
    return `check the name and the \`source\` in the Gemfile; a gem of your own goes in vendor/${name}`
  return help.replace(/\btheme\b/g, 'gem')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
