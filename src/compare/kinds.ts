/**
 * The kinds of differences, as a table: what each is called, whether a reader of the site sees it, and how it is told
 * from the others. The first that holds counts.
 */
import { decodeEntities } from '../markup/index.ts'
import type { Circumstances } from './circumstances.ts'
import { instantOf } from './instants.ts'

/** One change with what stands around it. */
interface Spot {
  readonly path: string
  readonly theirs: string
  readonly ours: string
  /** the tag or comment that holds it in each, from `<` to `>`; undefined for text between tags */
  readonly theirTag: string | undefined
  readonly ourTag: string | undefined
  /** the name of the element whose text it is, in ours: the last tag before it */
  readonly element: string
  /** the line of ours around it */
  readonly line: string
  /** whether it lies in code whose text is the same in both */
  readonly sameCode: boolean
  /** whether it is text of a page or a feed, where entities are read and white space runs together */
  readonly flowing: boolean
  /** whether white space there is not shown: it stands beside a block */
  readonly besideBlock: boolean
  readonly circumstances: Circumstances
}

interface Kind {
  /** what it is, for a sentence: "differs by …" */
  readonly words: string
  /** whether somebody who reads the site, a browser or a feed reader can tell */
  readonly seen: boolean
  /** what to do, where there is something */
  readonly help?: string
  /** whether all of its kind is told at once, since one is like another */
  readonly together?: boolean
  /** absent for kinds that are told from the file as a whole */
  readonly holds?: (spot: Spot) => boolean
}

const DAY = 86_400_000

