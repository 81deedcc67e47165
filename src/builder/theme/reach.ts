/**
 * What may be fetched. A site says where its theme comes from, and so has whoever builds it ask there: inner addresses, which
 * trust whoever can reach them, are asked only where the command line names them, and in safe mode nobody else is, but for the
 * sources that everybody uses.
 */
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isInnerAddress } from '../../base/index.ts'
import { ThemeFault } from './theme-faults.ts'
import { withoutUser } from './without-user.ts'

export interface Reach {
  /** hosts that whoever builds the site names, `host` or `host:port`, in small letters */
  readonly named: readonly string[]
  /** whether others are asked only where they are known */
  readonly safe: boolean
}

/** What whoever builds lets be asked: `hosts`, and the host of `registry`, an address. */
export function reachOf(hosts: readonly string[] = [], registry: string | undefined, safe: boolean): Reach {
  const own = registry !== undefined && URL.canParse(registry) ? [withPort(new URL(registry))] : []
  return { named: [...own, ...hosts.map((host) => host.toLowerCase())], safe }
}

/** Where gems and repositories are by default. */
const KNOWN = ['rubygems.org', 'index.rubygems.org', 'github.com', 'codeload.github.com', 'api.github.com']

/** Throws a ThemeFault where `url` may not be fetched, as far as the address itself tells. */
export function checkReach(url: URL, reach: Reach): void {
  if (isNamed(url, reach)) return
  const { hostname } = url
  // The look-up, which knows no ports, would let it through.
  if (isNamedElsewhere(url, reach)) throw notFetched(url, 'the command line names another port of it')
  if (reach.safe && !(url.protocol === 'https:' && KNOWN.includes(url.host)))
    throw notFetched(url, 'in safe mode only rubygems.org and GitHub are asked')
  const address = hostname.replace(/^\[|\]$/g, '')
  const isLocal = /(?:^|\.)localhost\.?$/.test(hostname)
  if (isLocal || (isIP(address) !== 0 && isInnerAddress(address))) throw inner(url, hostname)
}

/** Finds the addresses of hosts for connections; what is not named and has an inner one is not found, by a ThemeFault. */
export function lookupWithin(reach: Reach): LookupFunction {
  return (hostname, options, done) => {
    if (reach.named.some((each) => hostOf(each) === hostname)) return lookup(hostname, options, done)
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 0)
      const within = found.find(({ address }) => isInnerAddress(address))
      if (within !== undefined) return done(inner(undefined, hostname, within.address), '', 0)
      if (options.all === true) return done(null, found)
      const [first] = found
      done(null, first?.address ?? '', first?.family ?? 0)
    })
  }
}

function isNamed(url: URL, { named }: Reach): boolean {
  return named.includes(url.hostname) || named.includes(withPort(url))
}

function withPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`
}

function isNamedElsewhere({ hostname }: URL, { named }: Reach): boolean {
  return named.some((each) => hostOf(each) === hostname)
}

function hostOf(named: string): string {
  return named.replace(/:\d+$/, '')
}

function inner(url: URL | undefined, hostname: string, address?: string): ThemeFault {
  const at = address === undefined ? '' : ` (${address})`
  return notFetched(
    url ?? new URL(`http://${hostname}`),
    `${hostname}${at} is inside this machine or its network`,
  )
}

function notFetched(url: URL, why: string): ThemeFault {
  return new ThemeFault(
    'source',
    `${withoutUser(url.href)} is not fetched: ${why}`,
    `if it may be asked, name it on the command line: --fetch-from ${url.host}`,
  )
}
