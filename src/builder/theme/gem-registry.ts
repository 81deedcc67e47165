/**
 * Gems from a registry that speaks as RubyGems.org does: versions and checksums from the compact index (`/info/NAME`) or,
 * where there is none, from `/api/v1/versions/NAME.json`; the gem itself from `/gems/NAME-VERSION.gem`.
 */
import { compareVersions, isPrerelease, satisfies, sha256 } from '../../base/index.ts'
import type { Download, Downloader } from './download.ts'
import { fromYaml } from './gem-spec.ts'
import { ThemeFault } from './theme-faults.ts'
import { LIMITS, type Limits, type UnpackedFile, unpack, unzip } from './unpack.ts'
import { withoutUser } from './without-user.ts'

export const RUBYGEMS = 'https://rubygems.org'

const INDEX_LIMIT = 16 * 2 ** 20
const METADATA_LIMIT = 4 * 2 ** 20

interface GemVersion {
  readonly version: string
  /** undefined where the registry does not say */
  readonly sha256: string | undefined
}

interface FetchedGem {
  readonly version: string
  readonly sha256: string
  readonly files: readonly UnpackedFile[]
  /** the gem's own description, in YAML */
  readonly metadata: string
}

/** The versions of `name` that run on any platform. Throws a ThemeFault when the registry has none or talks nonsense. */
export async function gemVersions(
  name: string,
  registry: string,
  network: Downloader,
): Promise<readonly GemVersion[]> {
  const index = await network.get(`${registry}/info/${name}`, INDEX_LIMIT)
  const text = new TextDecoder().decode(index.bytes)
  if (index.status === 200 && !isPage(index)) {
    const versions = fromIndex(text)
    if (versions.length > 0) return versions
  }
  const address = `${registry}/api/v1/versions/${name}.json`
  const answer = await network.get(address, INDEX_LIMIT)
  if (answer.status === 404)
    throw new ThemeFault(
      'not-in-registry',
      `It is not installed, and ${withoutUser(registry)} has no gem ${name}`,
      `check the name \`theme: ${name}\` and the \`source\` of the Gemfile; a theme of your own goes in vendor/${name}`,
    )
  if (answer.status !== 200) throw badAnswer(address, answer)
  const versions = fromJson(new TextDecoder().decode(answer.bytes))
  if (versions === undefined) throw badAnswer(address, answer)
  return versions
}

/** The newest of `versions` that meets `requirements`; a pre-release only when nothing else does. */
export function bestVersion(
  versions: readonly GemVersion[],
  requirements: readonly string[],
): GemVersion | undefined {
  const fitting = versions
    .filter(({ version }) => satisfies(version, requirements))
    .sort((a, b) => compareVersions(b.version, a.version))
  return fitting.find(({ version }) => !isPrerelease(version)) ?? fitting[0]
}

/** Fetches one version and checks it against `expected`. Throws a ThemeFault. */
export async function fetchGem(
  name: string,
  { version, sha256: expected }: GemVersion,
  registry: string,
  network: Downloader,
  limits: Limits = LIMITS,
): Promise<FetchedGem> {
  const address = `${registry}/gems/${name}-${version}.gem`
  const answer = await network.get(address, limits.archive)
  if (answer.status !== 200 || isPage(answer)) throw badAnswer(address, answer)
  const sum = sha256(answer.bytes)
  if (expected !== undefined && sum !== expected)
    throw new ThemeFault(
      'checksum',
      `${withoutUser(address)} has the SHA-256 ${sum}, not ${expected} as the registry says`,
      'try again; if it stays so, the file was changed on its way: do not use it',
    )
  return { version, sha256: sum, ...(await openGem(answer.bytes, limits)) }
}

/** The parts of a `.gem` file: a tar with a gzipped description and a gzipped tar of the files. Throws a ThemeFault. */
async function openGem(
  bytes: Uint8Array,
  limits: Limits = LIMITS,
): Promise<Pick<FetchedGem, 'files' | 'metadata'>> {
  const { files: parts } = await unpack(bytes, { limits, zipped: false, strip: 0 })
  const part = (wanted: string): Uint8Array => {
    const content = parts.find(({ path }) => path === wanted)?.content
    if (content === undefined || typeof content === 'string')
      throw new ThemeFault(
        'broken-archive',
        `What came is not a gem: it has no ${wanted}`,
        'try again; if it stays so, the registry gives something else than the gem',
      )
    return content
  }
  const metadata = new TextDecoder().decode(unzip(part('metadata.gz'), METADATA_LIMIT))
  if (fromYaml(metadata) === undefined)
    throw new ThemeFault('broken-archive', 'The description in the gem cannot be read', 'tell its authors')
  const { files } = await unpack(part('data.tar.gz'), { limits, zipped: true, strip: 0 })
  return { files, metadata }
}

/** Lines `VERSION[-PLATFORM] DEPENDENCIES|checksum:SHA,ruby:…`. */
function fromIndex(text: string): readonly GemVersion[] {
  const found: GemVersion[] = []
  for (const line of text.split('\n')) {
    const match = /^([0-9][0-9A-Za-z.]*) [^|]*\|(.*)$/.exec(line)
    if (match === null) continue
    const sum = /(?:^|,)checksum:([0-9a-f]{64})(?:,|$)/.exec(match[2] ?? '')?.[1]
    found.push({ version: match[1] ?? '', sha256: sum })
  }
  return found
}

function fromJson(text: string): readonly GemVersion[] | undefined {
  try {
    const versions = JSON.parse(text) as readonly { number?: unknown; platform?: unknown; sha?: unknown }[]
    if (!Array.isArray(versions)) return undefined
    return (versions as typeof versions)
      .filter(({ platform = 'ruby' }) => platform === 'ruby')
      .map(({ number, sha }) => ({
        version: String(number),
        sha256: typeof sha === 'string' ? sha.toLowerCase() : undefined,
      }))
      .filter(({ version }) => /^[0-9][0-9A-Za-z.]*$/.test(version))
  } catch {
    // Not JSON: the caller says what came.
    return undefined
  }
}

/** Log-in pages and proxies answer in HTML. */
function isPage({ type, bytes }: Download): boolean {
  return (
    type === 'text/html' ||
    /^\s*<(?:!doctype|html)/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))
  )
}

/** The fault of an answer that is not what was asked for. */
export function badAnswer(address: string, answer: Download): ThemeFault {
  const page = isPage(answer) ? ', with a page of HTML' : ''
  return new ThemeFault(
    'bad-answer',
    `${withoutUser(address)} answers ${answer.status}${page}`,
    answer.status === 401 || answer.status === 403
      ? 'it wants a user: write one into the address of the `source`, or put the theme in vendor/'
      : 'check the address, and whether a proxy or a log-in page stands between',
  )
}
