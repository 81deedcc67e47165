/** What stands behind a link's text in Markdown, as jekyll-relative-links reads it: address, fragment, title. */

export interface Destination {
  readonly path: string
  /** from its `#` on; '' where there is none */
  readonly fragment: string
  /** with the white space before it; '' where there is none */
  readonly title: string
  /** where it ends; for a definition the end of its line */
  readonly end: number
}

/**
 * The destination of a link at `start`, behind `](`: up to its bracket, over line ends if need be. A fragment has a
 * character at least, and that may be the bracket. The caller knows that a bracket comes after `start`.
 */
export function linkDestination(text: string, start: number, titles: boolean): Destination | undefined {
  if (text[start] === ')') return undefined
  const endAt = (at: number): number => (text[at] === ')' ? at + 1 : -1)
  return destination(text, start, text.length, titles, endAt)
}

/** The destination of a definition at `start`, behind `]: `: a line, and what more of a title there is. */
export function definitionDestination(text: string, start: number, titles: boolean): Destination | undefined {
  const lineEnd = endOfLine(text, start)
  return lineEnd === start
    ? undefined
    : destination(text, start, lineEnd, titles, (at) => blankToLineEnd(text, at))
}

/** The shortest path from `start` that ends before `last`, with what follows it, then what `endAt` finds the end of. */
function destination(
  text: string,
  start: number,
  last: number,
  titles: boolean,
  endAt: (at: number) => number,
): Destination | undefined {
  /** the title and the end at `at`; of blanks in a row only the first is worth looking at */
  const rest = (
    at: number,
    isFirst: boolean,
  ): { readonly title: string; readonly end: number } | undefined => {
    const blank = isBlank(text[at])
    if (blank && !isFirst && isBlank(text[at - 1])) return undefined
    const titleEnd = titles && blank ? endOfTitle(text, at) : -1
    const titledEnd = titleEnd === -1 ? -1 : endAt(titleEnd)
    if (titledEnd !== -1) return { title: text.slice(at, titleEnd), end: titledEnd }
    const end = endAt(at)
    return end === -1 ? undefined : { title: '', end }
  }
  let noFragmentBefore = 0
  for (let at = start + 1; at <= last; at++) {
    if (text[at] === '#' && at >= noFragmentBefore) {
      const lineEnd = endOfLine(text, at)
      for (let to = at + 2; to <= lineEnd; to++) {
        const found = rest(to, to === at + 2)
        if (found !== undefined)
          return { path: text.slice(start, at), fragment: text.slice(at, to), ...found }
      }
      noFragmentBefore = lineEnd
    }
    const found = rest(at, at === start + 1)
    if (found !== undefined) return { path: text.slice(start, at), fragment: '', ...found }
  }
  return undefined
}

/** Where the title ends that stands in double quotes behind the blanks at `at`; -1 where there is none. */
function endOfTitle(text: string, at: number): number {
  let quote = at
  while (isBlank(text[quote])) quote++
  return text[quote] === '"' ? text.indexOf('"', quote + 1) + 1 || -1 : -1
}

/** The end of the line of `at` if nothing but blanks come before it, else -1. */
function blankToLineEnd(text: string, at: number): number {
  let end = at
  while (text[end] !== '\n' && isBlank(text[end])) end++
  return end === text.length || text[end] === '\n' ? end : -1
}

export function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '\v'
}
