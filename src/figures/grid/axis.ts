/** Columns from the left, or rows from the top, and the channels between them, in pixels. */
import type { Extent } from './lanes.ts'

/** What one axis has to have room for. */
export interface Needs {
  /** of each column or row */
  readonly lines: number[]
  /** of each channel: labels at its beginning and its end, and links that turn in it */
  readonly channels: { before: number; tracks: number; behind: number }[]
  /** of each column or row: what groups that begin or end with it want outside of it */
  readonly pads: { before: number; behind: number }[]
}

export interface Axis {
  readonly lines: readonly Extent[]
  /** without the borders of groups */
  readonly channels: readonly Extent[]
  /** where links turn in a channel */
  track(channel: number, track: number): number
  readonly length: number
}

const MARGIN = 8
/** Between two columns or rows. */
const LEAST = 44
/** An empty column or row. */
const EMPTY = 24
const TRACK = 16
const ASIDE = 14

export const needsOf = (count: number): Needs => ({
  lines: Array.from({ length: count }, () => EMPTY),
  channels: Array.from({ length: count + 1 }, () => ({ before: 0, tracks: 0, behind: 0 })),
  pads: Array.from({ length: count }, () => ({ before: 0, behind: 0 })),
})

function lengthOf({ channels }: Needs, at: number): number {
  const { before, tracks, behind } = channels[at]!
  const turning = tracks === 0 ? 0 : (tracks - 1) * TRACK + 2 * ASIDE
  const wanted = before + turning + behind
  return at === 0 || at === channels.length - 1 ? wanted : Math.max(LEAST, wanted)
}

export function axisOf(needs: Needs): Axis {
  const lines: Extent[] = []
  const channels: Extent[] = []
  let at = MARGIN
  needs.channels.forEach((_, i) => {
    const start = at + (needs.pads[i - 1]?.behind ?? 0)
    const end = start + lengthOf(needs, i)
    channels.push([start, end])
    const line = needs.lines[i]
    if (line === undefined) {
      at = end
      return
    }
    const first = end + needs.pads[i]!.before
    lines.push([first, first + line])
    at = first + line
  })
  return {
    lines,
    channels,
    length: at + MARGIN,
    track(channel, track) {
      const [start, end] = channels[channel]!
      const { before, tracks, behind } = needs.channels[channel]!
      const middle = (start + before + end - behind) / 2
      return middle + (track - (tracks - 1) / 2) * TRACK
    },
  }
}
