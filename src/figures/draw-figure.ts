/** Text to a figure: pure, the same each time. */
import { type Position, positionsIn } from '../base/index.ts'
import type { Alternative, CodePart, Credit, DrawContext, Drawn, FigureKind } from './kind.ts'
import { KINDS, kindNamed } from './kinds.ts'
import { FigureError, type FigureFault, unknownWord } from './language/fault.ts'
import { readLines } from './language/lines.ts'
import { readSettings, readSettingsAbove, type Setting } from './language/settings.ts'
import type { Colours } from './scene/palette.ts'
import type { Scene } from './scene/shapes.ts'
import { svgOf } from './scene/svg.ts'

/** The longest text that is drawn, in UTF-16 units. */
const LONGEST = 1_000_000
/** So many mistakes are told; those behind them are mostly their consequences. */
const MOST_FAULTS = 20
/** The widest and highest figure, in pixels. */
const LARGEST = 20_000

export interface FigureOptions {
  /** `page` unless said: variables of the page's style sheet */
  readonly colours?: Colours
  /** Bytes of a file that the text names, a capture; undefined where there is none. */
  readonly readFile?: (path: string) => Uint8Array | undefined
  /** What kinds leave to others, by name: `graphviz`, from DOT to Graphviz's JSON or to what it says is wrong. Asked for on first use. */
  readonly engine?: (name: string) => ((text: string) => string) | undefined
}

export interface Figure {
  /** one `<svg>`, no newline at its end */
  readonly svg: string
  /** its name */
  readonly title: string
  /** what it shows: one paragraph of plain text */
  readonly words: string
  readonly alternative?: Alternative
  /** of a program that is only shown: its pieces, which a page may show as code instead */
  readonly code?: readonly CodePart[]
  /** what the text sets */
  readonly caption?: string
  readonly id?: string
  readonly credit?: string
  /** whose work is in it, and has to be named where it is shown */
  readonly credits: readonly Credit[]
  /** in pixels */
  readonly width: number
  readonly height: number
  /** what was drawn, for who looks at the geometry */
  readonly scene: Scene
}

/** A mistake with its place in the text, from 1. */
export interface PlacedFault extends FigureFault, Position {}

export type FigureResult =
  | { readonly figure: Figure; readonly faults?: undefined }
  /** at least one, in the order of the text */
  | { readonly figure?: undefined; readonly faults: readonly PlacedFault[] }

/** The names of the kinds that there are, with what each shows. */
export function figureKinds(): readonly Pick<FigureKind, 'name' | 'shows'>[] {
  return KINDS
}

/** Draws `text` as a figure of the kind of that name. Bad texts give faults; it throws only where the program is wrong. */
export function drawFigure(kind: string, text: string, options: FigureOptions = {}): FigureResult {
  const found = kindNamed(kind)
  if (found === undefined) {
    const names = KINDS.map(({ name }) => name)
    return failed(text, [unknownWord({ text: kind, span: { start: 0, end: 0 } }, names, 'kind of figure')])
  }
  if (text.length > LONGEST)
    return failed(text, [
      { message: `The figure's text has more than ${LONGEST} characters`, span: { start: 0, end: 0 } },
    ])
  const faults: FigureFault[] = []
  try {
    const { drawn, settings } = draw(found, text, options, faults)
    if (faults.length === 0) return { figure: figureOf(drawn, settings, options.colours ?? 'page') }
  } catch (error) {
    if (!(error instanceof FigureError)) throw error
    faults.push(error)
  }
  return failed(text, faults)
}

function draw(
  kind: FigureKind,
  text: string,
  options: FigureOptions,
  faults: FigureFault[],
): { readonly drawn: Drawn; readonly settings: ReadonlyMap<string, Setting> } {
  const context: DrawContext = {
    fault: (fault) => faults.push(fault),
    readFile: (path) => options.readFile?.(path),
    engine: (name) => options.engine?.(name),
  }
  const read =
    kind.isForeign === true
      ? readSettingsAbove(text, kind.settings)
      : readSettings(readLines(text), kind.settings)
  faults.push(...read.faults)
  const { settings, lines, bodyStart } = read
  const drawn = kind.draw({ text, lines, settings, bodyStart }, context)
  const { width, height } = drawn.scene
  if (faults.length === 0 && Math.max(width, height) > LARGEST)
    throw new FigureError(
      `The figure is ${Math.ceil(width)} × ${Math.ceil(height)} pixels; ${LARGEST} is the most either way`,
      { start: 0, end: 0 },
      'part it into several figures',
    )
  return { drawn, settings }
}

function figureOf(drawn: Drawn, settings: ReadonlyMap<string, Setting>, colours: Colours): Figure {
  const { scene, alternative, code, credits = [] } = drawn
  const title = settings.get('title')?.value ?? drawn.title
  const words = settings.get('words')?.value ?? drawn.description
  const optional = (name: 'caption' | 'id' | 'credit') => {
    const value = settings.get(name)?.value
    return value === undefined ? {} : { [name]: value }
  }
  return {
    svg: svgOf(scene, { title, description: words, credits: credits.map(({ text }) => text) }, colours),
    title,
    words,
    ...(alternative === undefined ? {} : { alternative }),
    ...(code === undefined ? {} : { code }),
    ...optional('caption'),
    ...optional('id'),
    ...optional('credit'),
    credits,
    width: Math.ceil(scene.width),
    height: Math.ceil(scene.height),
    scene,
  }
}

function failed(text: string, faults: readonly FigureFault[]): FigureResult {
  const sorted = [...faults].sort((a, b) => a.span.start - b.span.start).slice(0, MOST_FAULTS)
  const at = positionsIn(text)
  return {
    faults: sorted.map(({ message, span, help, lacks }) => ({
      message,
      span,
      ...(help === undefined ? {} : { help }),
      ...(lacks === undefined ? {} : { lacks }),
      ...at(span.start),
    })),
  }
}
