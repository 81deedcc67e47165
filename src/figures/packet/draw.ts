/** A packet's shapes. */
import type { Look, Paint, Point, Scene, Shape } from '../scene/shapes.ts'
import { measure } from '../text/measure.ts'
import { LINE } from './cell.ts'
import { type Layout, NOTE, offsetText, type PlacedBrace, type PlacedCell, type PlacedRow } from './layout.ts'

const SMALL = 10

/** What names a cell's box: its place among all. */
const boxName = (row: number, cell: number, part?: number): string =>
  part === undefined ? `${row}.${cell}` : `${row}.${cell}.${part}`

export function drawPacket(layout: Layout): Scene {
  const { rows, braces, packet } = layout
  const shapes: Shape[] = []
  if (packet.ruler.bits) shapes.push(...ruler(layout))
  if (packet.ruler.bytes) shapes.push(...offsets(layout))
  const boxes: Shape[] = []
  const texts: Shape[] = []
  rows.forEach((row, i) => {
    row.cells.forEach((cell, at) => {
      boxes.push(...outlineOf(cell, boxName(i, at)))
      texts.push(...labelsOf(cell, boxName(i, at)))
      cell.parts.forEach((part, nth) => {
        boxes.push(...outlineOf(part, boxName(i, at, nth)))
        texts.push(...labelsOf(part, boxName(i, at, nth)))
      })
    })
  })
  shapes.push(...alike(boxes), ...alike(texts), ...braces.flatMap(braceOf), ...notes(layout))
  return { width: layout.width, height: layout.height, shapes }
}

/** Those that look alike next to each other: they are written as a group. None lies over another. */
function alike(shapes: readonly Shape[]): readonly Shape[] {
  const kinds = new Map<string, Shape[]>()
  for (const shape of shapes) {
    const key =
      shape.shape === 'label'
        ? `${shape.paint} ${shape.font} ${shape.size} ${shape.anchor}`
        : shape.shape === 'link'
          ? 'link'
          : `${shape.fill} ${shape.stroke} ${shape.dashed}`
    const same = kinds.get(key)
    if (same === undefined) kinds.set(key, [shape])
    else same.push(shape)
  }
  return [...kinds.values()].flat()
}

/** Numbers of bits, and marks between bytes. */
function ruler({ packet, bit, left, top }: Layout): readonly Shape[] {
  const { width } = packet
  const widest = measure(String(width - 1), 'mono', SMALL) + 2
  const step = [1, 4, 8].find((each) => each * bit >= widest) ?? 16
  const shapes: Shape[] = []
  for (let at = 0; at < width; at += step)
    shapes.push({
      shape: 'label',
      text: String(at),
      x: left + (at + 0.5) * bit,
      y: top - 8,
      anchor: 'middle',
      font: 'mono',
      size: SMALL,
      paint: 'quiet',
    })
  return shapes
}

function offsets(layout: Layout): readonly Shape[] {
  return layout.rows.flatMap(({ row, y, height }: PlacedRow): Shape[] => {
    const text = offsetText(row, layout.packet)
    if (text === '') return []
    const middle = y + Math.min(height / 2, 17)
    return [
      {
        shape: 'label',
        text,
        x: layout.left - 6,
        y: middle,
        anchor: 'end',
        font: 'mono',
        size: 11,
        paint: 'quiet',
      },
    ]
  })
}

function lookOf({ segment: { field } }: PlacedCell): Look {
  const fill: Paint = field.tint ?? (field.isUnused === true ? 'raised' : 'none')
  // Text is written on it.
  const ground = fill === 'good' || fill === 'bad' || fill === 'accent' ? 'mark' : fill
  const stroke = field.tint === 'good' || field.tint === 'bad' || field.tint === 'accent' ? field.tint : 'ink'
  return { fill: ground, stroke, ...(field.isOptional === true ? { dashed: true } : {}) }
}

