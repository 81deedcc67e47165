/**
 * Links to other sites, asked over the network and only when told to: HEAD first, GET where a server refuses that; a few
 * at a time and one per host with a pause between; answers are kept for a day.
 */

export interface Answer {
  /** HTTP status; 0 when there was no answer */
  readonly status: number
  /** where a permanent redirect leads */
  readonly moved?: string
  /** what went wrong without a status */
  readonly reason?: string
  /** milliseconds since the epoch */
  readonly asked: number
}

export interface Network {
  /** one request, redirects not followed; rejects when there is no answer in time */
  request(
    url: string,
    method: 'HEAD' | 'GET',
  ): Promise<{ status: number; location?: string; retryAfter?: number }>
  sleep(milliseconds: number): Promise<void>
  /** milliseconds since the epoch */
  now(): number
}

const AT_ONCE = 8
const PAUSE = 250
const DAY = 24 * 60 * 60 * 1000
const REDIRECTS = 6
/** the longest a server may ask us to wait, seconds */
const PATIENCE = 30

/** The answers to all `urls`. `kept` are answers of earlier runs; those younger than a day are not asked again. */
export async function askAll(
  urls: Iterable<string>,
  network: Network,
  kept: ReadonlyMap<string, Answer> = new Map(),
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>()
  const byHost = new Map<string, string[]>()
  const now = network.now()
  for (const url of urls) {
    const old = kept.get(url)
    if (old !== undefined && now - old.asked < DAY) {
      answers.set(url, old)
      continue
    }
    const host = new URL(url).host
    const list = byHost.get(host)
    if (list === undefined) byHost.set(host, [url])
    else list.push(url)
  }
  const hosts = [...byHost.values()]
  const work = async (): Promise<void> => {
    for (let list = hosts.shift(); list !== undefined; list = hosts.shift())
      for (const [i, url] of list.entries()) {
        if (i > 0) await network.sleep(PAUSE)
        answers.set(url, await ask(url, network))
      }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return answers
}

async function ask(url: string, network: Network): Promise<Answer> {
  const first = await attempt(url, network)
  // A lost connection may be a moment's; a second silence is an answer.
  return first.status === 0 ? await attempt(url, network) : first
}

async function attempt(url: string, network: Network): Promise<Answer> {
  let current = url
  let moved: string | undefined
  let permanent = true
  try {
    for (let step = 0; step < REDIRECTS; step++) {
      let answer = await network.request(current, 'HEAD')
      if (answer.status === 429 && (answer.retryAfter ?? 1) <= PATIENCE) {
        await network.sleep((answer.retryAfter ?? 1) * 1000)
        answer = await network.request(current, 'HEAD')
      }
      // Many servers know no HEAD, or answer it wrongly.
      if (answer.status >= 400 && answer.status !== 429) answer = await network.request(current, 'GET')
      const { status, location } = answer
      if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, current))
        return { status, asked: network.now(), ...(moved === undefined ? {} : { moved }) }
      permanent &&= status === 301 || status === 308
      current = new URL(location, current).href
      if (permanent) moved = current
    }
    return { status: 0, reason: 'it redirects in a circle', asked: network.now() }
  } catch (error) {
    return { status: 0, reason: error instanceof Error ? error.message : String(error), asked: network.now() }
  }
}

/** What is wrong with a link that was answered so; undefined when nothing is. */
export function faultOf(
  url: string,
  answer: Answer,
): { code: string; message: string; help: string } | undefined {
  const { status, moved, reason } = answer
  if (status === 0)
    return {
      code: 'check/external-link',
      message: `The link '${url}' gets no answer: ${reason ?? 'none came'}.`,
      help: 'fix the link, or list it in `check: ignore`',
    }
  // Who forbids robots may let readers in: 401, 403 and 429 say nothing about the page.
  if (status === 401 || status === 403 || status === 429 || status === 999) return undefined
  if (status >= 400)
    return {
      code: 'check/external-link',
      message: `The link '${url}' answers ${status}.`,
      help: 'fix the link, or take an archived copy',
    }
  if (moved !== undefined && moved !== url)
    return {
      code: 'check/moved-link',
      message: `The link '${url}' has moved for good.`,
      help: `write '${moved}'`,
    }
  return undefined
}
