/** What a kind of figure is: text to shapes and words. */
import type { Span } from '../base/index.ts'
import type { FigureFault } from './language/fault.ts'
import type { Line } from './language/lines.ts'
import type { Setting } from './language/settings.ts'
import type { Scene } from './scene/shapes.ts'

/** The table or list that a figure stands for. */
export type Alternative =
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** of steps: the line of the drawing that each row is of, in pixels from its top; fewer than rows where some have none */
      readonly lines?: readonly { readonly y: number; readonly height: number }[]
    }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly string[] }

/** Who made what is shown, and under which licence. */
export interface Credit {
  readonly text: string
  readonly href: string
}

/** A piece of a program, with the class that Rouge gives words of its kind. */
export interface CodePart {
  readonly text: string
  readonly className?: string
}

/** What a kind makes of a text. */
export interface Drawn {
  readonly scene: Scene
  /** where the text sets no `title`: `IPv4 header` */
  readonly title: string
  /** what the figure shows, in a few sentences: read aloud, found by searches, printed where pictures are not */
  readonly description: string
  readonly alternative?: Alternative
  /** where the figure is a program and nothing else: what a page shows as code instead of the drawing */
  readonly code?: readonly CodePart[]
  /** whose work is in it, to be named where it is shown */
  readonly credits?: readonly Credit[]
}

/** What a kind is given. */
export interface FigureText {
  /** all of it, for offsets */
  readonly text: string
  /** those that are no settings; none where the language is foreign */
  readonly lines: readonly Line[]
  /** offset of the first line that is no setting */
  readonly bodyStart: number
  readonly settings: ReadonlyMap<string, Setting>
}

/** What a kind may ask for. */
export interface DrawContext {
  /**
   * Notes a mistake and goes on: nothing is drawn where there is one, but all are told at once. To stop, throw a
   * `FigureError`.
   */
  fault(fault: FigureFault): void
  /** Bytes of a file that the text names; undefined where there is none. */
  readFile(path: string): Uint8Array | undefined
  /** An engine that is not the program's own, by name; undefined where it is not there. */
  engine(name: string): ((text: string) => string) | undefined
}

/** A kind of figure. */
export interface FigureKind {
  /** the language of its fences: `packet` */
  readonly name: string
  /** in one phrase, for lists of kinds */
  readonly shows: string
  /** its own settings besides the common ones */
  readonly settings: readonly string[]
  /** Written in a language of its own, `dot` say, behind the settings: what stands from `bodyStart` on is not looked at. */
  readonly isForeign?: boolean
  draw(figure: FigureText, context: DrawContext): Drawn
}

/** A place in the whole text. */
export const wholeOf = ({ text }: { readonly text: string }): Span => ({ start: 0, end: text.length })
