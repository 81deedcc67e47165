/** The types that compare/ shares among its files. */
import type { KindName } from './kinds.ts'

/** A built site: an output folder, a build in memory, a copy of what a server sends. Paths are relative and posix. */
export interface BuiltTree {
  readonly paths: readonly string[]
  /** the bytes of one of `paths`; undefined where there is no such file, or where it cannot be read */
  readonly bytes: (path: string) => Uint8Array | undefined
}

/** A part of a text, in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** One place where two texts part: what stands there in each. A range may be empty. */
export interface Change {
  readonly theirs: Range
  readonly ours: Range
}

/** A change with what it is. */
export interface Difference {
  readonly kind: KindName
  /** what stands there in each, cut where it is long */
  readonly theirs: string
  readonly ours: string
  /** line and column of ours, from 1; absent where it is no text */
  readonly line?: number
  readonly column?: number
  /** the whole line of ours around it, for seeking it in the sources */
  readonly around: string
}

/**
 * 'unseen' is a file whose differences no reader sees, 'look' one that somebody must look at, 'missing' one that only
 * theirs has, 'extra' one that only ours has, 'unread' one that theirs lists and does not give.
 */
type Verdict = 'same' | 'unseen' | 'look' | 'missing' | 'extra' | 'unread'

export interface FileComparison {
  readonly path: string
  readonly verdict: Verdict
  readonly differences: readonly Difference[]
  /** for a missing file: one of ours that is probably the same page under another name */
  readonly meant?: string
}

export interface Comparison {
  /** how many files are equal byte for byte */
  readonly same: number
  /** all others, by path */
  readonly files: readonly FileComparison[]
}
