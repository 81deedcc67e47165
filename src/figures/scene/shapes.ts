/**
 * A figure as shapes in pixels, from the top left: what a kind of figure makes, and what is written as SVG. Painted in
 * order, the first at the back.
 */
import { type FontName, measure } from '../text/measure.ts'

/** Colours by what they are for; `palette.ts` has them. */
export type Paint =
  | 'ink'
  | 'quiet'
  | 'line'
  | 'ground'
  | 'raised'
  | 'accent'
  | 'mark'
  | 'good'
  | 'bad'
  | 'none'

/** How lines are drawn. */
export interface Look {
  /** none unless said */
  readonly fill?: Paint
  /** none unless said */
  readonly stroke?: Paint
  /** width of the stroke; 1 unless said */
  readonly weight?: number
  /** broken into dashes */
  readonly dashed?: boolean
}

export interface Point {
  readonly x: number
  readonly y: number
}

interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

export interface Box extends Bounds, Look {
  readonly shape: 'box'
  /** for labels that must lie within */
  readonly name?: string
  /** radius of its corners; 0 unless said */
  readonly round?: number
  /** an ellipse that touches its four sides */
  readonly oval?: boolean
}

/** What a line ends in. */
export type Tip = 'arrow' | 'open-arrow' | 'dot' | 'cross'

/** A line through points. */
export interface Line extends Look {
  readonly shape: 'line'
  readonly points: readonly Point[]
  /** whether it goes back to its first point */
  readonly closed?: boolean
  /** how far from each corner it begins to bend; 0 unless said */
  readonly bend?: number
  /** its points are those of Bézier curves: an end, two handles, an end, two handles, … */
  readonly curved?: boolean
  readonly start?: Tip
  readonly end?: Tip
}

/** An outline in SVG's `d`, made by the program or checked by it: an icon. */
export interface Outline extends Bounds, Look {
  readonly shape: 'outline'
  readonly path: string
  /** width and height of the square or rectangle that `path` is drawn in */
  readonly view: readonly [minX: number, minY: number, width: number, height: number]
}

/** One line of text. */
export interface Label extends Point {
  readonly shape: 'label'
  readonly text: string
  /** where `x` is in it; `y` is the middle of its height */
  readonly anchor: 'start' | 'middle' | 'end'
  readonly font: FontName
  /** in pixels */
  readonly size: number
  readonly paint: Paint
  /** by a quarter, to be read from below */
  readonly turned?: boolean
  /** the name of the box that it must lie within */
  readonly within?: string
  /** whether it may lie over other labels' places: a letter on a line, say */
  readonly over?: boolean
}

/** Shapes that lead somewhere. */
export interface Link {
  readonly shape: 'link'
  readonly href: string
  readonly shapes: readonly Shape[]
}

export type Shape = Box | Line | Outline | Label | Link

export interface Scene {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** How high a line of text is for its size: from the highest accent to the lowest tail. */
const LINE_HEIGHT = 1.2

/** Where a label is. */
export function labelBounds({ text, x, y, anchor, font, size, turned }: Label): Bounds {
  const length = measure(text, font, size)
  const before = anchor === 'start' ? 0 : anchor === 'middle' ? length / 2 : length
  const height = size * LINE_HEIGHT
  return turned === true
    ? { x: x - height / 2, y: y - length + before, width: height, height: length }
    : { x: x - before, y: y - height / 2, width: length, height }
}
