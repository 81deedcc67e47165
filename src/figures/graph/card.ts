/** A box of a graph with what is in it, from the top: icon, name, details, cells in rows, hooks. */
import type { Icon } from '../icons/icon.ts'
import type { Box, Label, Point, Shape } from '../scene/shapes.ts'
import { type FontName, measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import { paintsOf, type Tint } from './attributes.ts'

export interface Card {
  readonly title: string
  readonly icon?: Icon
  /** addresses and the like */
  readonly details: readonly string[]
  readonly cells: readonly (readonly string[])[]
  readonly hooks: readonly { readonly title: string; readonly tint?: Tint }[]
  readonly tint?: Tint
  readonly href?: string
}

const PAD = { x: 12, y: 10 }
const ICON = 30
const TITLE = { font: 'sans', size: 14, line: 18 } as const
const DETAIL = { font: 'mono', size: 12, line: 16 } as const
const CELL = { size: 12, height: 22, pad: 6 } as const
const HOOK = { size: 12, height: 22, pad: 9, gap: 8 } as const
const BETWEEN = 6
/** Names are broken into lines at this width; one word is cut at the other. */
const NARROW = 150
const WIDEST = 420
const LEAST = { width: 64, height: 38 }

interface Rows {
  readonly title: readonly string[]
  readonly details: readonly string[]
  readonly width: number
  readonly height: number
}

const short = (text: string, font: FontName, size: number): string => cut(text, font, size, WIDEST)

function rowsOf(card: Card): Rows {
  const title = wrap(card.title, TITLE.font, TITLE.size, NARROW)
    .filter((line) => line !== '')
    .map((line) => short(line, TITLE.font, TITLE.size))
  const details = card.details.map((line) => short(line, DETAIL.font, DETAIL.size))
  const widths = [
    ...title.map((line) => measure(line, TITLE.font, TITLE.size)),
    ...details.map((line) => measure(line, DETAIL.font, DETAIL.size)),
    ...card.cells.map((row) => sum(row.map(cellWidth))),
    sum(card.hooks.map(({ title: text }) => hookWidth(text) + HOOK.gap)) - HOOK.gap,
  ]
  const heights = [
    card.icon === undefined ? 0 : ICON,
    title.length * TITLE.line,
    details.length * DETAIL.line,
    card.cells.length * CELL.height,
    card.hooks.length === 0 ? 0 : HOOK.height,
  ].filter((height) => height > 0)
  return {
    title,
    details,
    width: Math.max(card.icon === undefined ? 0 : ICON * 1.4, ...widths),
    height: sum(heights) + BETWEEN * (heights.length - 1),
  }
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0)
const cellWidth = (text: string): number =>
  measure(short(text, 'sans', CELL.size), 'sans', CELL.size) + 2 * CELL.pad
const hookWidth = (text: string): number =>
  measure(short(text, 'sans', HOOK.size), 'sans', HOOK.size) + 2 * HOOK.pad

export function sizeOfCard(card: Card): { readonly width: number; readonly height: number } {
  const { width, height } = rowsOf(card)
  return {
    width: Math.max(LEAST.width, Math.ceil(width) + 2 * PAD.x),
    height: Math.max(LEAST.height, height + 2 * PAD.y),
  }
}

/** @param name of the box, one in the figure */
export function drawCard(card: Card, at: Omit<Box, 'shape'>, name: string): readonly Shape[] {
  const rows = rowsOf(card)
  const { fill, stroke, ink } = paintsOf(card.tint)
  const middle = at.x + at.width / 2
  const shapes: Shape[] = [
    {
      shape: 'box',
      name,
      x: at.x,
      y: at.y,
      width: at.width,
      height: at.height,
      round: 5,
      fill: fill === 'none' ? 'ground' : fill,
      stroke,
      weight: 1.5,
    },
  ]
  let y = at.y + (at.height - rows.height) / 2
  if (card.icon !== undefined) {
    const { path, view } = card.icon
    const width = ICON * 1.4
    shapes.push({ shape: 'outline', x: middle - width / 2, y, width, height: ICON, path, view, fill: ink })
    y += ICON + BETWEEN
  }
  const lines = (
    texts: readonly string[],
    look: typeof TITLE | typeof DETAIL,
    paint: Label['paint'],
  ): void => {
    for (const text of texts) {
      shapes.push({
        shape: 'label',
        text,
        x: middle,
        y: y + look.line / 2,
        anchor: 'middle',
        font: look.font,
        size: look.size,
        paint,
        within: name,
      })
      y += look.line
    }
    if (texts.length > 0) y += BETWEEN
  }
  lines(rows.title, TITLE, ink)
  lines(rows.details, DETAIL, ink === 'ink' ? 'quiet' : ink)
  const inner = at.width - 2 * PAD.x
  card.cells.forEach((row, i) => {
    shapes.push(...drawCells(row, { x: at.x + PAD.x, y: y + i * CELL.height }, inner, `${name}.${i}`))
  })
  y += card.cells.length * CELL.height + (card.cells.length > 0 ? BETWEEN : 0)
  shapes.push(...drawHooks(card.hooks, { x: middle, y }, name))
  return card.href === undefined ? shapes : [{ shape: 'link', href: card.href, shapes }]
}

/** Side by side, over all of `width`. */
function drawCells(row: readonly string[], at: Point, width: number, name: string): readonly Shape[] {
  const own = row.map(cellWidth)
  const more = (width - sum(own)) / Math.max(1, row.length)
  let { x } = at
  const boxes: Shape[] = []
  const labels: Shape[] = []
  row.forEach((text, i) => {
    const box = `${name}.${i}`
    const wide = own[i]! + more
    boxes.push({
      shape: 'box',
      name: box,
      x,
      y: at.y,
      width: wide,
      height: CELL.height,
      stroke: 'line',
      fill: 'ground',
    })
    labels.push({
      shape: 'label',
      text: short(text, 'sans', CELL.size),
      x: x + wide / 2,
      y: at.y + CELL.height / 2,
      anchor: 'middle',
      font: 'sans',
      size: CELL.size,
      paint: 'ink',
      within: box,
    })
    x += wide
  })
  return [...boxes, ...labels]
}

function drawHooks(hooks: Card['hooks'], middle: Point, name: string): readonly Shape[] {
  const widths = hooks.map(({ title }) => hookWidth(title))
  let x = middle.x - (sum(widths) + HOOK.gap * (hooks.length - 1)) / 2
  return hooks.flatMap(({ title, tint }, i): readonly Shape[] => {
    const box = `${name}^${i}`
    const width = widths[i]!
    const left = x
    x += width + HOOK.gap
    const { fill, stroke, ink } = paintsOf(tint ?? 'mark')
    return [
      {
        shape: 'box',
        name: box,
        x: left,
        y: middle.y,
        width,
        height: HOOK.height,
        round: HOOK.height / 2,
        fill,
        stroke,
      },
      {
        shape: 'label',
        text: short(title, 'sans', HOOK.size),
        x: left + width / 2,
        y: middle.y + HOOK.height / 2,
        anchor: 'middle',
        font: 'sans',
        size: HOOK.size,
        paint: ink,
        within: box,
      },
    ]
  })
}
