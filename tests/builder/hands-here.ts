/** Hands without threads: they have taken some pieces of a job before the builder asks, and render them when it does. */

import { claim } from '../../src/builder/apart/hands.ts'
import type { Crew, Hands, Job, PieceResults } from '../../src/builder/index.ts'
import { renderPieces } from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'

/** `taking` says which pieces of how many they take. */
export function handsHere(wanted: number | undefined, taking: (piece: number, of: number) => boolean): Hands {
  return {
    wanted,
    cores: 4,
    start: (): Crew => {
      const made = new Map<number, PieceResults>()
      return {
        give(job: Job) {
          // As threads do, they start from the last; what they do not take is the builder's.
          const others = job.pieces
            .map((_, piece) => piece)
            .filter((piece) => !taking(piece, job.pieces.length))
          for (const piece of others) claim(job.claims, piece)
          renderPieces(job, BUNDLED, (piece, results) => made.set(piece, results))
          for (const piece of others) new Int32Array(job.claims)[piece] = 0
        },
        results: (piece) => made.get(piece),
        end: () => {},
      }
    },
  }
}