const KIND_TABLE = {
  clock: { words: 'the time of the build', seen: false, holds: isClock },
  version: { words: 'the version of the program that built it', seen: false, holds: isVersion },
  'file-time': { words: 'the time at which a file was changed', seen: false, holds: isFileTime },
  revision: { words: 'the number of a build or commit', seen: false, holds: isRevision },
  colouring: {
    words: 'how code is coloured',
    seen: true,
    help: 'the code is the same; build with the Rouge of the other (`compat`, or its Gemfile.lock) for the same colours',
    together: true,
    holds: ({ sameCode }: Spot) => sameCode,
  },
  spelling: {
    words: 'how characters are written in HTML',
    seen: false,
    holds: isSpelling,
  },
  space: { words: 'white space', seen: false, holds: isSpace },
  'style-sheet': { words: 'how a style sheet is laid out: its rules are the same', seen: false },
  'source-map': { words: 'the source map of a style sheet', seen: false },
  'footnote-roles': {
    words: 'the roles of footnotes for screen readers',
    seen: true,
    help: 'kramdown 2.5 writes them on the links, kramdown 2.4 around them: build with the kramdown of the other (`compat`)',
    together: true,
    holds: isFootnoteRole,
  },
  order: {
    words: 'the order of the same words',
    seen: true,
    help: 'things that sort alike may stand in any order; give them dates or weights that differ',
  },
  address: {
    words: 'addresses with another `url` or `baseurl`',
    seen: true,
    help: 'set `url` and `baseurl` as they were, or build with JEKYLL_ENV=production',
    holds: isAddress,
  },
  unrendered: {
    words: 'a template that was not rendered',
    seen: true,
    help: 'a plugin that renders it is missing: `whirl doctor` names it',
    holds: ({ theirs, ours }: Spot) => /\{[{%]/.test(ours) && !/\{[{%]/.test(theirs),
  },
  bytes: { words: 'the bytes of a file that is no text', seen: true },
  text: { words: 'text or markup', seen: true, holds: () => true },
} satisfies Readonly<Record<string, Kind>>

export type KindName = keyof typeof KIND_TABLE

export const KINDS: Readonly<Record<KindName, Kind>> = KIND_TABLE

/** The kind of a change. */
export function kindOf(spot: Spot): KindName {
  for (const [name, { holds }] of Object.entries(KINDS) as [KindName, Kind][])
    if (holds?.(spot) === true) return name
  return 'text'
}

function isClock({ theirs, ours, line, circumstances: { day, time } }: Spot): boolean {
  const [then, now] = [instantOf(theirs), instantOf(ours)]
  if (then !== undefined && now !== undefined) return Math.abs(now - time) < DAY
  if (!/^\d{4}$/.test(theirs) || !/©|&copy;|&#169;|copyright/i.test(line)) return false
  return ours === day.slice(0, 4) && theirs < ours
}

const NUMBERS = /\d+(?:\.\d+)+(?:\.?(?:pre|beta|rc)\.?\d*)?/g

function isVersion({ theirs, ours, theirTag, ourTag, element }: Spot): boolean {
  const said =
    [theirTag ?? '', ourTag ?? ''].every((tag) => /generator|<!--/i.test(tag)) || element === 'generator'
  return said && theirs.replace(NUMBERS, '#') === ours.replace(NUMBERS, '#')
}

function isFileTime({ path, theirs, ours, element }: Spot): boolean {
  const dated = (text: string): boolean => instantOf(text) !== undefined || /^\d{4}-\d\d-\d\d$/.test(text)
  return /sitemap[^/]*\.xml$/.test(path) && element === 'lastmod' && dated(theirs) && dated(ours)
}

/** `?v=1700000000`, `main-0a1b2c3d.css`: what makes a browser load a file anew. */
const NUMBER_OF_BUILD = /(?<=\?(?:\w{1,16}=)?)[0-9a-f]{7,64}\b|(?<=[-.])[0-9a-f]{8,64}(?=\.(?:css|js)\b)/g

function isRevision({ theirs, ours, theirTag, ourTag }: Spot): boolean {
  if (![theirTag, ourTag].every((tag) => tag !== undefined && /^<(?:link|script|img|source)\b/i.test(tag)))
    return false
  const left = theirs.replace(NUMBER_OF_BUILD, '#')
  return left.includes('#') && left === ours.replace(NUMBER_OF_BUILD, '#')
}

/** Characters that mean something in HTML where they are not written as entities. */
const MEANINGFUL: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
}

function isSpelling({ theirs, ours, theirTag, ourTag, flowing }: Spot): boolean {
  if (!flowing || (theirTag === undefined) !== (ourTag === undefined) || /</.test(theirs + ours)) return false
  const spelled = (text: string): string => {
    const entities = text.replace(/&#?\w{1,32};/g, (entity) => {
      const character = decodeEntities(entity)
      return MEANINGFUL[character] ?? character
    })
    return theirTag === undefined
      ? entities.replace(/["'>]/g, (character) => MEANINGFUL[character]!)
      : entities
  }
  return spelled(theirs) === spelled(ours)
}

const ROLE = /^ ?role=(?:"doc-\w+"|&quot;doc-\w+&quot;)/

function isFootnoteRole({ theirs, ours }: Spot): boolean {
  const [longer, shorter] = theirs.length > ours.length ? [theirs, ours] : [ours, theirs]
  return ROLE.test(longer) && longer.replace(ROLE, '') === shorter
}

/** How much white space there is, and where there is some on one side only, whether it is shown. */
function isSpace({ theirs, ours, theirTag, ourTag, flowing, besideBlock }: Spot): boolean {
  if (!flowing) return false
  const words = (text: string): string => text.replace(/\s+/g, ' ')
  if (words(theirs) === words(ours)) return theirTag === undefined && ourTag === undefined
  return theirs.trim() === '' && ours.trim() === '' && besideBlock
}

function isAddress({ theirs, ours, theirTag, ourTag, circumstances: { url, baseurl } }: Spot): boolean {
  if (theirTag === undefined || ourTag === undefined) return false
  const path = (text: string): string => {
    const local = text.replace(/^(?:https?:)?\/\/[^/?#]*/, '')
    return baseurl !== '' && local.startsWith(baseurl) ? local.slice(baseurl.length) : local
  }
  const begins = (text: string): boolean =>
    /^(?:https?:\/)?\//.test(text) || (url !== '' && text.startsWith(url))
  return begins(theirs) && begins(ours) && path(theirs) === path(ours)
}
