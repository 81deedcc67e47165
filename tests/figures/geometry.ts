/** What may not be in a figure: labels outside their boxes or over each other, shapes outside of it. */
import { labelBounds, type Scene, type Shape } from '../../src/figures/index.ts'

interface Point {
  readonly x: number
  readonly y: number
}

interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

const SLACK = 0.5

function inside(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x >= outer.x - SLACK &&
    inner.y >= outer.y - SLACK &&
    inner.x + inner.width <= outer.x + outer.width + SLACK &&
    inner.y + inner.height <= outer.y + outer.height + SLACK
  )
}

function overlap(a: Bounds, b: Bounds): boolean {
  return (
    a.x + SLACK < b.x + b.width &&
    b.x + SLACK < a.x + a.width &&
    a.y + SLACK < b.y + b.height &&
    b.y + SLACK < a.y + a.height
  )
}

function* flat(shapes: readonly Shape[]): Generator<Shape> {
  for (const shape of shapes)
    if (shape.shape === 'link') yield* flat(shape.shapes)
    else yield shape
}

/** Places on Bézier curves, whose handles may lie anywhere: the ends, and some between. */
function onCurve(points: readonly Point[]): readonly Point[] {
  return points.flatMap((from, i) => {
    const [a, b, to] = points.slice(i + 1, i + 4)
    if (i % 3 !== 0 || a === undefined || b === undefined || to === undefined)
      return i % 3 === 0 ? [from] : []
    return [0, 0.25, 0.5, 0.75, 1].map((t) => {
      const at = (axis: 'x' | 'y'): number =>
        (1 - t) ** 3 * from[axis] +
        3 * (1 - t) ** 2 * t * a[axis] +
        3 * (1 - t) * t ** 2 * b[axis] +
        t ** 3 * to[axis]
      return { x: at('x'), y: at('y') }
    })
  })
}

/** In words; none where all is well. */
export function problemsOf(scene: Scene): string[] {
  const problems: string[] = []
  const all = [...flat(scene.shapes)]
  const whole = { x: 0, y: 0, width: scene.width, height: scene.height }
  const boxes = new Map<string, Bounds>()
  for (const shape of all)
    if (shape.shape === 'box' && shape.name !== undefined) {
      if (boxes.has(shape.name)) problems.push(`two boxes are called ${shape.name}`)
      boxes.set(shape.name, shape)
    }
  const labels = all
    .filter((shape) => shape.shape === 'label')
    .map((label) => ({ label, at: labelBounds(label) }))
  for (const { label, at } of labels) {
    if (!inside(at, whole)) problems.push(`"${label.text}" is outside the figure`)
    const box = label.within === undefined ? undefined : boxes.get(label.within)
    if (label.within !== undefined && box === undefined) problems.push(`there is no box ${label.within}`)
    if (box !== undefined && !inside(at, box)) problems.push(`"${label.text}" is outside its box`)
  }
  // Sorted from the top, so that only neighbours are compared.
  const sorted = labels.filter(({ label }) => label.over !== true).sort((a, b) => a.at.y - b.at.y)
  sorted.forEach(({ label, at }, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k]!.at.y < at.y + at.height; k++)
      if (overlap(at, sorted[k]!.at)) problems.push(`"${label.text}" lies over "${sorted[k]!.label.text}"`)
  })
  for (const shape of all)
    if (shape.shape === 'box' || shape.shape === 'outline') {
      if (!inside(shape, whole)) problems.push(`a ${shape.shape} is outside the figure`)
    } else if (shape.shape === 'line')
      for (const { x, y } of shape.curved === true ? onCurve(shape.points) : shape.points)
        if (!inside({ x, y, width: 0, height: 0 }, whole)) problems.push('a line is outside the figure')
  return problems
}

/** Boxes with names that lie partly over each other: beside or within is well. */
export function overlaps(scene: Scene): string[] {
  const boxes = [...flat(scene.shapes)].filter((shape) => shape.shape === 'box')
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlap(a, b) && !inside(a, b) && !inside(b, a))
      .map((b) => `${a.name} lies over ${b.name}`),
  )
}

/**
 * Lines that lead over boxes with nothing in them but text, or along each other, or through labels: what a router of straight
 * pieces keeps apart. Of boxes those are looked at whose names begin with `n`.
 */
export function collisions(scene: Scene): string[] {
  const all = [...flat(scene.shapes)]
  const named = all.filter((shape) => shape.shape === 'box' && shape.name?.startsWith('n') === true)
  const boxes = named.filter((a) => !named.some((b) => a !== b && inside(b as Bounds, a as Bounds)))
  const heads = new Set(
    named.filter((each) => !boxes.includes(each)).map((each) => 'name' in each && each.name),
  )
  const labels = all
    .filter((shape) => shape.shape === 'label')
    .filter(({ within = '' }) => !heads.has(within))
  const pieces = all
    .filter((shape) => shape.shape === 'line')
    .map(({ points }) => points.slice(1).map((to, i) => piece(points[i]!, to)))
  const problems: string[] = []
  pieces.forEach((own, i) => {
    for (const each of own) {
      for (const box of boxes)
        if (box.shape === 'box' && overlap(each, box)) problems.push(`line ${i} leads over ${box.name}`)
      for (const label of labels)
        if (overlap(each, labelBounds(label))) problems.push(`line ${i} leads through "${label.text}"`)
      for (const [k, others] of pieces.slice(i + 1).entries())
        for (const other of others)
          if (isAlong(each, other)) problems.push(`lines ${i} and ${i + 1 + k} lie on each other`)
    }
  })
  return problems
}

/** A straight piece, as wide as a line is. */
function piece(from: Point, to: Point): Bounds {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  const wide = 2 * SLACK
  return {
    x: x === Math.max(from.x, to.x) ? x - wide / 2 : x,
    y: y === Math.max(from.y, to.y) ? y - wide / 2 : y,
    width: Math.abs(from.x - to.x) || wide,
    height: Math.abs(from.y - to.y) || wide,
  }
}

function isAlong(a: Bounds, b: Bounds): boolean {
  const wide = 2 * SLACK
  const level = a.height <= wide && b.height <= wide && Math.abs(a.y - b.y) < 4
  const upright = a.width <= wide && b.width <= wide && Math.abs(a.x - b.x) < 4
  return (
    (level && a.x < b.x + b.width && b.x < a.x + a.width) ||
    (upright && a.y < b.y + b.height && b.y < a.y + a.height)
  )
}
