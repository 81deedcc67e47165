/** The warnings of a build: Jekyll's lines, and what to do where a page comes out wrong. */
import type { Diagnostic } from '../base/index.ts'
import type { Site } from '../site/index.ts'
import type { Report } from './report.ts'

/** Warnings in Jekyll's words that do not say what to do; their help is said with them. */
const ADVISED: ReadonlySet<string> = new Set(['read/front-matter', 'render/layout-missing'])

/** So many slips of a kind a build names one by one. */
const NAMED = 5

/** Prints the warnings of a build: Jekyll's in their order, then slips by kind, each piece of advice once. */
export function tellWarnings(diagnostics: readonly Diagnostic[], report: Report): void {
  const advised = new Set<string>()
  for (const each of diagnostics) {
    const { code, help } = each
    if (isSlip(each)) continue
    report.diagnostic(each)
    if (help === undefined || !ADVISED.has(code) || report.level === 'debug' || advised.has(help)) continue
    advised.add(help)
    report.warn('', sentence(help))
  }
  tellSlips(diagnostics.filter(isSlip), report, NAMED)
}

/** Prints slips by what there is to do, `most` of a kind. */
export function tellSlips(slips: readonly Diagnostic[], report: Report, most: number): void {
  const kinds = new Map<string, Diagnostic[]>()
  for (const each of slips) {
    const kind = `${each.code} ${each.help}`
    const known = kinds.get(kind)
    if (known === undefined) kinds.set(kind, [each])
    else known.push(each)
  }
  for (const all of kinds.values()) {
    for (const each of all.slice(0, most)) report.diagnostic(each)
    const more = all.length - most
    const first = all[0]
    if (more > 0)
      report.warn(first?.topic ?? '', `So it is in ${more} more; \`whirl doctor\` names them all.`)
    if (first?.help !== undefined && report.level !== 'debug') report.warn('', sentence(first.help))
  }
}

/** Slips that show on no page of their own: all pages are told. */
const OF_ALL_PAGES: ReadonlySet<string> = new Set(['slips/wrong-setting', 'slips/misspelt-setting'])

function isSlip({ code }: Diagnostic): boolean {
  return code.startsWith('slips/')
}

/** What the build says of pages that came out wrong, by their path in the destination, for the browser. */
export function pageNotes(
  diagnostics: readonly Diagnostic[],
  site: Site,
): ReadonlyMap<string, readonly string[]> {
  const wrong = diagnostics.filter((each) => isSlip(each) || ADVISED.has(each.code))
  const notes = new Map<string, string[]>()
  if (wrong.length === 0) return notes
  const outputs = new Map(
    [...site.renderables.values()].map(({ file, outputPath }) => [file.path, outputPath]),
  )
  for (const { code, source, message, help } of wrong) {
    const text = help === undefined ? message : `${message}\n${sentence(help)}`
    const output = outputs.get(source?.path ?? '')
    const shown = OF_ALL_PAGES.has(code) ? outputs.values() : output === undefined ? [] : [output]
    for (const page of shown) notes.set(page, [...(notes.get(page) ?? []), text])
  }
  return notes
}

/** Help as a sentence of its own. */
export function sentence(help: string): string {
  const end = /[.?!]$/.test(help) ? '' : '.'
  return `${help.slice(0, 1).toUpperCase()}${help.slice(1)}${end}`
}
