/** What is wrong with a figure's text, and where. */
import { nearest, type Span } from '../../base/index.ts'

/** One mistake: shown with the line and a caret under `span`, offsets into the figure's text. */
export interface FigureFault {
  readonly message: string
  readonly span: Span
  /** what to do */
  readonly help?: string
  /** the npm package that is not there, where nothing else is wrong: the text may be right */
  readonly lacks?: string
}

/** Thrown where reading a text cannot go on; `drawFigure` turns it into a `FigureFault`. */
export class FigureError extends Error implements FigureFault {
  readonly help?: string
  readonly lacks?: string
  constructor(
    message: string,
    readonly span: Span,
    help?: string,
    lacks?: string,
  ) {
    super(message)
    if (help !== undefined) this.help = help
    if (lacks !== undefined) this.lacks = lacks
  }
}

/** The fault of a word that means nothing here: names the one that was meant, or all there are. */
export function unknownWord(
  word: { readonly text: string; readonly span: Span },
  known: readonly string[],
  /** what the word should have been: `setting` */
  what = 'word',
): FigureFault {
  const near = nearest(word.text, known)
  return {
    message: `Unknown ${what} "${word.text}"${near === undefined ? '' : `: did you mean "${near}"?`}`,
    span: word.span,
    help: near === undefined ? `there are ${known.join(', ')}` : `write "${near}"`,
  }
}
