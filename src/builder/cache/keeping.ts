/**
 * Which entries stay, and which segments are written anew.
 *
 * A save writes what is new into a segment of its own. Old segments no larger than what is written anyway go into it, so
 * that their number grows with the logarithm of the bytes and a byte is seldom moved; so do those of which a quarter is
 * dead. Entries may fill three quarters of the bound: then all segments together never pass it.
 */
import type { Rows } from './rows.ts'

/** Segments below this are not worth a file of their own. */
const SMALL = 64 * 1024

/** The part of a segment's bytes that entries in use have at least. */
const LIVE_PART = 3 / 4

/** Saves after which an entry that none of them used is old. */
const RECENT = 3

/** The part of all room that entries may have though they are old. */
const SPARE_PART = 64

/** Bytes that entries may have together where their files may have `limitBytes`. */
export function roomFor(limitBytes: number): number {
  return Math.floor(limitBytes * LIVE_PART)
}

/**
 * The part of `room` that entries are worth: what the last saves used. A change of a layout leaves a result of every page
 * that no build will ask for again. Where all is little, old ones may stay: a branch may come back.
 */
export function roomWorth(rows: Rows, generation: number, room: number): number {
  let recent = 0
  for (let row = 0; row < rows.count; row++)
    if (rows.used(row) > generation - RECENT) recent += rows.length(row)
  return Math.min(room, Math.max(recent, Math.floor(room / SPARE_PART)))
}

/** Those that fit into `room`: the last used, and of those used alike the first in the last segment but new ones. */
export function rowsThatFit(rows: Rows, room: number): Rows {
  let left = room
  for (let row = 0; row < rows.count; row++) left -= rows.length(row)
  if (left >= 0) return rows
  const leastUseful = Array.from({ length: rows.count }, (_, row) => row).sort(
    (a, b) =>
      rows.used(a) - rows.used(b) || rows.segment(b) - rows.segment(a) || rows.offset(b) - rows.offset(a),
  )
  const dropped = new Set<number>()
  for (const row of leastUseful) {
    if (left >= 0) break
    left += rows.length(row)
    dropped.add(row)
  }
  return rows.filter((row) => !dropped.has(row))
}

/**
 * Numbers of the segments of these sizes whose entries move into a new one. The last is the one being made: it is among
 * them where too much of it is dead.
 */
export function segmentsToMerge(sizes: readonly number[], rows: Rows): ReadonlySet<number> {
  const live = sizes.map(() => 0)
  for (let row = 0; row < rows.count; row++) live[rows.segment(row)]! += rows.length(row)
  const made = sizes.length - 1
  const merged = new Set([...sizes.keys()].filter((number) => live[number]! < sizes[number]! * LIVE_PART))
  let gathered = live[made]!
  for (const number of merged) if (number !== made) gathered += live[number]!
  if (gathered === 0) return merged
  const rest = [...sizes.keys()].filter((number) => number !== made && !merged.has(number))
  rest.sort((a, b) => sizes[a]! - sizes[b]!)
  for (const number of rest) {
    if (sizes[number]! > Math.max(gathered, SMALL)) break
    merged.add(number)
    gathered += live[number]!
  }
  return merged
}
