/** Where an error in Ruby came from: Ruby names lines. */
import { offsetOf, type SourceText, type Span } from '../base/index.ts'

/** The code on a line, from 1, of `source`. */
export function placeOfLine(
  source: SourceText,
  line: number,
): { readonly source: SourceText; readonly span: Span } {
  const start = offsetOf(source.text, { line, column: 1 })
  const code = source.text.slice(start).split('\n', 1)[0] ?? ''
  const indent = code.length - code.trimStart().length
  return { source, span: { start: start + indent, end: start + code.trimEnd().length } }
}
