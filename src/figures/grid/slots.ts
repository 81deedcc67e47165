/** Where at the side of its box each link ends: those that share a channel lie beside each other, with room for their labels. */
import { type Extent, lanesFor } from './lanes.ts'

/** The end of a link, or both where it leads straight. */
export interface Stub {
  readonly id: string
  /** its row, or column where it is upright */
  readonly line: number
  /** the channels that it lies in */
  readonly channels: Extent
  /** from the top or left where it would like to be */
  readonly order: number
  /** how high its labels are, or how wide where it is upright */
  readonly label: number
}

interface Slots {
  /** of each stub from the middle of its line, in pixels */
  readonly offsets: ReadonlyMap<string, number>
  /** how high a row has to be for its stubs, or how wide a column */
  readonly needs: ReadonlyMap<number, number>
}

const LEAST = 18
const AIR = 8

export function slotsFor(stubs: readonly Stub[]): Slots {
  const offsets = new Map<string, number>()
  const needs = new Map<number, number>()
  for (const together of clustersOf(stubs)) {
    const lanes = lanesFor(together.map(({ channels }) => channels))
    const gap = Math.max(LEAST, ...together.map(({ label }) => label + AIR))
    const last = Math.max(...lanes)
    together.forEach(({ id }, i) => {
      offsets.set(id, (lanes[i]! - last / 2) * gap)
    })
    const { line } = together[0]!
    needs.set(line, Math.max(needs.get(line) ?? 0, (last + 2) * gap))
  }
  return { offsets, needs }
}

/** Those of a line whose channels meet, as they would like to lie. */
function clustersOf(stubs: readonly Stub[]): readonly (readonly Stub[])[] {
  const clusters: Stub[][] = []
  let end = 0
  for (const stub of [...stubs].sort((a, b) => a.line - b.line || a.channels[0] - b.channels[0])) {
    const [low, high] = stub.channels
    const open = clusters.at(-1)
    if (open !== undefined && open[0]!.line === stub.line && low <= end) {
      open.push(stub)
      end = Math.max(end, high)
    } else {
      clusters.push([stub])
      end = high
    }
  }
  return clusters.map((cluster) => cluster.sort((a, b) => a.order - b.order))
}
