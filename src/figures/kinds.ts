/** The kinds of figures, by the language of their fences. */
import type { FigureKind } from './kind.ts'
import { packet } from './packet/packet.ts'

/** In the order in which they are listed. */
export const KINDS: readonly FigureKind[] = [packet]

export function kindNamed(name: string): FigureKind | undefined {
  return KINDS.find((kind) => kind.name === name.toLowerCase())
}
