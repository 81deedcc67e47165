/** A topology as shapes: groups at the back, then lines, boxes and labels. */

import { paintsOf } from '../graph/attributes.ts'
import { type Card, drawCard, sizeOfCard } from '../graph/card.ts'
import { type Direction, type GraphBox, placeGraph } from '../graph/elk.ts'
import { drawWire, linkOf } from '../graph/wire.ts'
import { placeInGrid } from '../grid/grid.ts'
import type { Box, Scene, Shape } from '../scene/shapes.ts'
import { measure } from '../text/measure.ts'
import { cut } from '../text/wrap.ts'
import { allOf, type Group, type Member, type Node, type Topology } from './model.ts'
import { cellsOf } from './places.ts'

const HEAD = { size: 13, height: 22, left: 12, widest: 420 } as const

export function drawTopology(topology: Topology, direction: Direction): Scene {
  const wires = [...topology.links, ...topology.paths.flatMap(({ steps }) => steps)]
  const boxes = topology.members.map(boxOf)
  const links = wires.map((wire, i) => linkOf(wire, `e${i}`))
  const cells = cellsOf(topology.members)
  const placed =
    cells === undefined ? placeGraph({ direction, boxes, links }) : placeInGrid(boxes, links, cells)
  const groups: Shape[] = []
  const nodes: Shape[] = []
  for (const member of allOf(topology.members)) {
    const at = placed.boxes.get(member.key)!
    if (member.kind === 'group') groups.push(...drawGroup(member, at))
    else nodes.push(...drawCard(cardOf(member), at, member.key))
  }
  const drawn = wires.map((wire, i) => drawWire(wire, placed.links.get(`e${i}`)!, `e${i}`))
  return {
    width: placed.width,
    height: placed.height,
    shapes: [...groups, ...drawn.map(({ line }) => line), ...nodes, ...drawn.flatMap(({ labels }) => labels)],
  }
}

function cardOf({ title, icon, addresses, tint, href }: Node): Card {
  return {
    title,
    details: addresses,
    cells: [],
    hooks: [],
    ...(icon === undefined ? {} : { icon }),
    ...(tint === undefined ? {} : { tint }),
    ...(href === undefined ? {} : { href }),
  }
}

const headOf = ({ title }: Group): string => cut(title, 'bold', HEAD.size, HEAD.widest)

function boxOf(member: Member): GraphBox {
  if (member.kind === 'node') return { id: member.key, ...sizeOfCard(cardOf(member)) }
  const width = Math.ceil(measure(headOf(member), 'bold', HEAD.size)) + 2 * HEAD.left
  return {
    id: member.key,
    width,
    height: HEAD.height,
    head: HEAD.height,
    children: member.members.map(boxOf),
  }
}

function drawGroup(group: Group, at: Omit<Box, 'shape'>): readonly Shape[] {
  const { stroke, ink, fill } = paintsOf(group.tint)
  const name = group.key
  return [
    {
      ...at,
      shape: 'box',
      name,
      round: group.type === 'cloud' ? 24 : 8,
      stroke,
      ...(group.type === 'rack' ? { weight: 2 } : {}),
      ...(group.type === 'namespace' || group.type === 'group' ? { dashed: true } : {}),
      fill: fill === 'none' ? 'raised' : fill,
    },
    {
      shape: 'label',
      text: headOf(group),
      x: at.x + HEAD.left + (group.type === 'cloud' ? 2 : 0),
      y: at.y + 4 + HEAD.height / 2,
      anchor: 'start',
      font: 'bold',
      size: HEAD.size,
      paint: ink === 'ink' ? 'quiet' : ink,
      within: name,
    },
  ]
}
