/** Figures written as text, drawn as SVG: `whirl-blog/figures`. */
export {
  drawFigure,
  type Figure,
  type FigureOptions,
  type FigureResult,
  figureKinds,
  type PlacedFault,
} from './draw-figure.ts'
export type { Alternative, Credit } from './kind.ts'
export type { FigureFault } from './language/fault.ts'
export type { Colours } from './scene/palette.ts'
export { labelBounds, type Scene, type Shape } from './scene/shapes.ts'
export { standaloneSvg } from './scene/svg.ts'
