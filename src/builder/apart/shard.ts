/** Shards of a build: on each of several machines a share of the documents is rendered, chosen by their names. */
import { sha256 } from '../../base/index.ts'
import type { DocId } from '../../site/index.ts'

/** Which of how many, from 1. */
export interface Shard {
  readonly shard: number
  readonly of: number
}

/** As many machines as nobody has. */
const MOST = 1000

/** The shard that `2/8` means; undefined where it is none. */
export function parseShard(text: string): Shard | undefined {
  const [, shard, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const numbers = { shard: Number(shard), of: Number(of) }
  const right = numbers.shard >= 1 && numbers.shard <= numbers.of && numbers.of <= MOST
  return shard !== undefined && right ? numbers : undefined
}

/** Whether the document belongs to the shard: to exactly one of all, the same on every machine. */
export function isInShard(id: DocId, { shard, of }: Shard): boolean {
  return Number.parseInt(sha256(id).slice(0, 8), 16) % of === shard - 1
}

/** `shard 2/8` */
export function shownShard({ shard, of }: Shard): string {
  return `shard ${shard}/${of}`
}
