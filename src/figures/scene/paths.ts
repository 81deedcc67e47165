/** Lines and what they end in, as SVG's paths. */
import type { Line, Point, Tip } from './shapes.ts'

/** A number in as few characters as two places allow. */
export function number(value: number): string {
  const text = String(Math.round(value * 100) / 100)
  return text.startsWith('0.') ? text.slice(1) : text.startsWith('-0.') ? `-${text.slice(2)}` : text
}

const pair = ({ x, y }: Point): string => `${number(x)} ${number(y)}`

/** `d` of a line, with its corners bent. */
export function curve({ points, bend = 0, closed, curved }: Line): string {
  const [first] = points
  if (first === undefined) return ''
  let out = `M${pair(first)}`
  if (curved === true) {
    out += `C${points.slice(1).map(pair).join(' ')}`
    return closed === true ? `${out}Z` : out
  }
  for (let i = 1; i < points.length; i++) {
    const here = points[i]!
    const next = points[i + 1]
    if (bend === 0 || next === undefined) out += `L${pair(here)}`
    else {
      const from = towards(here, points[i - 1]!, bend)
      const to = towards(here, next, bend)
      out += `L${pair(from)}Q${pair(here)} ${pair(to)}`
    }
  }
  return closed === true ? `${out}Z` : out
}

/** The point `far` pixels from `from` on the way to `to`, half of the way at most. */
function towards(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = length === 0 ? 0 : Math.min(far / length, 0.5)
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** What a line that comes from `from` ends in at `at`. */
export function tip(kind: Tip, from: Point, at: Point, width: number, paint: string): string {
  const length = Math.hypot(at.x - from.x, at.y - from.y)
  if (length === 0) return ''
  const size = 5 + 2 * width
  const [dx, dy] = [(at.x - from.x) / length, (at.y - from.y) / length]
  /** `along` before the end and `aside` to its right */
  const point = (along: number, aside: number): string =>
    pair({ x: at.x - dx * along - dy * aside, y: at.y - dy * along + dx * aside })
  const half = size * 0.45
  switch (kind) {
    case 'arrow':
      return `<path d="M${point(0, 0)}L${point(size, half)}L${point(size, -half)}Z" fill="${paint}" stroke="none"/>`
    case 'open-arrow':
      return `<path d="M${point(size, half)}L${point(0, 0)}L${point(size, -half)}"/>`
    case 'dot':
      return `<circle cx="${number(at.x)}" cy="${number(at.y)}" r="${number(half)}" fill="${paint}" stroke="none"/>`
    case 'cross':
      return `<path d="M${point(half, half)}L${point(-half, -half)}M${point(half, -half)}L${point(-half, half)}"/>`
  }
}
