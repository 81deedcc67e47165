/** Profiles: where else somebody is found. `github: me`, `mastodon: https://social.example/@me`. */
import { type Hash, isHash, isList, rubyToS, type Value } from '../../plugin-api.ts'
import { safeUrl, wrongType } from './fields.ts'
import type { Profile } from './model.ts'
import { below, type Report } from './problem.ts'

interface Network {
  readonly label: string
  /** what the handle is put into, at `*`; without one an address must be given */
  readonly address?: string
}

/** Networks whose profiles follow from a name. */
const NETWORKS: Readonly<Record<string, Network>> = {
  bitbucket: { label: 'Bitbucket', address: 'https://bitbucket.org/*' },
  bluesky: { label: 'Bluesky', address: 'https://bsky.app/profile/*' },
  codeberg: { label: 'Codeberg', address: 'https://codeberg.org/*' },
  devto: { label: 'DEV', address: 'https://dev.to/*' },
  dribbble: { label: 'Dribbble', address: 'https://dribbble.com/*' },
  email: { label: 'E-mail', address: 'mailto:*' },
  facebook: { label: 'Facebook', address: 'https://www.facebook.com/*' },
  flickr: { label: 'Flickr', address: 'https://www.flickr.com/photos/*' },
  github: { label: 'GitHub', address: 'https://github.com/*' },
  gitlab: { label: 'GitLab', address: 'https://gitlab.com/*' },
  googlescholar: { label: 'Google Scholar', address: 'https://scholar.google.com/citations?user=*' },
  hackernews: { label: 'Hacker News', address: 'https://news.ycombinator.com/user?id=*' },
  instagram: { label: 'Instagram', address: 'https://www.instagram.com/*' },
  keybase: { label: 'Keybase', address: 'https://keybase.io/*' },
  linkedin: { label: 'LinkedIn', address: 'https://www.linkedin.com/in/*' },
  lobsters: { label: 'Lobsters', address: 'https://lobste.rs/~*' },
  mastodon: { label: 'Mastodon' },
  matrix: { label: 'Matrix', address: 'https://matrix.to/#/*' },
  medium: { label: 'Medium', address: 'https://medium.com/@*' },
  orcid: { label: 'ORCID', address: 'https://orcid.org/*' },
  peertube: { label: 'PeerTube' },
  pixelfed: { label: 'Pixelfed' },
  reddit: { label: 'Reddit', address: 'https://www.reddit.com/user/*' },
  researchgate: { label: 'ResearchGate', address: 'https://www.researchgate.net/profile/*' },
  rss: { label: 'RSS' },
  sourcehut: { label: 'SourceHut', address: 'https://sr.ht/~*' },
  speakerdeck: { label: 'Speaker Deck', address: 'https://speakerdeck.com/*' },
  stackoverflow: { label: 'Stack Overflow', address: 'https://stackoverflow.com/users/*' },
  telegram: { label: 'Telegram', address: 'https://t.me/*' },
  threads: { label: 'Threads', address: 'https://www.threads.net/@*' },
  twitter: { label: 'Twitter', address: 'https://twitter.com/*' },
  vimeo: { label: 'Vimeo', address: 'https://vimeo.com/*' },
  wikidata: { label: 'Wikidata', address: 'https://www.wikidata.org/wiki/*' },
  x: { label: 'X', address: 'https://x.com/*' },
  youtube: { label: 'YouTube', address: 'https://www.youtube.com/@*' },
}

/** The profiles under `profiles` of a hash: a hash by network, or a list of hashes with `name`, `url` and `label`. */
export function profilesOf(hash: Hash, report: Report): readonly Profile[] {
  const value = hash.get('profiles')
  if (value === null || value === undefined) return []
  const inside = below(report, 'profiles')
  if (isHash(value))
    return [...value].flatMap(([name, written]) => profileOf(rubyToS(name), written, null, inside))
  if (!isList(value)) {
    report(wrongType('profiles', 'a hash of names and addresses', value))
    return []
  }
  return value.flatMap((item, index) => {
    if (!isHash(item)) {
      inside({ ...wrongType('profiles', 'a hash with `name` and `url`', item), at: [index] })
      return []
    }
    const label = item.get('label')
    const name = item.get('name') ?? item.get('network') ?? label ?? 'link'
    const written = item.get('url') ?? item.get('handle')
    return profileOf(rubyToS(name), written, typeof label === 'string' ? label : null, below(inside, index))
  })
}

/** One profile as a list of one; none, and a fault told, when no address comes of it. */
export function profileOf(
  name: string,
  written: Value,
  label: string | null,
  report: Report,
): readonly Profile[] {
  if (isHash(written)) {
    const own = written.get('label')
    return profileOf(
      name,
      written.get('url') ?? written.get('handle'),
      typeof own === 'string' ? own : label,
      report,
    )
  }
  if (written === null || written === undefined || written === '' || written === false) return []
  const text = rubyToS(written).trim()
  const key = name.toLowerCase().replace(/[^a-z\d]/g, '')
  const network = Object.hasOwn(NETWORKS, key) ? NETWORKS[key] : undefined
  const url = safeUrl(text) ?? fediverse(text, key) ?? named(text, network)
  if (url !== null)
    return [{ name, label: label ?? network?.label ?? name, url, handle: handleOf(text, url, key) }]
  report({
    code: 'attribution/bad-profile',
    message: `The profile '${name}' has no address: '${text}'.`,
    help: 'write its whole address, beginning with https://',
    at: [name],
  })
  return []
}

const FEDERATED: ReadonlySet<string> = new Set(['mastodon', 'peertube', 'pixelfed'])

/** `@me@social.example` as an address. */
function fediverse(text: string, key: string): string | null {
  const match = FEDERATED.has(key) ? /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(text) : null
  return match === null ? null : `https://${match[2]}/@${match[1]}`
}

/** The address of `handle` at a network; null when it has characters no handle has. */
function named(handle: string, network: Network | undefined): string | null {
  if (network?.address === undefined || !/^@?[\p{L}\p{N}\w.:~+@/-]+$/u.test(handle)) return null
  const plain = network.address.startsWith('mailto:') ? handle : handle.replace(/^@/, '').replace(/^in\//, '')
  return network.address.replace('*', () => encodeURI(plain))
}

/** How people would call the profile: what was written, or the end of its address. */
function handleOf(text: string, url: string, key: string): string {
  if (!/^(https?:)?\/\//i.test(text) && !text.startsWith('/')) return text.replace(/^in\//, '')
  const match = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url)
  const path = (match?.[2] ?? url).replace(/\/+$/, '')
  const end = path.slice(path.lastIndexOf('/') + 1)
  if (FEDERATED.has(key) && end.startsWith('@')) return `${end}@${match?.[1] ?? ''}`
  return end === '' ? (match?.[1] ?? text) : decoded(end)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
