/** Links of Markdown text as jekyll-relative-links reads them, those in code too. */
import {
  type Destination,
  definitionDestination,
  endOfLine,
  isBlank,
  linkDestination,
} from './destination.ts'
import type { FindTarget } from './target.ts'

/** What the plugin's versions read otherwise. */
export interface LinkRules {
  /** whether links may have titles */
  readonly titles: boolean
  /** whether an image in a link's text belongs to the text */
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
  const linkAt = linkReader(text, rules)
  let out = ''
  let done = 0
  for (let open = text.indexOf('['); open !== -1; ) {
    const link = firstLink(text, open, done, rules, linkAt)
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
  rules: LinkRules,
  linkAt: (open: number) => Link | undefined,
): Link | undefined {
  const start = startOfDefinition(text, open, done)
  const definition = (): Link | undefined =>
    start === -1 ? undefined : definitionAt(text, start, open, rules)
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

/** `[name]: address "title"` on a line of its own, which is printed with a line break before it. */
function definitionAt(text: string, start: number, open: number, rules: LinkRules): Link | undefined {
  const line = text.slice(open, endOfLine(text, open))
  const address = line.indexOf(']: ') + 3
  if (address === 2) return undefined
  const destination = definitionDestination(text, open + address, rules.titles)
  return destination && { start, opening: `\n${line.slice(0, address)}`, destination, closing: '' }
}

/**
 * Reads `[text](address "title")`. The text ends at the first `](` of its line that has an address behind it, counted
 * without what stands in images; only where that gives nothing an image is letters like others. Whether an address is
 * found from a place on does not depend on where the text began, so no place is looked at twice.
 */
function linkReader(text: string, { titles, images }: LinkRules): (open: number) => Link | undefined {
  const seen = new Uint8Array(text.length + 1)
  const lastBracket = text.lastIndexOf(')')
  const imageEnd = imageReader(text)
  return (open) => {
    const ahead = [open + 1]
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (seen[at] === 1) continue
      seen[at] = 1
      const destination =
        text.startsWith('](', at) && at + 2 < lastBracket ? linkDestination(text, at + 2, titles) : undefined
      if (destination !== undefined)
        return { start: open, opening: text.slice(open, at + 2), destination, closing: ')' }
      if (at < text.length && text[at] !== '\n') ahead.push(at + 1)
      const behind = images ? imageEnd(at) : -1
      if (behind !== -1) ahead.push(behind)
    }
    return undefined
  }
}

/** Gives the end of the image `![text](address)` at a place, over line ends if need be; -1 where there is none. */
function imageReader(text: string): (at: number) => number {
  const square = finder(text, ']')
  const round = finder(text, ')')
  return (at) => {
    if (!text.startsWith('![', at)) return -1
    const close = square(at + 2)
    return close === -1 || text[close + 1] !== '(' ? -1 : round(close + 2) + 1 || -1
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
