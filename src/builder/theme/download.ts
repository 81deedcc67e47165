/**
 * Files from the network: one request with time-outs, a limit of size and of redirections, through the proxy that the
 * environment names. undici is what Node's own `fetch` is made of; that one knows no proxy before Node 24.
 */
import type { Dispatcher } from 'undici'
import { byteCount } from './byte-count.ts'
import { checkReach, lookupWithin, type Reach } from './reach.ts'
import { ThemeFault } from './theme-faults.ts'
import { withoutUser } from './without-user.ts'

/** What the environment says of the network. */
export interface Network {
  readonly httpProxy?: string | undefined
  readonly httpsProxy?: string | undefined
  readonly noProxy?: string | undefined
  /** how long to wait for a connection and for each sign of life, in milliseconds; 20 seconds by default */
  readonly patience?: number | undefined
  /** how long to wait for a whole answer, redirections and second tries among it, in milliseconds; nine times the patience by default */
  readonly whole?: number | undefined
}

export interface Download {
  readonly status: number
  readonly bytes: Uint8Array
  /** the media type, without parameters */
  readonly type: string
}

/** Downloads addresses until it is closed. */
export interface Downloader {
  /** The answer, whatever its status. Throws a ThemeFault when none comes, or one over `limit` bytes. */
  get(url: string, limit: number, accept?: string): Promise<Download>
  close(): Promise<void>
}

const REDIRECTIONS = 5
const PATIENCE = 20_000
/** A server that sends, but next to nothing, is given up after so many times the patience. */
const WHOLE = 9

/** Opens the way to what of the network is in `reach`. */
export async function openDownloader(network: Network, reach: Reach): Promise<Downloader> {
  const { request } = await import('undici')
  const patience = network.patience ?? PATIENCE
  const whole = network.whole ?? patience * WHOLE
  const agent = await agentFor(network, reach)
  const once = async (
    url: URL,
    limit: number,
    accept: string,
    signal: AbortSignal,
  ): Promise<Download | URL> => {
    checkReach(url, reach)
    const headers: Record<string, string> = { accept, 'user-agent': 'whirl' }
    if (url.username !== '')
      headers.authorization = `Basic ${Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString('base64')}`
    const plain = new URL(url)
    plain.username = ''
    plain.password = ''
    const {
      statusCode,
      headers: answered,
      body,
    } = await request(plain, { dispatcher: agent, headers, signal })
    const location = answered.location
    if ([301, 302, 303, 307, 308].includes(statusCode) && typeof location === 'string') {
      await body.dump()
      return new URL(location, plain)
    }
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > limit) {
        body.destroy()
        throw new ThemeFault(
          'too-large',
          `${shown(url)} gives more than ${byteCount(limit)}`,
          'this is larger than any theme: check the address',
        )
      }
      chunks.push(chunk)
    }
    const type = String(answered['content-type'] ?? '').split(';')[0] ?? ''
    return { status: statusCode, bytes: Buffer.concat(chunks), type: type.trim().toLowerCase() }
  }
  const follow = async (
    address: string,
    limit: number,
    accept: string,
    signal: AbortSignal,
  ): Promise<Download> => {
    let url = new URL(address)
    for (let hop = 0; hop <= REDIRECTIONS; hop++) {
      const answer = await once(url, limit, accept, signal)
      if (!(answer instanceof URL)) return answer
      if (!/^https?:$/.test(answer.protocol) || (url.protocol === 'https:' && answer.protocol === 'http:'))
        throw new ThemeFault(
          'redirected',
          `${shown(url)} leads to ${shown(answer)}, which is not as safe`,
          'check the address',
        )
      url = answer
    }
    throw new ThemeFault(
      'redirected',
      `${shown(new URL(address))} leads on more than ${REDIRECTIONS} times`,
      'check the address',
    )
  }
  return {
    async get(address, limit, accept = '*/*') {
      const signal = AbortSignal.timeout(whole)
      for (let attempt = 1; ; attempt++) {
        try {
          const answer = await follow(address, limit, accept, signal)
          if (answer.status < 500 || attempt > 1) return answer
        } catch (error) {
          if (error instanceof ThemeFault) throw error
          if (error instanceof Error && error.cause instanceof ThemeFault) throw error.cause
          if (attempt > 1 || signal.aborted || !isPassing(error))
            throw unreachable(error, new URL(address), network, signal.aborted ? whole : patience)
        }
      }
    },
    close: () => agent.destroy(),
  }
}

