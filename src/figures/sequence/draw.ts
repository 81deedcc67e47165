/** A sequence's shapes. */
import { paintsOf } from '../graph/attributes.ts'
import type { Label, Line, Paint, Scene, Shape } from '../scene/shapes.ts'
import { LABEL, SIDE, SMALL, TIME, TITLE, widthOf } from './columns.ts'
import type { Sequence } from './model.ts'
import type { Layout, PlacedBox, PlacedMessage, PlacedText } from './placed.ts'

type Look = typeof LABEL | typeof SMALL | typeof SIDE | typeof TITLE

export function drawSequence(sequence: Sequence, layout: Layout): Scene {
  const { columns, heads, messages, boxes, states, bars, times, bottom } = layout
  const { x } = columns
  const lines: Shape[] = x.map((at) => ({
    shape: 'line',
    points: [
      { x: at, y: heads.y + heads.height },
      { x: at, y: bottom },
    ],
    stroke: 'line',
    weight: 2,
    end: 'arrow',
  }))
  const titles = sequence.hosts.map((host, i): Shape[] => {
    const { fill, stroke, ink } = paintsOf(host.tint)
    const width = columns.heads[i]!
    const name = `host ${i}`
    const shapes: Shape[] = [
      {
        shape: 'box',
        name,
        x: x[i]! - width / 2,
        y: heads.y,
        width,
        height: heads.height,
        round: 5,
        stroke,
        fill: fill === 'none' ? 'ground' : fill,
      },
      ...labels(
        { lines: heads.lines[i]!, x: x[i]!, y: heads.y + heads.height / 2, anchor: 'middle' },
        TITLE,
        ink,
        name,
      ),
    ]
    return host.href === undefined ? shapes : [{ shape: 'link', href: host.href, shapes }]
  })
  const brackets = bars.map((bar): Line => {
    const { x: at, top, bottom: end, tint } = bar
    const [from, to] = [
      { x: at, y: top },
      { x: at, y: end },
    ]
    return { shape: 'line', points: [from, to], stroke: inkOf(tint, 'accent'), weight: 2, end: 'arrow' }
  })
  const shapes: Shape[] = [
    ...lines,
    ...titles.flat(),
    ...brackets,
    ...messages.map(wire),
    ...messages.flatMap(grounds),
    ...times.map(
      ({ text, y }): Label => ({
        shape: 'label',
        text,
        x: columns.times,
        y,
        anchor: 'end',
        font: TIME.font,
        size: TIME.size,
        paint: 'quiet',
      }),
    ),
    ...messages.flatMap(({ label, message }) =>
      label === undefined ? [] : labels(label, LABEL, inkOf(message.tint, message.isLost ? 'bad' : 'ink')),
    ),
    ...messages.flatMap(({ note }) => (note === undefined ? [] : labels(note, SMALL, 'quiet'))),
    ...states.flatMap((state) => labels(state, SIDE, inkOf(state.tint, 'ink'))),
    ...bars.flatMap(({ text, tint }) => labels(text, SIDE, inkOf(tint, 'accent'))),
    ...boxes.flatMap(boxed),
  ]
  return { width: columns.width, height: layout.height, shapes }
}

function inkOf(tint: Parameters<typeof paintsOf>[0], usual: Paint): Paint {
  if (tint === undefined) return usual
  const { stroke } = paintsOf(tint)
  return stroke === 'line' ? 'quiet' : stroke
}

function wire({ message, points }: PlacedMessage): Line {
  const { tint, isLost, isDashed, isAgain } = message
  return {
    shape: 'line',
    points,
    bend: 4,
    stroke: inkOf(tint, isLost ? 'bad' : 'ink'),
    weight: 1.5,
    end: isLost ? 'cross' : 'arrow',
    ...(isDashed || isAgain ? { dashed: true } : {}),
  }
}

/** Behind labels that the line of an overtaken message would go through. */
function grounds({ label }: PlacedMessage): readonly Shape[] {
  if (label?.isOver !== true) return []
  const width = widthOf(label.lines, LABEL) + 4
  const height = label.lines.length * LABEL.line
  return [{ shape: 'box', x: label.x - width / 2, y: label.y - height / 2, width, height, fill: 'ground' }]
}

function labels(
  { lines, x, y, anchor }: PlacedText,
  look: Look,
  paint: Paint,
  within?: string,
): readonly Label[] {
  const top = y - ((lines.length - 1) * look.line) / 2
  return lines.map((text, i) => ({
    shape: 'label',
    text,
    x,
    y: top + i * look.line,
    anchor,
    font: look.font,
    size: look.size,
    paint,
    ...(within === undefined ? {} : { within }),
  }))
}

function boxed(box: PlacedBox, nth: number): readonly Shape[] {
  const { fill, stroke, ink } = paintsOf(box.tint ?? (box.kind === 'note' ? 'raised' : undefined))
  const { x, y, width, height, kind } = box
  const name = `box ${nth}`
  return [
    {
      shape: 'box',
      name,
      x,
      y,
      width,
      height,
      round: kind === 'state' ? height / 2 : 2,
      stroke,
      fill: fill === 'none' ? 'ground' : fill,
    },
    ...labels(box.text, kind === 'note' ? SMALL : SIDE, ink, name),
  ]
}
