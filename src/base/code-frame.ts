/**
 * Diagnostics as text: the message, the place with its line and a caret, what to do, how one got there.
 *
 *       _includes/nav.html:4:4
 *         3 | <nav>
 *       > 4 |   {% inclue logo.svg %}
 *           |      ^^^^^^
 */
import type { Diagnostic } from './diagnostic.ts'
import { lineCol, type Position, type SourceText, type Span } from './source-text.ts'

/** Lines longer than this are shown around the caret only. */
const MAX_COLUMNS = 100

/** The place of `span` in `source` as lines of text: heading, the line before, the line, the caret. No final newline. */
export function codeFrame(
  source: SourceText,
  span: Span,
  /** of the span's start, where it is known */
  { line, column }: Position = lineCol(source.text, span.start),
): string {
  const lineStart = Math.min(span.start, source.text.length) - (column - 1)
  const text = lineAt(source.text, lineStart)
  const width = String(line).length
  const rows = [`  ${source.path}:${line}:${column}`]
  if (line > 1) {
    const before = lineAt(source.text, source.text.lastIndexOf('\n', lineStart - 2) + 1)
    rows.push(`    ${String(line - 1).padStart(width)} | ${cut(before, 0)}`.trimEnd())
  }
  const from =
    text.length > MAX_COLUMNS && column > MAX_COLUMNS - 20 ? column - Math.floor(MAX_COLUMNS / 2) : 0
  const shown = cut(text, from)
  rows.push(`  > ${line} | ${shown}`.trimEnd())
  const end = Math.max(column, Math.min(column - 1 + span.end - span.start, text.length, from + MAX_COLUMNS))
  const lead = (from > 0 ? '…' : '') + text.slice(from, column - 1)
  // Tabs stay tabs, so that the caret stands under its character whatever the tab width.
  rows.push(
    `    ${' '.repeat(width)} | ${lead.replace(/[^\t]/gu, ' ')}${'^'.repeat(Math.max(1, end - column + 1))}`,
  )
  return rows.join('\n')
}

function lineAt(text: string, start: number): string {
  const newline = text.indexOf('\n', start)
  const line = newline === -1 ? text.slice(start) : text.slice(start, newline)
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function cut(line: string, from: number): string {
  const shown = line.slice(from, from + MAX_COLUMNS)
  return `${from > 0 ? '…' : ''}${shown}${from + MAX_COLUMNS < line.length ? '…' : ''}`
}

/** A diagnostic whole: message, frame, `help:`, `while:`, `code:`. Plain text, no final newline. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const rows = [diagnostic.message]
  if (diagnostic.source !== undefined && diagnostic.span !== undefined)
    rows.push('', codeFrame(diagnostic.source, diagnostic.span))
  else if (diagnostic.source !== undefined) rows.push('', `  ${diagnostic.source.path}`)
  if (diagnostic.help !== undefined) rows.push(`  help: ${diagnostic.help}`)
  for (const [index, step] of diagnostic.trail.entries())
    rows.push(`  ${index === 0 ? 'while: ' : '       '}${step}`)
  rows.push(`  code: ${diagnostic.code}`)
  return rows.join('\n')
}
