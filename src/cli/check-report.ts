/** The findings of `whirl check` as text, as JSON, and as commands that GitHub's runners turn into annotations. */
import { codeFrame } from '../base/index.ts'
import { type Finding, placeOf } from '../check/index.ts'
import { workflowCommand } from './annotation.ts'

export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly pages: number
  readonly links: number
}

const RED = 31
const YELLOW = 33
const GREEN = 32

/** For people: each finding with its line, then a sum. */
export function findingsAsText(findings: readonly Finding[], summary: Summary, color: boolean): string {
  const paint = (text: string, code: number): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  const rows: string[] = []
  for (const finding of findings) {
    const { severity, message, code, help, source, span, position, trail, others } = finding
    rows.push(`${paint(severity, severity === 'error' ? RED : YELLOW)}: ${message} [${code}]`)
    if (source !== undefined && span !== undefined) rows.push(codeFrame(source, span, position))
    else if (placeOf(finding).file !== '') rows.push(`  ${placeOf(finding).file}`)
    if (help !== undefined) rows.push(`  help: ${help}`)
    for (const step of trail)
      rows.push(`  ${step}${others === undefined ? '' : ` and ${plural(others, 'other page')}`}`)
    rows.push('')
  }
  const { errors, warnings, pages, links } = summary
  const said =
    errors + warnings === 0 ? 'nothing to fix' : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`
  const sum = `${plural(pages, 'page')}, ${plural(links, 'link')}: ${said}`
  rows.push(paint(sum, errors > 0 ? RED : warnings > 0 ? YELLOW : GREEN))
  return `${rows.join('\n')}\n`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** For programs: one JSON document, described in docs/check.md. */
export function findingsAsJson(findings: readonly Finding[], summary: Summary): string {
  const list = findings.map((finding) => {
    const { file, line, column } = placeOf(finding)
    const { code, severity, message, help, page, others } = finding
    return { code, severity, message, file, line, column, help, page, others }
  })
  return `${JSON.stringify({ version: 1, ...summary, findings: list }, null, 2)}\n`
}

/** For GitHub's runners. `base` is the site's directory as seen from the repository; '' when they are the same. */
export function findingsAsGitHub(findings: readonly Finding[], base: string): string {
  return findings
    .map((finding) => {
      const { file, line, column } = placeOf(finding)
      const properties: [string, string | number][] = [['file', base === '' ? file : `${base}/${file}`]]
      if (line !== undefined) properties.push(['line', line])
      if (column !== undefined) properties.push(['col', column])
      properties.push(['title', finding.code])
      const text = finding.help === undefined ? finding.message : `${finding.message}\n${finding.help}`
      return workflowCommand(finding.severity, properties, text)
    })
    .join('')
}
