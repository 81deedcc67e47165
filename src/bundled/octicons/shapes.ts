/** GitHub's icons, through the package of their own, the only file that knows it: loaded when the first one is wanted. */
import { requirePackage } from '../../base/index.ts'

interface Shape {
  readonly width: number
  readonly path: string
}

type Table = Readonly<Record<string, { readonly heights: Readonly<Record<string, Shape>> }>>

/** One drawing of an icon. */
export interface OcticonShape extends Shape {
  readonly height: number
}

/**
 * The icon `name` in the drawing for a height of `wanted` pixels: the largest that is no higher, else the smallest.
 * Undefined when there is no such icon.
 */
export function octiconShape(name: string, wanted: number): OcticonShape | undefined {
  const table = requirePackage<Table>('@primer/octicons/build/data.json')
  if (!Object.hasOwn(table, name)) return undefined
  const shapes = Object.entries(table[name]?.heights ?? {})
    .map(([height, shape]) => ({ ...shape, height: Number(height) }))
    .sort((a, b) => a.height - b.height)
  return shapes.findLast(({ height }) => height <= wanted) ?? shapes[0]
}
