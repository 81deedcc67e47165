/** Links and file references inside the site; the external ones are gathered for whoever wants to ask the network. */
import { type Address, addressOf, type Home } from './addresses.ts'
import { isIgnored } from './ignored-links.ts'
import type { CheckSettings } from './settings.ts'
import type { SiteMap } from './site-map.ts'
import type { PageFacts, Reference } from './types.ts'

/** Something wrong with the tag at an offset of a page; `texts` are what to look for in the sources. */
export interface PageFault {
  readonly code: string
  readonly message: string
  readonly help: string
  readonly at: number
  readonly texts: readonly string[]
  /** where it is none unless one of `texts` stands in the document itself */
  readonly onlyIn?: 'document'
  /** the one answer to it, where there is one */
  readonly fix?: Fix
}

/** What to write in a document: `to` in the place of `from`, unless `unless` follows. */
export interface Fix {
  readonly from: string
  readonly to: string
  readonly unless?: string
}

interface LinkContext {
  readonly home: Home
  readonly map: SiteMap
  readonly settings: CheckSettings
  /** facts of the page at a path of the destination; undefined for what is not HTML */
  readonly facts: (path: string) => PageFacts | undefined
  readonly nearestId: NearestId
  /** told of each external link */
  readonly external: (url: string, page: PageFacts, reference: Reference) => void
}

/** The faults of the references of `page`. */
export function checkLinks(page: PageFacts, context: LinkContext): PageFault[] {
  const faults: PageFault[] = []
  for (const reference of page.references) {
    if (isIgnored(reference.url, context.settings.ignored)) continue
    const fault = faultOf(page, reference, context)
    if (fault !== undefined) faults.push({ ...fault, at: reference.at, texts: [reference.url] })
  }
  return faults
}

type LinkFault = Pick<PageFault, 'code' | 'message' | 'help' | 'fix'>

function faultOf(page: PageFacts, reference: Reference, context: LinkContext): LinkFault | undefined {
  const { url, element, attribute } = reference
  const what = `<${element} ${attribute}="${url}">`
  if (url === '' && element !== 'a')
    return {
      code: 'check/broken-link',
      message: `${what} has no address.`,
      help: 'give it one, or take it out',
    }
  const address: Address = addressOf(url, page.path, context.home, page.base)
  switch (address.kind) {
    case 'other':
      return undefined
    case 'bad':
      return {
        code: 'check/bad-url',
        message: `The address '${url}' cannot be read.`,
        help: 'fix it, or take the link out',
      }
    case 'external':
      context.external(address.url, page, reference)
      return undefined
    case 'beside':
      if (url.startsWith('/') && context.map.find(address.path).kind === 'file')
        return {
          code: 'check/missing-baseurl',
          message: `The link '${url}' lacks the baseurl '${context.home.baseurl}': it leads nowhere.`,
          help: `write \`{{ "${url}" | relative_url }}\``,
          fix: { from: `](${url}`, to: `]({{ "${url}" | relative_url }}` },
        }
      return {
        code: 'check/outside-baseurl',
        message: `The link '${url}' leads outside the site, whose baseurl is '${context.home.baseurl}'.`,
        help: 'write `{{ "/path" | relative_url }}`; where another site of the host is meant, list it in `check: ignore`',
      }
    case 'site':
      return inSite(page, reference, address, context)
  }
}

function inSite(
  page: PageFacts,
  { url }: Reference,
  { path, fragment }: Extract<Address, { kind: 'site' }>,
  { map, facts, home, nearestId }: LinkContext,
): LinkFault | undefined {
  const target = path === '' ? ({ kind: 'file', path: page.path } as const) : map.find(path)
  if (target.kind === 'none') {
    const meant = target.meant === undefined ? undefined : home.baseurl + target.meant
    return {
      code: 'check/broken-link',
      message: `The link '${url}' leads nowhere.`,
      help: meant === undefined ? 'fix the address, or take the link out' : `did you mean '${meant}'?`,
      ...(meant === undefined || meant.toLowerCase() !== pathIn(url).toLowerCase()
        ? {}
        : { fix: { from: `](${url}`, to: `](${meant}${url.slice(pathIn(url).length)}` } }),
    }
  }
  // An empty fragment and `#top` are the top of any page; `:~:` marks text for the reader.
  const id = fragment.split(':~:')[0] ?? ''
  if (id === '' || id.toLowerCase() === 'top') return undefined
  // `#/path` and `#!path` are read by a script of the page.
  if (id.startsWith('/') || id.startsWith('!')) return undefined
  const there = path === '' ? page : facts(target.path)
  if (there === undefined || there.ids.has(id) || there.names.has(id)) return undefined
  const near = nearestId(id, there)
  return {
    code: 'check/broken-anchor',
    message:
      there === page
        ? `The link '${url}' leads to no part of its page.`
        : `The link '${url}' leads to no part of ${target.path}.`,
    help:
      near === undefined ? `give the heading \`{: #${id}}\`, or fix the link` : `did you mean '#${near}'?`,
    ...(near === undefined ? {} : { fix: { from: `](${url}`, to: `](${url.split('#')[0]}#${near}` } }),
  }
}

/** An address without query and fragment. */
function pathIn(url: string): string {
  return /^[^?#]*/.exec(url)?.[0] ?? ''
}

/** An id of a page that differs from the given one by case or punctuation only. */
type NearestId = (id: string, page: PageFacts) => string | undefined

/** Looks ids up in a list of each page, which is made when the first is sought there. */
export function nearestIds(): NearestId {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const known = new Map<PageFacts, ReadonlyMap<string, string>>()
  return (id, page) => {
    let byPlain = known.get(page)
    if (byPlain === undefined) {
      // The first of those that read alike counts.
      byPlain = new Map([...page.ids.keys()].toReversed().map((each) => [plain(each), each]))
      known.set(page, byPlain)
    }
    return byPlain.get(plain(id))
  }
}
