/**
 * Times at a job. `from: 2019-03` begins on the first of March, `to: 2021-08` ends with the last of August; an absent
 * end is open. Both ends belong to the span.
 */
import { type CalendarDate, type Hash, isHash, listOf, type Value } from '../../plugin-api.ts'
import { dayNumber, dayRangeOf } from './date-range.ts'
import { lineAt, wrongType } from './fields.ts'
import type { DayRange, EmploymentSpan, Worked } from './model.ts'
import { below, kindOf, type Report } from './problem.ts'

/** What stands for "until today". */
const OPEN: ReadonlySet<string> = new Set(['now', 'today', 'present', 'current', '-', '…'])

/** Whether a hash says when: it has `from`, `to` or `spans`. */
function saysWhen(hash: Hash): boolean {
  return ['from', 'to', 'spans'].some((key) => hash.has(key))
}

/** The spans a hash names, in order of time; none when it says nothing. A `spans` list goes before `from` and `to`. */
export function spansOf(hash: Hash, report: Report): readonly EmploymentSpan[] {
  const listed = hash.get('spans')
  if (listed === null || listed === undefined) {
    const only = saysWhen(hash) ? spanOf(hash, report) : undefined
    // The role beside `from` and `to` is that of the whole job.
    return only === undefined ? [] : [{ ...only, role: null }]
  }
  return spanList(listed, below(report, 'spans'))
}

/** The spans of a list of hashes, or of one hash. */
export function spanList(value: Value, report: Report): readonly EmploymentSpan[] {
  const spans: EmploymentSpan[] = []
  for (const [index, item] of listOf(value).entries()) {
    const inside = Array.isArray(value) ? below(report, index) : report
    if (!isHash(item)) {
      inside({ ...wrongType('spans', 'a list of hashes with `from` and `to`', item), at: [] })
      continue
    }
    const span = spanOf(item, inside)
    if (span !== undefined) spans.push(span)
  }
  spans.sort((a, b) => order(a.start, b.start))
  reportOverlaps(spans, report)
  return spans
}

/** One span; undefined when its dates cannot be read. Reversed ends are swapped, and told. */
function spanOf(hash: Hash, report: Report): EmploymentSpan | undefined {
  const from = endAt(hash, 'from', report)
  const to = endAt(hash, 'to', report)
  if (from === undefined || to === undefined) return undefined
  const role = lineAt(hash, 'role', report)
  if (from === null || to === null || dayNumber(from.first) <= dayNumber(to.last))
    return between(from, to, role)
  report({
    code: 'attribution/reversed-span',
    message: `A span ends before it begins: from ${from.text} to ${to.text}.`,
    help: `swap them: from: ${to.text}, to: ${from.text}`,
    at: ['from'],
  })
  return between(to, from, role)
}

/** The span of these ends and a role. */
function between(from: DayRange | null, to: DayRange | null, role: string | null): EmploymentSpan {
  return {
    from,
    to,
    role,
    start: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from.first),
    end: to === null ? Number.POSITIVE_INFINITY : dayNumber(to.last),
  }
}

function endAt(hash: Hash, key: 'from' | 'to', report: Report): DayRange | null | undefined {
  const value = hash.get(key)
  if (value === null || value === undefined || value === '') return null
  if (key === 'to' && typeof value === 'string' && OPEN.has(value.trim().toLowerCase())) return null
  const range = dayRangeOf(value)
  if (range === undefined) report(badDate(key, value))
  return range
}

/** A fault: `value` is not a date. */
export function badDate(key: string, value: Value): Parameters<Report>[0] {
  return {
    code: 'attribution/bad-date',
    message: `\`${key}\` is not a date: ${kindOf(value)}.`,
    help: 'write a month like 2019-03, or a day like 2019-03-15',
    at: [key],
  }
}

function reportOverlaps(spans: readonly EmploymentSpan[], report: Report): void {
  for (let i = 1; i < spans.length; i++) {
    const [before, after] = [spans[i - 1] as EmploymentSpan, spans[i] as EmploymentSpan]
    if (before.end < after.start) continue
    report({
      code: 'attribution/overlapping-spans',
      message: `Two spans at one employer overlap: ${spanText(before)} and ${spanText(after)}.`,
      help: 'let one end before the next begins, or join them',
      at: [i],
    })
  }
}

/** Whether the span and the days of the work share a day. */
export function holds(span: EmploymentSpan, worked: Worked): boolean {
  return span.start <= worked.end && span.end >= worked.start
}

/** Work from one day to another. */
export function workedBetween(from: CalendarDate, to: CalendarDate): Worked {
  return { from, to, start: dayNumber(from), end: dayNumber(to) }
}

/** `2019-03 to 2021-08`, `since 2019-03`, `until 2021-08`. */
function spanText({ from, to }: EmploymentSpan): string {
  if (from !== null) return to === null ? `since ${from.text}` : `${from.text} to ${to.text}`
  return to === null ? 'always' : `until ${to.text}`
}

/** As subtraction, but two equal infinities are equal. */
export function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
