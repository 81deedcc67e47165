/** Themes from a repository's archive, as GitHub and the hosts that follow it give them for any ref. */
import type { Downloader } from './download.ts'
import { badAnswer } from './gem-registry.ts'
import { archiveAddress, latestAddress } from './remote-name.ts'
import { ThemeFault } from './theme-faults.ts'
import type { RemoteOrder } from './types.ts'
import { contentHash, LIMITS, type Limits, type UnpackedFile, unpack } from './unpack.ts'

interface FetchedArchive {
  readonly files: readonly UnpackedFile[]
  readonly commit: string | undefined
  /** of the files */
  readonly sha256: string
}

/** What a theme may give; a repository also has a demo site, pictures of it and tests. */
const PARTS =
  /^(?:(?:_layouts|_includes|_sass|_data|assets)\/|_config\.yml$|package\.json$|[^/]+\.gemspec$|licen[cs]e)/i

/** Fetches the theme at `commit`, or at its ref. Throws a ThemeFault. */
export async function fetchArchive(
  order: RemoteOrder,
  commit: string | undefined,
  network: Downloader,
  limits: Limits = LIMITS,
): Promise<FetchedArchive> {
  const ref = commit ?? (order.ref === 'latest' ? await latestRelease(order, network) : order.ref)
  const address = archiveAddress(order, ref)
  const answer = await network.get(address, limits.archive)
  if (answer.status === 404)
    throw new ThemeFault(
      'no-such-ref',
      `${address} answers 404: there is no such repository, or no ref \`${ref}\` in it any more`,
      commit === undefined
        ? `check \`remote_theme: ${order.key}\``
        : 'delete its entry in whirl.lock to take what the ref means now, or put the theme in vendor/',
    )
  if (answer.status !== 200 || answer.type === 'text/html') throw badAnswer(address, answer)
  const found = await unpack(answer.bytes, {
    limits,
    zipped: true,
    strip: 1,
    wants: (path) => PARTS.test(path),
  })
  if (!found.files.some(({ path }) => /^(?:_layouts|_includes|_sass|assets)\//.test(path)))
    throw new ThemeFault(
      'no-theme',
      `${address} holds no theme: it has neither _layouts nor _includes, _sass or assets`,
      `check \`remote_theme: ${order.key}\``,
    )
  return { files: found.files, commit: found.commit ?? commit, sha256: contentHash(found.files) }
}

/** The tag of the newest release; `HEAD` where there is none, as jekyll-remote-theme takes it. */
async function latestRelease(order: RemoteOrder, network: Downloader): Promise<string> {
  const answer = await network.get(latestAddress(order), 2 ** 20, 'application/json')
  if (answer.status !== 200) return 'HEAD'
  try {
    const { tag_name: tag } = JSON.parse(new TextDecoder().decode(answer.bytes)) as { tag_name?: unknown }
    return typeof tag === 'string' && tag !== '' ? tag : 'HEAD'
  } catch {
    // Not JSON: no releases that we could read.
    return 'HEAD'
  }
}
