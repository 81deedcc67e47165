/**
 * Where two texts part, as ranges that a person would mark: lines first, words in the lines that differ, each widened to
 * the whole word or address that it stands in. An instant in time is one word.
 */
import { stretchesBetween } from './diff.ts'
import { INSTANT } from './instants.ts'
import type { Change, Range } from './types.ts'

/** With more lines or words put in and taken out than this, two texts are one change: their likeness says nothing. */
const MOST = 300

const WORD = new RegExp(`${INSTANT}|[\\p{L}\\p{N}_]+|[\\p{Z}\\t]+|\\r?\\n|[\\s\\S]`, 'gu')

export function changesBetween(theirs: string, ours: string): readonly Change[] {
  const changes: Change[] = []
  for (const block of blocksBetween(theirs, ours)) changes.push(...wordsOf(theirs, ours, block))
  return merged(
    ours,
    changes.map((change) => widened(theirs, ours, change)),
  )
}

/** The blocks of lines that differ. */
function blocksBetween(theirs: string, ours: string): readonly Change[] {
  const [a, b] = [linesOf(theirs), linesOf(ours)]
  return rangesBetween(a, b) ?? [trimmed(theirs, ours)]
}

function wordsOf(theirs: string, ours: string, { theirs: a, ours: b }: Change): readonly Change[] {
  const [left, right] = [theirs.slice(a.start, a.end), ours.slice(b.start, b.end)]
  const found = rangesBetween(left.match(WORD) ?? [], right.match(WORD) ?? []) ?? [trimmed(left, right)]
  return found.map((each) => ({ theirs: moved(each.theirs, a.start), ours: moved(each.ours, b.start) }))
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function rangesBetween(theirs: readonly string[], ours: readonly string[]): readonly Change[] | undefined {
  const stretches = stretchesBetween(theirs, ours, MOST)
  if (stretches === undefined) return undefined
  const [a, b] = [offsetsOf(theirs), offsetsOf(ours)]
  return stretches.map((each) => ({
    theirs: { start: a[each.theirs[0]]!, end: a[each.theirs[1]]! },
    ours: { start: b[each.ours[0]]!, end: b[each.ours[1]]! },
  }))
}

/** Where each of `parts` begins, and where the last one ends. */
function offsetsOf(parts: readonly string[]): readonly number[] {
  const offsets = [0]
  let at = 0
  for (const part of parts) offsets.push((at += part.length))
  return offsets
}

/** All between the beginning and the end that both share. */
function trimmed(theirs: string, ours: string): Change {
  const least = Math.min(theirs.length, ours.length)
  let start = 0
  while (start < least && theirs[start] === ours[start]) start++
  let end = 0
  while (end < least - start && theirs[theirs.length - 1 - end] === ours[ours.length - 1 - end]) end++
  return { theirs: { start, end: theirs.length - end }, ours: { start, end: ours.length - end } }
}

/** What ends a word or an address. */
const EDGE = /[\s<>"'()[\]{},;]/

/** With what both share before and after, up to an edge, where the change itself begins or ends inside a word. */
function widened(theirs: string, ours: string, { theirs: a, ours: b }: Change): Change {
  const longer = a.end - a.start > b.end - b.start ? theirs.slice(a.start, a.end) : ours.slice(b.start, b.end)
  let before = 0
  while (!EDGE.test(longer[0] ?? '') && before < Math.min(a.start, b.start)) {
    const character = ours[b.start - before - 1]!
    if (character !== theirs[a.start - before - 1] || EDGE.test(character)) break
    before++
  }
  let after = 0
  while (!EDGE.test(longer.at(-1) ?? '')) {
    const character = ours[b.end + after]
    if (character === undefined || character !== theirs[a.end + after] || EDGE.test(character)) break
    after++
  }
  return {
    theirs: { start: a.start - before, end: a.end + after },
    ours: { start: b.start - before, end: b.end + after },
  }
}

/** So much that both share is no more than a word between two changes, in UTF-16 units. */
const BETWEEN = 12

/** Changes with next to nothing between them are one. */
function merged(ours: string, changes: readonly Change[]): readonly Change[] {
  const all: Change[] = []
  for (const change of changes) {
    const last = all.at(-1)
    const between = last === undefined ? '\n' : ours.slice(last.ours.end, change.ours.start)
    if (last === undefined || between.length > BETWEEN || between.includes('\n')) all.push(change)
    else
      all[all.length - 1] = {
        theirs: { start: last.theirs.start, end: Math.max(last.theirs.end, change.theirs.end) },
        ours: { start: last.ours.start, end: Math.max(last.ours.end, change.ours.end) },
      }
  }
  return all
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}
