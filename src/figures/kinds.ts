/** The kinds of figures, by the language of their fences. */
import { blocks } from './blocks/blocks.ts'
import { bpf } from './bpf/bpf.ts'
import { dot } from './dot/dot.ts'
import type { FigureKind } from './kind.ts'
import { machine } from './machine/machine.ts'
import { packet } from './packet/packet.ts'
import { sequence } from './sequence/sequence.ts'
import { timeline } from './timeline/timeline.ts'
import { topology } from './topology/topology.ts'

/** In the order in which they are listed. */
export const KINDS: readonly FigureKind[] = [packet, topology, blocks, bpf, sequence, machine, timeline, dot]

export function kindNamed(name: string): FigureKind | undefined {
  return KINDS.find((kind) => kind.name === name.toLowerCase())
}
