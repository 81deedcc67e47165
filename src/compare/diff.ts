/** Where two lists part: the adapter of the `diff` package (Myers' algorithm). */
import { requirePackage } from '../base/index.ts'

interface Step {
  readonly count: number
  readonly added: boolean
  readonly removed: boolean
}

/** A stretch in which the lists differ: from item to item, the end exclusive. */
interface Stretch {
  readonly theirs: readonly [number, number]
  readonly ours: readonly [number, number]
}

/** The stretches in which `theirs` and `ours` differ; undefined when more than `most` items were put in or taken out. */
export function stretchesBetween(
  theirs: readonly string[],
  ours: readonly string[],
  most: number,
): readonly Stretch[] | undefined {
  const { diffArrays } = requirePackage('diff') as typeof import('diff')
  const steps = diffArrays([...theirs], [...ours], { maxEditLength: most }) as readonly Step[] | undefined
  if (steps === undefined) return undefined
  const stretches: Stretch[] = []
  let [a, b] = [0, 0]
  for (let i = 0; i < steps.length; ) {
    const from = [a, b] as const
    while (i < steps.length && (steps[i]!.added || steps[i]!.removed)) {
      const { added, count } = steps[i++]!
      if (added) b += count
      else a += count
    }
    if (a > from[0] || b > from[1]) stretches.push({ theirs: [from[0], a], ours: [from[1], b] })
    else {
      a += steps[i]!.count
      b += steps[i++]!.count
    }
  }
  return stretches
}
