/** A gem from the registry that a site asks: as it is locked, else the newest that its Gemfile allows. */
import { LOCK_NAME } from '../../read/index.ts'
import type { Config } from '../../site/index.ts'
import type { Downloader } from './download.ts'
import type { ThemeFetching } from './fetching.ts'
import { bestVersion, fetchGem, gemVersions, RUBYGEMS } from './gem-registry.ts'
import type { Bundle } from './gemfile.ts'
import type { LockedGem } from './lock-file.ts'
import { themeSettings } from './settings.ts'
import type { FetchedFiles } from './theme-cache.ts'
import { ThemeFault } from './theme-faults.ts'
import { LIMITS } from './unpack.ts'
import { withoutUser } from './without-user.ts'

interface GemFetch {
  readonly config: Config
  readonly bundle: Bundle
  readonly fetching: ThemeFetching
  readonly network: Downloader
  /** of the line that tells what is fetched */
  readonly topic: string
  /** what others need of it, besides the Gemfile */
  readonly requirements?: readonly string[]
}

/** The gem `name`, as `before` says if that is given. Throws a ThemeFault. */
export async function orderedGem(
  name: string,
  before: LockedGem | undefined,
  { config, bundle, fetching, network, topic, requirements: needed = [] }: GemFetch,
): Promise<FetchedFiles & { readonly locked: LockedGem }> {
  const registry = registryOf(before, bundle, fetching, config)
  const asked = bundle.locked.get(name)
  const requirements =
    asked === undefined ? [...(bundle.requirements.get(name) ?? []), ...needed] : [`= ${asked}`]
  // What is locked needs no index: its version and checksum are known.
  const wanted =
    before === undefined
      ? bestVersion(await gemVersions(name, registry, network), requirements)
      : { version: before.version, sha256: undefined }
  if (wanted === undefined)
    throw new ThemeFault(
      'no-such-version',
      `${withoutUser(registry)} has no ${name} ${requirements.join(', ')}`,
      'correct the version in the Gemfile',
    )
  fetching.info?.(topic, `Fetching ${name} ${wanted.version} from ${withoutUser(registry)}`)
  const gem = await fetchGem(name, wanted, registry, network, fetching.limits ?? LIMITS)
  if (before !== undefined && gem.sha256 !== before.sha256)
    throw notAsLocked(`${name} ${before.version}`, gem.sha256, before.sha256)
  return {
    locked: { kind: 'gem', from: withoutUser(registry), version: gem.version, sha256: gem.sha256 },
    files: gem.files,
    gem: gem.metadata,
  }
}

/** The fault of what came with another digest than it `was` locked with. */
export function notAsLocked(what: string, is: string, was: string): ThemeFault {
  return new ThemeFault(
    'checksum',
    `${what} has the SHA-256 ${is}, but ${LOCK_NAME} has ${was}`,
    `it was changed since: find out why; if you trust it, delete its entry in ${LOCK_NAME}`,
  )
}

function registryOf(
  before: LockedGem | undefined,
  bundle: Bundle,
  { registry }: ThemeFetching,
  config: Config,
): string {
  const own = themeSettings(config).registry
  const given = (config.safe ? (registry ?? own) : (own ?? registry)) ?? bundle.registry
  const address = (given ?? before?.from ?? RUBYGEMS).replace(/\/+$/, '')
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new ThemeFault(
      'registry',
      `${JSON.stringify(address)} is not an address of a registry`,
      'write one like https://rubygems.org as `gem_source`, or as the `source` of the Gemfile',
    )
  // Old Gemfiles have it without TLS, or under its first name.
  return /^http:\/\/(?:www\.)?rubygems\.org$/.test(address) ? RUBYGEMS : address
}