/** One request of a link checker; redirections are not followed. */
interface Inquirer {
  ask(
    url: string,
    method: 'HEAD' | 'GET',
    userAgent: string,
  ): Promise<{ readonly status: number; readonly location?: string; readonly retryAfter?: number }>
  close(): Promise<void>
}

/** Opens the way for asking what addresses answer. A rejection's message says why there was no answer. */
export async function openInquirer(network: Network, reach: Reach): Promise<Inquirer> {
  const { fetch } = await import('undici')
  const agent = await agentFor(network, reach)
  return {
    async ask(url, method, userAgent) {
      checkReach(new URL(url), reach)
      const signal = AbortSignal.timeout(network.patience ?? PATIENCE)
      const headers = { 'user-agent': userAgent, accept: '*/*' }
      const answer = await fetch(url, {
        method,
        redirect: 'manual',
        signal,
        headers,
        dispatcher: agent,
      }).catch((error: unknown) => {
        throw error instanceof Error && error.cause instanceof ThemeFault ? error.cause : error
      })
      await answer.body?.cancel()
      const location = answer.headers.get('location')
      const wait = Number(answer.headers.get('retry-after') ?? Number.NaN)
      return {
        status: answer.status,
        ...(location === null ? {} : { location }),
        ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
      }
    },
    close: () => agent.destroy(),
  }
}

/** Connects directly or through the proxy; who is behind a proxy's names, the proxy knows. */
async function agentFor(network: Network, reach: Reach): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import('undici')
  const patience = network.patience ?? PATIENCE
  try {
    return new EnvHttpProxyAgent({
      httpProxy: network.httpProxy ?? '',
      httpsProxy: network.httpsProxy ?? '',
      noProxy: network.noProxy ?? '',
      connect: { timeout: patience, lookup: lookupWithin(reach) },
      headersTimeout: patience,
      bodyTimeout: patience,
    })
  } catch {
    const given = network.httpsProxy ?? network.httpProxy ?? ''
    throw new ThemeFault('proxy', `The proxy ${withoutUser(given)} is not an address`, 'correct HTTPS_PROXY')
  }
}

/** Whether `error` says that an answer did not come in time. */
export function isLate(error: unknown): boolean {
  return error instanceof ThemeFault && error.code === 'timeout'
}

/** Whether a second try may go better. */
function isPassing(error: unknown): boolean {
  return ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  const { code, cause, name } = error as { code?: unknown; cause?: { code?: unknown }; name?: unknown }
  for (const each of [cause?.code, code, name]) if (typeof each === 'string') return each
  return ''
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host, or no network',
  EAI_AGAIN: 'there is no network',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to it',
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke',
}

function unreachable(error: unknown, url: URL, network: Network, patience: number): ThemeFault {
  const code = codeOf(error)
  const late = /TIMEOUT|TimeoutError|ETIMEDOUT/i.test(code)
  const reason = late
    ? `no answer came in ${patience / 1000} seconds`
    : (REASONS[code] ?? (error instanceof Error ? error.message.replace(/\.$/, '') : String(error)))
  const proxy = url.protocol === 'https:' ? network.httpsProxy : network.httpProxy
  const through = proxy ? ` through the proxy ${withoutUser(proxy)}` : ''
  return new ThemeFault(
    late ? 'timeout' : 'unreachable',
    `${shown(url)} cannot be reached${through}: ${reason}`,
    proxy
      ? 'check the network, HTTPS_PROXY and NO_PROXY'
      : 'check the network; behind a proxy, set HTTPS_PROXY',
  )
}

function shown(url: URL): string {
  return withoutUser(url.href)
}
