/** A block diagram as shapes: bands of the layers at the back, then lines, boxes and labels. */
import { drawCard, sizeOfCard } from '../graph/card.ts'
import { placeGraph } from '../graph/elk.ts'
import { drawWire, linkOf, type Route, routeBeside, spaceBeside, type Wire } from '../graph/wire.ts'
import type { Point, Scene, Shape } from '../scene/shapes.ts'
import { measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import { type Blocks, blocksOf, type Layer } from './model.ts'

const NAME = { font: 'bold', size: 13, line: 17, narrow: 90, widest: 240, pad: 12 } as const
/** How far a band reaches around its boxes, and how far rows are apart: labels of links stand in the band that they begin in. */
const ROOM = { plain: { around: 10, step: 44 }, labelled: { around: 25, step: 68 } } as const
const GAP = 36

type Place = Point & { readonly width: number; readonly height: number }

export function drawBlocks(blocks: Blocks): Scene {
  const rows = blocks.layers.flatMap((layer) => layer.rows)
  const rowOf = new Map(rows.flatMap(({ blocks: own }, row) => own.map(({ key }) => [key, row])))
  const isBeside = ({ from, to }: Wire): boolean => rowOf.get(from) === rowOf.get(to)
  const pairs = pairsOf(blocks.links.filter(isBeside))
  const space = [...pairs.values()].map(spaceBeside)
  const height = new Map<string, number>()
  for (const [i, wires] of [...pairs.values()].entries())
    for (const key of [wires[0]!.from, wires[0]!.to])
      height.set(key, Math.max(height.get(key) ?? 0, space[i]!.height))
  const links = blocks.links.filter((wire) => !isBeside(wire))
  const room = links.some(({ label, step }) => label !== '' || step !== undefined)
    ? ROOM.labelled
    : ROOM.plain
  const placed = placeGraph({
    direction: 'down',
    step: room.step,
    gap: Math.max(GAP, ...space.map(({ width }) => width)),
    boxes: blocksOf(blocks).map(({ key, card }) => {
      const size = sizeOfCard(card)
      return {
        id: key,
        width: size.width,
        height: Math.max(size.height, height.get(key) ?? 0),
        row: rowOf.get(key)!,
      }
    }),
    links: links.map((wire, i) => linkOf(wire, `e${i}`)),
  })
  const names = blocks.layers.map(nameOf)
  const column = Math.max(0, ...names.map(({ width }) => width))
  const moved = ({ x, y }: Point): Point => ({ x: x + column, y: y + room.around })
  const at = (key: string): Place => {
    const box = placed.boxes.get(key)!
    return { ...box, ...moved(box) }
  }
  const width = placed.width + column
  const bands = blocks.layers.flatMap((layer, i) =>
    drawBand(layer, names[i]!.lines, { at, width, around: room.around, name: `l${i}` }),
  )
  const drawn = [
    ...links.map((wire, i) => {
      const { points, labels } = placed.links.get(`e${i}`)!
      return drawWire(wire, { points: points.map(moved), labels: labels.map(moved) }, `e${i}`)
    }),
    ...[...pairs.values()].flatMap((wires, i) => {
      const routes: readonly Route[] = routeBeside(wires, at(wires[0]!.from), at(wires[0]!.to))
      return wires.map((wire, k) => drawWire(reversed(wire, wires[0]!), routes[k]!, `s${i}.${k}`))
    }),
  ]
  return {
    width,
    height: placed.height + 2 * room.around,
    shapes: [
      ...bands,
      ...drawn.map(({ line }) => line),
      ...blocksOf(blocks).flatMap(({ key, card }) => drawCard(card, at(key), key)),
      ...drawn.flatMap(({ labels }) => labels),
    ],
  }
}

/** Links by the boxes that they lead between, whichever way. */
function pairsOf(wires: readonly Wire[]): ReadonlyMap<string, readonly Wire[]> {
  const pairs = new Map<string, Wire[]>()
  for (const wire of wires) {
    const name = [wire.from, wire.to].sort().join(' ')
    const pair = pairs.get(name)
    if (pair === undefined) pairs.set(name, [wire])
    else pair.push(wire)
  }
  return pairs
}

/** `wire` as it is drawn on a route that leads as `first` does. */
function reversed(wire: Wire, first: Wire): Wire {
  if (wire.from === first.from) return wire
  return { ...wire, arrows: { atFrom: wire.arrows.atTo, atTo: wire.arrows.atFrom } }
}

function nameOf({ title }: Layer): { readonly lines: readonly string[]; readonly width: number } {
  const lines = wrap(title, NAME.font, NAME.size, NAME.narrow)
    .filter((line) => line !== '')
    .map((line) => cut(line, NAME.font, NAME.size, NAME.widest))
  const widest = Math.max(0, ...lines.map((line) => measure(line, NAME.font, NAME.size)))
  return { lines, width: lines.length === 0 ? 0 : Math.ceil(widest) + 2 * NAME.pad }
}

function drawBand(
  { rows }: Layer,
  lines: readonly string[],
  {
    at,
    width,
    around,
    name,
  }: { at(key: string): Place; readonly width: number; readonly around: number; readonly name: string },
): readonly Shape[] {
  const places = rows.flatMap(({ blocks }) => blocks.map(({ key }) => at(key)))
  if (lines.length === 0 || places.length === 0) return []
  let top = Math.min(...places.map(({ y }) => y)) - around
  let height = Math.max(...places.map((place) => place.y + place.height)) + around - top
  const middle = top + height / 2
  const least = lines.length * NAME.line + 4
  if (height < least) {
    top = middle - least / 2
    height = least
  }
  return [
    {
      shape: 'box',
      name,
      x: 0.5,
      y: top,
      width: width - 1,
      height,
      round: 6,
      fill: 'raised',
      stroke: 'line',
    },
    ...lines.map(
      (text, i): Shape => ({
        shape: 'label',
        text,
        x: NAME.pad,
        y: middle + (i + 0.5 - lines.length / 2) * NAME.line,
        anchor: 'start',
        font: NAME.font,
        size: NAME.size,
        paint: 'quiet',
        within: name,
      }),
    ),
  ]
}
