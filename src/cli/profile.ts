/** The tables of `--profile`, drawn as Jekyll draws them. */
import type { TemplateCost } from '../builder/index.ts'

/** Documents shown at most: the costliest, as in Jekyll. */
const SHOWN = 50
const PHASES = ['RESET', 'READ', 'GENERATE', 'RENDER', 'CLEANUP', 'WRITE']

interface Phase {
  readonly name: string
  readonly milliseconds: number
}

/** How long each phase took, one row each and their sum. */
export function phaseTable(phases: readonly Phase[]): string {
  const taken = (name: string): number =>
    phases.filter((phase) => phase.name === name).reduce((sum, phase) => sum + phase.milliseconds, 0) / 1000
  const rows = PHASES.map((name) => [name, taken(name).toFixed(4)])
  const total = PHASES.reduce((sum, name) => sum + taken(name), 0)
  return table([['PHASE', 'TIME'], ...rows, ['TOTAL TIME', total.toFixed(4)]])
}

/** What rendering each template cost, the slowest first. */
export function costTable(costs: readonly TemplateCost[]): string {
  const shown = [...costs].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SHOWN)
  const row = (name: string, count: number, bytes: number, milliseconds: number): string[] => [
    name,
    String(count),
    `${(bytes / 1024).toFixed(2)}K`,
    (milliseconds / 1000).toFixed(3),
  ]
  const count = shown.reduce((sum, cost) => sum + cost.count, 0)
  const bytes = shown.reduce((sum, cost) => sum + cost.bytes, 0)
  const milliseconds = shown.reduce((sum, cost) => sum + cost.milliseconds, 0)
  return table([
    ['Filename', 'Count', 'Bytes', 'Time'],
    ...shown.map((cost) => row(cost.path, cost.count, cost.bytes, cost.milliseconds)),
    row(`TOTAL (for ${shown.length} files)`, count, bytes, milliseconds),
  ])
}

/** Rows in columns: the first to the left, the others to the right; a rule under the heading. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  const [heading, ...body] = rows
  return [line(heading!), rule, ...body.map(line)].join('\n')
}
