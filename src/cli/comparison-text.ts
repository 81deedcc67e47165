/** What `whirl compare` found, as text and as JSON (docs/compare.md). */
import { type Comparison, type Group, isSafe, KINDS, type Summary } from '../compare/index.ts'
import type { Sources } from './comparison-sources.ts'

/** What was compared. */
export interface Compared {
  /** the other site, for a sentence: `_site`, `https://example.org` */
  readonly theirs: string
  readonly comparison: Comparison
  readonly summary: Summary
  /** of a difference on a page */
  readonly sources: Sources
  /** the version of Jekyll ours was built as; undefined where nothing was built */
  readonly builtAs: string | undefined
}

/** So many differences are shown one by one, and so many names of files. */
const SHOWN = 12

const RED = 31
const GREEN = 32
const YELLOW = 33

export function comparisonAsText(compared: Compared, color: boolean): string {
  const { theirs, comparison, summary } = compared
  const paint = (text: string, code: number): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  const rows: string[] = []
  for (const [i, group] of summary.groups.slice(0, SHOWN).entries())
    rows.push(...groupRows(group, i + 1, compared, paint), '')
  if (summary.groups.length > SHOWN)
    rows.push(`… and ${summary.groups.length - SHOWN} more differences: --json has them all`, '')
  const named = (verdict: 'missing' | 'extra' | 'unread', heading: string): void => {
    const files = comparison.files.filter((file) => file.verdict === verdict)
    if (files.length === 0) return
    rows.push(paint(heading, RED))
    for (const { path, meant } of files.slice(0, SHOWN))
      rows.push(`  ${path}${meant === undefined ? '' : ` (here it is ${meant})`}`)
    if (files.length > SHOWN) rows.push(`  … and ${files.length - SHOWN} more`)
    rows.push('')
  }
  named('missing', `only in ${theirs}:`)
  named('extra', 'only in this build:')
  named('unread', `listed in ${theirs}, but not to be read there:`)
  rows.push(
    ...sums(compared),
    '',
    ...verdict(compared).map((row, i) => (i > 0 ? row : paint(row, isSafe(summary) ? GREEN : YELLOW))),
  )
  return `${rows.join('\n')}\n`
}

function groupRows(
  { difference, files }: Group,
  number: number,
  { sources }: Compared,
  paint: (text: string, code: number) => string,
): readonly string[] {
  const { kind, theirs, ours, line, column } = difference
  const [first] = files
  const place = line === undefined ? first : `${first}:${line}:${column}`
  const others = files.length === 1 ? '' : `, and on ${files.length - 1} more`
  const { words, help, together } = KINDS[kind]
  const rows = [paint(`${number}. ${place}${others}: ${words}`, YELLOW)]
  if (together !== true) rows.push(`   theirs | ${oneLine(theirs)}`, `   ours   | ${oneLine(ours)}`)
  const source = together === true ? undefined : sources(first!, difference)
  if (source !== undefined) rows.push('   comes from', ...source.split('\n').map((row) => ` ${row}`))
  if (help !== undefined) rows.push(`   help: ${help}`)
  return rows
}

function oneLine(text: string): string {
  return text === ''
    ? '(nothing)'
    : text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

function sums({ summary, theirs }: Compared): readonly string[] {
  const { same, unseen, look, missing, extra, unread, kinds } = summary
  const all = same + unseen + look + missing + unread
  const rows = [`${all} ${all === 1 ? 'file' : 'files'} of ${theirs}:`, `  ${pad(same)} the same bytes`]
  if (unseen > 0) {
    const why = kinds.map(([kind, files]) => `${KINDS[kind].words} (${files})`).join(', ')
    rows.push(`  ${pad(unseen)} differ in what no reader sees: ${why}`)
  }
  if (look > 0) rows.push(`  ${pad(look)} differ in what a reader can see`)
  if (missing > 0) rows.push(`  ${pad(missing)} not in this build`)
  if (extra > 0) rows.push(`  ${pad(extra)} in this build only`)
  if (unread > 0) rows.push(`  ${pad(unread)} could not be read`)
  return rows
}

function pad(count: number): string {
  return String(count).padStart(6)
}

function verdict({ summary, builtAs }: Compared): readonly string[] {
  const { same, unseen, look, missing, extra, unread, builtBy } = summary
  if (isSafe(summary)) return ['Safe to switch: for readers the site is the same.']
  if (same + unseen + look + missing + extra + unread === 0) return ['There is nothing to compare.']
  const parts = [
    ...(look > 0 ? [`${look} ${look === 1 ? 'file that differs' : 'files that differ'}`] : []),
    ...(missing > 0 ? [`${missing} that ${missing === 1 ? 'is' : 'are'} missing`] : []),
    ...(extra > 0 ? [`${extra} that ${extra === 1 ? 'is' : 'are'} new`] : []),
    ...(unread > 0 ? [`${unread} that could not be read`] : []),
  ]
  const rows = [`Look at these before you switch: ${parts.join(', ')}.`]
  const compat = builtBy === undefined || builtBy === builtAs ? undefined : compatOf(builtBy)
  if (compat !== undefined)
    rows.push(
      `Theirs was built by Jekyll ${builtBy}${builtAs === undefined ? '' : `, ours as ${builtAs}`}: try --compat ${compat}.`,
    )
  return rows
}

/** The name under which `compat` knows the Jekyll of this version. */
function compatOf(version: string): string {
  if (version.startsWith('3.')) return 'github-pages'
  return /^4\.[0-3]\./.test(version) ? 'jekyll-4.3' : 'jekyll-4.4'
}

/** For programs: one JSON document. */
export function comparisonAsJson({ comparison, summary, theirs, builtAs }: Compared): string {
  const { same, unseen, look, missing, extra, unread, builtBy } = summary
  const document = {
    version: 1,
    safe: isSafe(summary),
    theirs,
    builtAs,
    builtBy,
    same,
    unseen,
    look,
    missing,
    extra,
    unread,
    files: comparison.files,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
