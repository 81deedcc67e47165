/** What stands behind a link's text in Markdown, as jekyll-relative-links reads it: address, fragment, title. */

import { fromBehind, isBlank, type TitleEnds } from './title-ends.ts'

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
export function linkDestination(text: string, start: number, titles: TitleEnds): Destination | undefined {
  if (text[start] === ')') return undefined
  const endAt = (at: number): number => (text[at] === ')' ? at + 1 : -1)
  return destination(text, start, text.length, titles, endAt)
}

/** Reads destinations of definitions, behind `]: `: a line, and what more of a title there is. */
export function definitionReader(
  text: string,
  titles: TitleEnds,
): (start: number) => Destination | undefined {
  const endAt = lineEndReader(text)
  return (start) => {
    const lineEnd = endOfLine(text, start)
    return lineEnd === start ? undefined : destination(text, start, lineEnd, titles, endAt)
  }
}

/** The shortest path from `start` that ends before `last`, with what follows it, then what `endAt` finds the end of. */
function destination(
  text: string,
  start: number,
  last: number,
  titles: TitleEnds,
  endAt: (at: number) => number,
): Destination | undefined {
  /** the title and the end at `at`; of blanks in a row only the first is worth looking at */
  const rest = (
    at: number,
    isFirst: boolean,
  ): { readonly title: string; readonly end: number } | undefined => {
    const blank = isBlank(text[at])
    if (blank && !isFirst && isBlank(text[at - 1])) return undefined
    for (const titleEnd of blank ? titles(at) : []) {
      const titledEnd = endAt(titleEnd)
      if (titledEnd !== -1) return { title: text.slice(at, titleEnd), end: titledEnd }
    }
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

/** Gives the end of the line of a place if nothing but blanks come before it, else -1. */
function lineEndReader(text: string): (at: number) => number {
  let ends: Int32Array | undefined
  return (at) => {
    ends ??= fromBehind(text, (place, behind) =>
      place === text.length || text[place] === '\n' ? place : isBlank(text[place]) ? behind : -1,
    )
    return ends[at] ?? -1
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
