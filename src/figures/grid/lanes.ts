/** Spans beside each other: which may lie in one line, as none of them meets another. */

/** From lowest to highest, both belonging to it. */
export type Extent = readonly [low: number, high: number]

/** A lane for each span, from 0, the first in which there is room. */
export function lanesFor(spans: readonly Extent[]): readonly number[] {
  const lanes: Extent[][] = []
  return spans.map((span) => {
    const [low, high] = span
    const free = lanes.findIndex((lane) => lane.every((other) => other[1] < low || other[0] > high))
    if (free === -1) return lanes.push([span]) - 1
    lanes[free]!.push(span)
    return free
  })
}
