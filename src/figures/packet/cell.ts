/** What is written in a field's box: in lines from left to right where they fit, else turned, else cut. */

import type { Paint } from '../scene/shapes.ts'
import type { FontName } from '../text/measure.ts'
import { measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import type { Segment } from './rows.ts'
import { rangeInWords } from './size.ts'

/** One line of text in a cell. */
interface CellLine {
  readonly text: string
  readonly font: FontName
  readonly size: number
  readonly paint: Paint
}

export interface Cell {
  readonly lines: readonly CellLine[]
  readonly isTurned: boolean
  /** what it needs, with air around it, in pixels */
  readonly height: number
}

/** Air between text and box: at the sides, above and below. */
const SIDE = 4
const ABOVE = 5
/** How high a turned name may make its row. */
const HIGHEST = 112
const SIZES = [13, 12, 11]

export const LINE = 1.25

/** @param width of the box, in pixels; @param mark of the note, `¹` */
export function cellOf({ field, isNamed }: Segment, width: number, mark: string): Cell {
  if (field.isUnused === true || !isNamed) return { lines: [], isTurned: false, height: 0 }
  const room = width - 2 * SIDE
  const rest = detailsOf(field)
  const name = field.name + mark
  for (const size of SIZES) {
    const lines = wrap(name, 'sans', size, room)
    if (lines.length > 3 || lines.some((line) => measure(line, 'sans', size) > room)) continue
    const all: CellLine[] = [
      ...lines.map((text): CellLine => ({ text, font: 'sans', size, paint: 'ink' })),
      ...fitting(rest, room),
    ]
    return { lines: all, isTurned: false, height: heightOf(all) + 2 * ABOVE }
  }
  return turned(name, rest, width)
}

/** Values and remarks that a field has besides its name. */
function detailsOf(field: Segment['field']): readonly CellLine[] {
  const { value, bits, least = 0, most, isOptional, isRepeated } = field
  const remarks = [
    bits === null && value === undefined ? rangeInWords(least, most ?? null) : '',
    isOptional === true && value === undefined ? 'optional' : '',
    isRepeated === true ? 'repeated' : '',
  ].filter((each) => each !== '')
  return [
    ...(value === undefined ? [] : [{ text: value, font: 'mono', size: 12, paint: 'accent' } as const]),
    ...(remarks.length === 0
      ? []
      : [{ text: remarks.join(', '), font: 'sans', size: 11, paint: 'quiet' } as const]),
  ]
}

/** Those that fit, a value cut to what there is room for. */
function fitting(lines: readonly CellLine[], room: number): readonly CellLine[] {
  return lines.flatMap((line) => {
    if (measure(line.text, line.font, line.size) <= room) return [line]
    const text = cut(line.text, line.font, line.size, room)
    return text.length > 1 && measure(text, line.font, line.size) <= room ? [{ ...line, text }] : []
  })
}

function heightOf(lines: readonly CellLine[]): number {
  return lines.reduce((sum, { size }) => sum + size * LINE, 0)
}

/** The name from below, and beside it what else there is room for. */
function turned(name: string, rest: readonly CellLine[], width: number): Cell {
  const size = 11
  if (width < size * 1.2) return { lines: [], isTurned: true, height: 0 }
  const [value] = rest.filter(({ paint }) => paint === 'accent')
  const hasRoom = value === undefined || size * LINE + value.size * LINE <= width - 2
  const shown = hasRoom ? name : `${name} = ${value.text}`
  const text = cut(shown, 'sans', size, HIGHEST - 2 * ABOVE)
  const lines: CellLine[] = [{ text, font: 'sans', size, paint: hasRoom ? 'ink' : 'accent' }]
  let taken = size * LINE
  for (const line of hasRoom ? rest : []) {
    if (taken + line.size * LINE > width - 2) break
    lines.push({ ...line, text: cut(line.text, line.font, line.size, HIGHEST - 2 * ABOVE) })
    taken += line.size * LINE
  }
  const length = Math.max(...lines.map((line) => measure(line.text, line.font, line.size)))
  return { lines, isTurned: true, height: length + 2 * ABOVE }
}
