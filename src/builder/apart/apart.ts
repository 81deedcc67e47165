/**
 * Documents that are rendered apart from the others, in another thread or on another machine: each as if it were the first.
 *
 * Nothing is known there of the documents before, and nothing is guessed. What a rendering read is noted as always; who puts
 * the site together asks whether each fact is what it was there, and renders the document again where one is not. So what
 * is taken is what one thread would have made, whatever templates read.
 */
import { type Diagnostic, digest } from '../../base/index.ts'
import type { Left, Progress } from '../../render/index.ts'
import type { Besides, Fact, Trace } from '../kept/trace.ts'

/** What came of a document. */
export interface Apart {
  readonly trace: Trace
  /** its texts, as the store has them */
  readonly texts: Buffer
  /** whether it was only placed in its layouts, as an earlier build had converted it */
  readonly placed?: boolean
  /** digest of the document's fields, where it is known: it is kept with what was made of the file, and needs all of that to be made */
  readonly fields?: string | undefined
}

/**
 * Whether a rendering that read `fact` comes out the same where the fact is `now`. What documents leave for those after them
 * it had to make for itself, and may have made the same.
 */
export function cameOutAlike(fact: Fact, now: string | null, left: Left | undefined): boolean {
  if (now === fact.digest) return true
  const at = fact.name.indexOf(':')
  const what = fact.name.slice(at + 1)
  switch (fact.name.slice(0, at)) {
    case 'excerpt':
      return isDigestOf(left?.excerpts.get(what), now)
    case 'cached include':
      return isDigestOf(left?.includes.get(what), now)
    case 'warned':
      // It warns once too often, which `withoutGivenWarnings` takes back.
      return true
    default:
      return false
  }
}

function isDigestOf(text: string | undefined, now: string | null): boolean {
  return text !== undefined && digest(text) === now
}

/** `besides` without the warnings that the documents of `progress` gave already. */
export function withoutGivenWarnings(besides: Besides | undefined, progress: Progress): Besides | undefined {
  const { left } = besides ?? {}
  if (besides === undefined || left === undefined) return besides
  const given: readonly Diagnostic[] = [...left.warned].flatMap(([key, warnings]) =>
    progress.warned(key) ? warnings : [],
  )
  if (given.length === 0) return besides
  const texts = new Set(given.map((each) => JSON.stringify(each)))
  const diagnostics = besides.diagnostics.filter((each) => !texts.has(JSON.stringify(each)))
  const warned = new Map([...left.warned].filter(([key]) => !progress.warned(key)))
  return { ...besides, diagnostics, left: { ...left, warned } }
}
