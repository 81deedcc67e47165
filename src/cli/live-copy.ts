/** A copy of the published site in memory, page by page as its sitemap lists them, for `whirl compare --live`. */
import { setTimeout as sleep } from 'node:timers/promises'
import { BuildError } from '../base/index.ts'
import { isLate, openDownloader } from '../builder/index.ts'
import { siteMap } from '../check/index.ts'
import type { BuiltTree } from '../compare/index.ts'
import type { Asking } from './network.ts'

/** Milliseconds between two requests: a reader's pace rather than a crawler's. */
const PAUSE = 200
/** Milliseconds for one page, from the first byte to the last: a server that drips holds the comparison no longer. */
const WHOLE_PAGE = 30_000
/** So many pages are asked for at most, and so many sitemaps. */
const MOST = 2000
const MOST_SITEMAPS = 50
const LARGEST = 32 * 1024 * 1024

interface LiveCopy extends BuiltTree {
  /** how many pages were asked for, and how many more the sitemap lists */
  readonly asked: number
  readonly left: number
}

/**
 * @param home address of the published site, with its `baseurl`
 * @param own paths of our outputs
 * Rejects with a BuildError where there is no sitemap.
 */
export async function liveCopy(
  home: string,
  own: readonly string[],
  { network, reach }: Asking,
  told: (done: number, of: number) => void,
): Promise<LiveCopy> {
  const root = home.replace(/\/+$/, '')
  const downloader = await openDownloader({ whole: WHOLE_PAGE, ...network }, reach)
  const get = async (url: string, mayBeLate = false): Promise<Uint8Array | undefined> => {
    try {
      const { status, bytes } = await downloader.get(url, LARGEST)
      return status === 200 ? bytes : undefined
    } catch (error) {
      if (mayBeLate && isLate(error)) return undefined
      throw refused(error instanceof Error ? `${error.message}.` : String(error))
    }
  }
  try {
    const { pages: listed, elsewhere } = await addressesIn(`${root}/sitemap.xml`, get)
    if (listed.length === 0)
      throw refused(
        `The sitemap of ${root} lists no page of it.`,
        elsewhere === undefined
          ? undefined
          : `its pages are of another address: whirl compare --live=${elsewhere}`,
      )
    const map = siteMap(own)
    const contents = new Map<string, Uint8Array | undefined>()
    const wanted = listed.slice(0, MOST)
    for (const [i, url] of wanted.entries()) {
      told(i + 1, wanted.length)
      if (i > 0) await sleep(PAUSE)
      contents.set(pathOf(url, root, map), await get(url, true))
    }
    for (const name of ['feed.xml', 'atom.xml', 'robots.txt'].filter((each) => own.includes(each))) {
      const bytes = await get(`${root}/${name}`)
      if (bytes !== undefined) contents.set(name, bytes)
    }
    return {
      paths: [...contents.keys()],
      bytes: (path) => contents.get(path),
      asked: wanted.length,
      left: listed.length - wanted.length,
    }
  } finally {
    await downloader.close()
  }
}

interface Listed {
  readonly pages: readonly string[]
  /** the origin of a page of another site */
  readonly elsewhere: string | undefined
}

/** The pages that a sitemap lists, and those of the sitemaps that it lists, of the same site. */
async function addressesIn(
  first: string,
  get: (url: string) => Promise<Uint8Array | undefined>,
): Promise<Listed> {
  let elsewhere: string | undefined
  const pages = new Set<string>()
  const sitemaps = [first]
  for (let i = 0; i < Math.min(sitemaps.length, MOST_SITEMAPS); i++) {
    const bytes = await get(sitemaps[i]!)
    if (bytes === undefined) {
      if (i === 0) throw refused(`${first} is not there.`)
      continue
    }
    const text = new TextDecoder().decode(bytes)
    const isIndex = text.includes('<sitemapindex')
    for (const [, escaped] of text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)) {
      const url = escaped!.replaceAll('&amp;', '&')
      if (!URL.canParse(url)) continue
      if (new URL(url).origin !== new URL(first).origin) elsewhere ??= new URL(url).origin
      else if (!isIndex) pages.add(url)
      else if (!sitemaps.includes(url)) sitemaps.push(url)
    }
  }
  return { pages: [...pages], elsewhere }
}

/** The path of our output that an address shows, or that it would have. */
function pathOf(url: string, root: string, map: ReturnType<typeof siteMap>): string {
  const path = decoded(new URL(url).pathname.slice(new URL(root).pathname.replace(/\/$/, '').length)) || '/'
  const target = map.find(path)
  if (target.kind === 'file') return target.path
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const BY_SITEMAP =
  'the published site is read by its sitemap.xml; without one, save a copy of it and name the folder: whirl compare FOLDER'

function refused(message: string, help = BY_SITEMAP): BuildError {
  return new BuildError([
    {
      code: 'cli/compare',
      severity: 'error',
      topic: 'Compare:',
      message,
      help,
      trail: [],
    },
  ])
}
