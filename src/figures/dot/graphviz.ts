/** What Graphviz makes of a graph: the drawing in its JSON, in points from the bottom left, which are pixels here. */
import type { DrawContext, FigureText } from '../kind.ts'
import { FigureError } from '../language/fault.ts'
import { lookOver } from './look-over.ts'

const PACKAGE = '@hpcc-js/wasm-graphviz'

type Pair = readonly [x: number, y: number]

/** A step of a drawing, by the letter that Graphviz gives it. */
export type Operation =
  | { readonly op: 'e' | 'E'; readonly rect: readonly [x: number, y: number, width: number, height: number] }
  | { readonly op: 'p' | 'P' | 'L' | 'b' | 'B'; readonly points: readonly Pair[] }
  | {
      readonly op: 'T'
      readonly pt: Pair
      readonly align: 'l' | 'c' | 'r'
      readonly width: number
      readonly text: string
    }
  | {
      readonly op: 'c' | 'C'
      readonly color?: string
      readonly stops?: readonly { readonly color: string }[]
    }
  | { readonly op: 'F'; readonly size: number; readonly face: string }
  | { readonly op: 'S'; readonly style: string }
  | { readonly op: 't'; readonly fontchar: number }

export interface Thing {
  readonly _gvid: number
  readonly style?: string
  readonly label?: string
  readonly URL?: string
  readonly href?: string
  readonly _draw_?: readonly Operation[]
  readonly _ldraw_?: readonly Operation[]
}

/** A node, or a group of nodes: those have `nodes`. */
export interface GraphObject extends Thing {
  readonly name: string
  readonly nodes?: readonly number[]
}

export interface GraphEdge extends Thing {
  readonly tail: number
  readonly head: number
  readonly _hdraw_?: readonly Operation[]
  readonly _tdraw_?: readonly Operation[]
  readonly _hldraw_?: readonly Operation[]
  readonly _tldraw_?: readonly Operation[]
}

/** A graph with places. */
export interface PlacedGraph {
  readonly name: string
  readonly directed: boolean
  /** left, bottom, right, top */
  readonly bb: string
  readonly label?: string
  readonly _ldraw_?: readonly Operation[]
  readonly objects?: readonly GraphObject[]
  readonly edges?: readonly GraphEdge[]
}

/** The typeface whose widths, of those that Graphviz knows, are nearest to ours. */
const FACE = ['graph', 'node', 'edge'].map((what) => `${what}[fontname=Arial]`).join(' ')

/** Undefined where the text has mistakes, which are told. Throws a `FigureError` for those that Graphviz finds. */
export function placedGraph({ text, bodyStart }: FigureText, context: DrawContext): PlacedGraph | undefined {
  let isFaulty = false
  const open = lookOver(text, bodyStart, {
    fault(fault) {
      isFaulty = true
      context.fault(fault)
    },
  })
  if (isFaulty) return undefined
  const layOut = context.engine('graphviz')
  if (layOut === undefined)
    throw new FigureError(
      `Figures in dot need the package ${PACKAGE}`,
      { start: bodyStart, end: open },
      `add it: npm install --save-dev ${PACKAGE}`,
      PACKAGE,
    )
  // With the settings' lines empty, so that Graphviz counts lines as the figure does.
  const above = text.slice(0, bodyStart).replace(/[^\n]+/g, '')
  const said = layOut(`${above}${text.slice(bodyStart, open)}${FACE}${text.slice(open)}`)
  if (said.startsWith('{')) return JSON.parse(said) as PlacedGraph
  throw faultOf(said, text, bodyStart)
}

/** Graphviz names a line and the word that it did not expect: `syntax error in line 2 near ';'`. */
function faultOf(said: string, text: string, bodyStart: number): FigureError {
  const message = said
    .trim()
    .split('\n')[0]!
    .replace(/^Error: (?:<stdin>: )?/, '')
  const found = /^syntax error in line (\d+)(?: near '(.*)')?$/.exec(message)
  if (found === null) return new FigureError(`Graphviz: ${message}`, { start: bodyStart, end: text.length })
  const lines = text.split('\n')
  const number = Math.min(Number(found[1]), lines.length)
  const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0)
  const line = lines[number - 1]!
  const near = found[2] ?? ''
  const at = near === '' ? -1 : line.lastIndexOf(near)
  return new FigureError(
    near === '' ? 'Graphviz: syntax error' : `Graphviz: syntax error near "${near}"`,
    at === -1 ? { start, end: start + line.length } : { start: start + at, end: start + at + near.length },
    near === '' ? 'is there a `}` for each `{`?' : 'what is before it is not whole, or a sign stands between',
  )
}
