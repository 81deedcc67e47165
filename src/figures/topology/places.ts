/** `at=2,1`: the column and the row that a node stands in. All nodes of a figure say theirs, or none. */
import { rangeOf } from '../grid/groups.ts'
import { type Cell, nameOf } from '../grid/ways.ts'
import type { DrawContext } from '../kind.ts'
import type { Word } from '../language/lines.ts'
import { allOf, type Group, type Member, type Node } from './model.ts'

/** More columns or rows are no figure. */
const MOST = 40

type Told = Pick<DrawContext, 'fault'>

export function cellOf(attribute: Word['attribute'], told: Told): Cell | undefined {
  if (attribute === undefined) return undefined
  const [column, row, more] = attribute.value.split(',').map((each) => Number(each.trim() || Number.NaN))
  const isLine = (line: number | undefined): line is number =>
    line !== undefined && Number.isInteger(line) && line >= 1 && line <= MOST
  if (isLine(column) && isLine(row) && more === undefined) return { column: column - 1, row: row - 1 }
  told.fault({
    message: `A place is a column and a row, from 1 to ${MOST}`,
    span: attribute.valueSpan,
    help: 'write `at=2,1`: the second column, at the top',
  })
  return undefined
}

const nodesIn = (members: readonly Member[]): readonly Node[] =>
  [...allOf(members)].filter((member) => member.kind === 'node')

export const hasPlaces = (members: readonly Member[]): boolean =>
  nodesIn(members).some(({ at }) => at !== undefined)

/** The cells of nodes by their keys; undefined unless all have one. */
export function cellsOf(members: readonly Member[]): ReadonlyMap<string, Cell> | undefined {
  const nodes = nodesIn(members)
  const cells = new Map(nodes.flatMap(({ key, at }) => (at === undefined ? [] : [[key, at] as const])))
  return cells.size === nodes.length && cells.size > 0 ? cells : undefined
}

/** Tells what cannot be drawn: nodes without a place beside others with one, two in one place, groups that lie over others. */
export function checkPlaces(
  members: readonly Member[],
  spans: ReadonlyMap<string, Word['span']>,
  told: Told,
): void {
  if (!hasPlaces(members)) return
  const standing = new Map<string, Node>()
  for (const node of nodesIn(members)) {
    const span = spans.get(node.key)!
    if (node.at === undefined) {
      told.fault({
        message: `"${node.name}" has no place, and others have one`,
        span,
        help: 'write `at=2,1` for each node, or for none',
      })
      continue
    }
    const other = standing.get(nameOf(node.at))
    if (other !== undefined)
      told.fault({
        message: `"${node.name}" and "${other.name}" stand in one place`,
        span,
        help: `give one of them another than at=${node.at.column + 1},${node.at.row + 1}`,
      })
    standing.set(nameOf(node.at), node)
  }
  for (const member of allOf(members))
    if (member.kind === 'group') checkGroup(member, standing, spans.get(member.key)!, told)
}

/** A group reaches over all columns and rows of its nodes: what else stands there would lie in it. */
function checkGroup(group: Group, standing: ReadonlyMap<string, Node>, span: Word['span'], told: Told): void {
  const own = nodesIn(group.members)
  const places = own.flatMap(({ at }) => (at === undefined ? [] : [at]))
  if (places.length === 0) return
  const { columns, rows } = rangeOf(places)
  const keys = new Set(own.map(({ key }) => key))
  const stranger = [...standing.values()].find(
    ({ key, at }) =>
      !keys.has(key) &&
      at!.column >= columns[0] &&
      at!.column <= columns[1] &&
      at!.row >= rows[0] &&
      at!.row <= rows[1],
  )
  if (stranger !== undefined)
    told.fault({
      message: `"${stranger.name}" stands among the nodes of "${group.name}", but is none of them`,
      span,
      help: 'give it, or them, other places',
    })
}
