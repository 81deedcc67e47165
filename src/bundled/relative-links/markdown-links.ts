/** Links of Markdown text as jekyll-relative-links reads them, those in code too. */
import { type Destination, definitionReader, linkDestination } from './destination.ts'
import type { FindTarget } from './target.ts'
import { isBlank, noTitles, titleEnds } from './title-ends.ts'

/** What the plugin's versions read otherwise. */
export interface LinkRules {
  /** whether links may have titles */
  readonly titles: boolean
  /** whether an image belongs to the text it stands in, and no text goes on behind a `](` of its own */
  readonly images: boolean
}

/** A link or a definition in the text. */
interface Link {
  /** where it begins */
  readonly start: number
  /** what stands for it before the address */
  readonly opening: string
  readonly destination: Destination
  readonly closing: string
}

/** `text` with the links that lead into the site rewritten. */
export function rewriteMarkdown(text: string, rules: LinkRules, target: FindTarget): string {
  if (!text.includes('](') && !text.includes(']: ')) return text
  const readers = linkReaders(text, rules)
  let out = ''
  let done = 0
  for (let open = text.indexOf('['); open !== -1; ) {
    const link = firstLink(text, open, done, readers)
    if (link !== undefined) {
      const { path, fragment, title, end } = link.destination
      const url = target(path)
      out += text.slice(done, link.start)
      out +=
        url === undefined ? text.slice(link.start, end) : link.opening + url + fragment + title + link.closing
      done = end
    }
    open = text.indexOf('[', link === undefined ? open + 1 : done)
  }
  return out + text.slice(done)
}

/** What begins first with the `[` at `open`: a definition takes the blank lines before it, and a link goes first. */
function firstLink(
  text: string,
  open: number,
  done: number,
  { linkAt, definitionAt }: LinkReaders,
): Link | undefined {
  const start = startOfDefinition(text, open, done)
  const definition = (): Link | undefined => (start === -1 ? undefined : definitionAt(open, start))
  return start === -1 || start === open ? (linkAt(open) ?? definition()) : (definition() ?? linkAt(open))
}

/** The first start of a line, not before `done`, from which on there are but blanks up to `open`; -1 if there is none. */
function startOfDefinition(text: string, open: number, done: number): number {
  let blank = open
  while (blank > done && isBlank(text[blank - 1])) blank--
  if (blank === 0 || text[blank - 1] === '\n') return blank
  const newline = text.slice(blank, open).indexOf('\n')
  return newline === -1 ? -1 : blank + newline + 1
}

/** What reads from a `[` on. */
interface LinkReaders {
  /** `[text](address "title")` */
  linkAt(open: number): Link | undefined
  /** `[name]: address "title"` on a line of its own, which begins at `start` and is printed with a line break before it */
  definitionAt(open: number, start: number): Link | undefined
}

function linkReaders(text: string, { titles, images }: LinkRules): LinkReaders {
  const ends = titles ? titleEnds(text) : noTitles
  const lastBracket = text.lastIndexOf(')')
  const definition = definitionReader(text, ends)
  const readLink = behindText(text, images, '](', (at) =>
    at < lastBracket ? linkDestination(text, at, ends) : undefined,
  )
  const readDefinition = behindText(text, images, ']: ', definition)
  return {
    linkAt: (open) => readLink(open, open, '', ')'),
    definitionAt: (open, start) => readDefinition(open, start, '\n', ''),
  }
}

/**
 * Reads a text from its `[` on and what is behind it. The text ends at the first `closing` of its line that has an
 * address behind it, counted without what stands in images; only where that gives nothing an image is letters like
 * others. Whether an address is found from a place on does not depend on where the text began, so no place is looked at
 * twice.
 */
function behindText(
  text: string,
  images: boolean,
  closing: string,
  destinationAt: (at: number) => Destination | undefined,
): (open: number, start: number, before: string, after: string) => Link | undefined {
  const seen = new Uint8Array(text.length + 1)
  const imageEnds = imageReader(text)
  return (open, start, before, after) => {
    const ahead = [open + 1]
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (seen[at] === 1) continue
      seen[at] = 1
      const address = at + closing.length
      const destination = text.startsWith(closing, at) ? destinationAt(address) : undefined
      if (destination !== undefined)
        return { start, opening: before + text.slice(open, address), destination, closing: after }
      const stops = at === text.length || text[at] === '\n' || (images && text.startsWith('](', at))
      if (!stops) ahead.push(at + 1)
      if (images && text.startsWith('![', at)) ahead.push(...imageEnds(at))
    }
    return undefined
  }
}

/** Gives where the image at a `![` may end, what is tried first at last: `![text](address)`, or but its `![text]`. */
function imageReader(text: string): (at: number) => readonly number[] {
  const square = finder(text, ']')
  const round = finder(text, ')')
  return (at) => {
    const close = square(at + 2)
    if (close === -1) return []
    const end = text[close + 1] === '(' ? round(close + 2) : -1
    return end === -1 ? [close + 1] : [close + 1, end + 1]
  }
}

/** `text.indexOf(mark, from)`, which for places between the last one asked for and what was found there is known. */
function finder(text: string, mark: string): (from: number) => number {
  let asked = 0
  let found = -2
  return (from) => {
    if (found === -2 || from < asked || (found !== -1 && from > found)) {
      found = text.indexOf(mark, from)
      asked = from
    }
    return found
  }
}