/** A field's box: torn at its sides where it stands for more, open where it goes on in the next row. */
function outlineOf(cell: PlacedCell, name: string): readonly Shape[] {
  const { x, y, width, height, segment, isTorn } = cell
  const look = lookOf(cell)
  const whole = height + cell.parts.reduce((most, part) => Math.max(most, part.height), 0)
  const ground = { shape: 'box', name, x, y, width, height } as const
  if (isTorn) return [{ shape: 'line', points: tornBox(x, y, width, height), closed: true, ...look }, ground]
  const { above, below } = segment.goesOn
  if (!above && !below) {
    const outer = whole > height ? [{ ...ground, name: `${name} whole`, height: whole, ...look }] : []
    return outer.length > 0 ? [...outer, ground] : [{ ...ground, ...look }]
  }
  const [right, bottom] = [x + width, y + height]
  const corner = (px: number, py: number): Point => ({ x: px, y: py })
  const sides: Point[][] = [
    [corner(x, y), corner(x, bottom)],
    [corner(right, y), corner(right, bottom)],
  ]
  if (!above) sides.push([corner(x, y), corner(right, y)])
  if (!below) sides.push([corner(x, bottom), corner(right, bottom)])
  return [
    { ...ground, ...(look.fill === undefined ? {} : { fill: look.fill }) },
    ...sides.map((points): Shape => ({ shape: 'line', points, ...look, fill: 'none' })),
  ]
}

/** A box whose sides are torn in their middle. */
function tornBox(x: number, y: number, width: number, height: number): readonly Point[] {
  const [right, bottom, middle] = [x + width, y + height, y + height / 2]
  const aside = Math.min(4, width / 4)
  return [
    { x, y },
    { x: right, y },
    { x: right, y: middle - 6 },
    { x: right - aside, y: middle - 2 },
    { x: right + aside, y: middle + 2 },
    { x: right, y: middle + 6 },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y: middle + 6 },
    { x: x + aside, y: middle + 2 },
    { x: x - aside, y: middle - 2 },
    { x, y: middle - 6 },
  ]
}

function labelsOf(cell: PlacedCell, within: string): readonly Shape[] {
  const { lines, isTurned } = cell.cell
  const heights = lines.map(({ size }) => size * LINE)
  const sum = heights.reduce((all, each) => all + each, 0)
  const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2]
  let at = -sum / 2
  return lines.map((line, i): Shape => {
    const middle = at + heights[i]! / 2
    at += heights[i]!
    return isTurned
      ? { shape: 'label', ...line, x: x + middle, y, anchor: 'middle', turned: true, within }
      : { shape: 'label', ...line, x, y: y + middle, anchor: 'middle', within }
  })
}

function braceOf({ x, top, bottom, lines }: PlacedBrace): readonly Shape[] {
  const [from, to, middle] = [top + 2, bottom - 2, (top + bottom) / 2]
  const points: Point[] = [
    { x, y: from },
    { x: x + 6, y: from },
    { x: x + 6, y: middle },
    { x: x + 12, y: middle },
  ]
  const lower: Point[] = [
    { x, y: to },
    { x: x + 6, y: to },
    { x: x + 6, y: middle },
  ]
  const first = middle - ((lines.length - 1) / 2) * 13 * LINE
  return [
    { shape: 'line', points, bend: 6, stroke: 'quiet' },
    { shape: 'line', points: lower, bend: 6, stroke: 'quiet' },
    ...lines.map(
      (text, i): Shape => ({
        shape: 'label',
        text,
        x: x + 18,
        y: first + i * 13 * LINE,
        anchor: 'start',
        font: 'bold',
        size: 13,
        paint: 'ink',
      }),
    ),
  ]
}

function notes({ notes: all, left }: Layout): readonly Shape[] {
  return all.flatMap(({ mark, lines, y }) =>
    [mark, ...lines].map(
      (text, i): Shape => ({
        shape: 'label',
        text,
        x: i === 0 ? left : left + 14,
        y: y + (Math.max(0, i - 1) + 0.5) * NOTE * LINE,
        anchor: 'start',
        font: 'sans',
        size: NOTE,
        paint: 'quiet',
      }),
    ),
  )
}
