/** Diagnostics as GitHub Actions shows them beside the lines of a commit: workflow commands on stdout. */
import { type Diagnostic, lineCol } from '../base/index.ts'

/**
 * `::error file=docs/index.md,line=3,col=1,title=liquid/unknown-tag::message`, with its line break. `folder` is the
 * site's place in the repository, '' for its root. Not every diagnostic has a place.
 */
export function annotation(
  { severity, code, message, help, source, span }: Diagnostic,
  folder: string,
): string {
  const place: [string, string | number][] = []
  if (source !== undefined) {
    place.push(['file', folder === '' ? source.path : `${folder}/${source.path}`])
    const { line, column } = span === undefined ? { line: 1, column: 1 } : lineCol(source.text, span.start)
    place.push(['line', line], ['col', column])
  }
  place.push(['title', code])
  return workflowCommand(severity, place, help === undefined ? message : `${message}\n${help}`)
}

/** One line that GitHub's runners read: a command, its properties, its text. */
export function workflowCommand(
  command: string,
  properties: readonly (readonly [string, string | number])[],
  text: string,
): string {
  const fields = properties.map(([name, value]) => `${name}=${escapeField(String(value))}`).join(',')
  return `::${command} ${fields}::${escapeText(text)}\n`
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeField(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
