/** A timeline's shapes. */
import { paintsOf } from '../graph/attributes.ts'
import type { Label, Scene, Shape } from '../scene/shapes.ts'
import { LANE, type Layout, type PlacedItem, TEXT, TICK } from './layout.ts'
import type { Timeline } from './model.ts'

export function drawTimeline(timeline: Timeline, layout: Layout): Scene {
  const { left, right, axisY, ticks, lanes, width, height } = layout
  const across = (y: number, from: number, stroke: 'line' | 'raised'): Shape => ({
    shape: 'line',
    points: [
      { x: from, y },
      { x: right, y },
    ],
    stroke,
  })
  const down = (x: number, from: number, to: number, stroke: 'line' | 'raised'): Shape => ({
    shape: 'line',
    points: [
      { x, y: from },
      { x, y: to },
    ],
    stroke,
  })
  const shapes: Shape[] = [
    ...ticks.map(({ x }) => down(x, axisY, height, 'raised')),
    ...(timeline.hasAxis ? [across(axisY, left, 'line')] : []),
    ...ticks.map(({ x }) => down(x, axisY - 4, axisY, 'line')),
    ...lanes.slice(1).map(({ y }) => across(y - 10, 4, 'line')),
    ...ticks.flatMap(({ x, text, hasText }): Label[] =>
      hasText
        ? [
            {
              shape: 'label',
              text,
              x,
              y: axisY - 12,
              anchor: 'middle',
              font: TICK.font,
              size: TICK.size,
              paint: 'quiet',
            },
          ]
        : [],
    ),
    ...lanes.flatMap(({ lines, y, height: own }) => {
      const top = y + own / 2 - ((lines.length - 1) * LANE.line) / 2
      return lines.map(
        (text, i): Label => ({
          shape: 'label',
          text,
          x: 8,
          y: top + i * LANE.line,
          anchor: 'start',
          font: LANE.font,
          size: LANE.size,
          paint: 'ink',
        }),
      )
    }),
    ...lanes.flatMap(({ items }, lane) => items.flatMap((item, i) => drawItem(item, `${lane}.${i}`))),
  ]
  return { width, height, shapes }
}

function drawItem(placed: PlacedItem, name: string): readonly Shape[] {
  const { item, x, width, y, height, lines, label } = placed
  const { fill, stroke, ink } = paintsOf(item.tint ?? (width > 0 && !item.isArrow ? 'raised' : 'accent'))
  const middle = y + height / 2
  const shapes: Shape[] = []
  if (width === 0)
    shapes.push({ shape: 'box', x: x - 5, y: middle - 5, width: 10, height: 10, round: 5, fill: stroke })
  else if (item.isArrow) {
    const at = label.isInside ? y + height - 5 : middle
    const points = [
      { x, y: at },
      { x: x + width, y: at },
    ]
    // Two tips want room.
    const tips = width > 24 ? ({ start: 'arrow', end: 'arrow' } as const) : {}
    shapes.push({ shape: 'line', points, stroke, weight: 1.5, ...tips })
  } else
    shapes.push({
      shape: 'box',
      name,
      x,
      y,
      width,
      height,
      round: Math.min(4, width / 2),
      stroke,
      fill: fill === 'none' ? 'ground' : fill,
    })
  const centre = item.isArrow && label.isInside ? middle - 4 : middle
  const top = centre - ((lines.length - 1) * TEXT.line) / 2
  const isIn = label.isInside && !item.isArrow
  lines.forEach((text, i) => {
    shapes.push({
      shape: 'label',
      text,
      x: label.x,
      y: top + i * TEXT.line,
      anchor: label.anchor,
      font: TEXT.font,
      size: TEXT.size,
      paint: item.tint === undefined ? 'ink' : ink,
      ...(isIn ? { within: name } : {}),
    })
  })
  return item.href === undefined ? shapes : [{ shape: 'link', href: item.href, shapes }]
}
