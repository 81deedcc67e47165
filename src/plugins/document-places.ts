/** Places in the text of a document, as messages name them. */
import { type Diagnostic, positionsIn } from '../base/index.ts'
import type { Renderable } from '../site/index.ts'

export interface DocumentPlace extends Pick<Diagnostic, 'source' | 'span'> {
  /** `_posts/2024-01-02-a.md:3:5`, of the file; its path alone where the place in it is not known */
  readonly name: string
}

/** What of a document its places are made of. */
type Written = Pick<Renderable, 'body' | 'bodyLine'> & { readonly file: Pick<Renderable['file'], 'path'> }

/**
 * The place of what stands in `doc.body` from offset `start` to `end`, or of all of `doc` without them. The text is read
 * once, however many places are asked for.
 */
export function placesIn(doc: Written): (start?: number, end?: number) => DocumentPlace {
  const { path } = doc.file
  let known: { readonly text: string; readonly position: ReturnType<typeof positionsIn> } | undefined
  const above = Math.max(0, doc.bodyLine - 1)
  return (start, end = start) => {
    if (start === undefined || end === undefined) return { name: path, source: { path, text: '' } }
    if (known === undefined) {
      const text = '\n'.repeat(above) + doc.body
      known = { text, position: positionsIn(text) }
    }
    const span = { start: above + start, end: above + end }
    const { line, column } = known.position(span.start)
    return { name: `${path}:${line}:${column}`, source: { path, text: known.text }, span }
  }
}
