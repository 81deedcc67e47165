/** `worked`: when the work behind a page was done, where that is not the page's date. */
import { isHash, listOf, type Value } from '../../plugin-api.ts'
import { dayNumber, dayRangeOf } from './date-range.ts'
import type { DayRange, Worked } from './model.ts'
import type { Report } from './problem.ts'
import { badDate, workedBetween } from './spans.ts'

/**
 * The times a front matter names: a day, a month, `{from, to}`, `2021-03/2021-05` (ISO 8601), or a list of these.
 * What cannot be read is reported and left out. An open end of a hash is `today`.
 */
export function workedTimes(value: Value, today: Worked, report: Report): readonly Worked[] {
  return listOf(value).flatMap((item) => {
    const time = isHash(item)
      ? between(item.get('from'), item.get('to'), today, report)
      : fromText(item, today, report)
    return time === undefined ? [] : [time]
  })
}

function fromText(value: Value, today: Worked, report: Report): Worked | undefined {
  const slash = typeof value === 'string' && /^[^/]*-[^/]*\/[^/]*$/.test(value) ? value.indexOf('/') : -1
  if (typeof value === 'string' && slash !== -1)
    return between(value.slice(0, slash), value.slice(slash + 1), today, report)
  return between(value, value, today, report)
}

function between(from: Value, to: Value, today: Worked, report: Report): Worked | undefined {
  const read = (value: Value): DayRange | null | undefined => {
    if (value === null || value === undefined || value === '') return null
    const range = dayRangeOf(value)
    if (range === undefined) report(badDate('worked', value))
    return range
  }
  const first = read(from)
  if (first === undefined) return undefined
  const last = from === to ? first : read(to)
  if (last === undefined || (first === null && last === null)) return undefined
  const start = (first ?? last) as DayRange
  const end = last?.last ?? today.to
  if (dayNumber(start.first) <= dayNumber(end)) return workedBetween(start.first, end)
  if (last === null) return workedBetween(start.first, start.last)
  report({
    code: 'attribution/reversed-span',
    message: `\`worked\` ends before it begins: from ${start.text} to ${last.text}.`,
    help: `swap them: from: ${last.text}, to: ${start.text}`,
    at: ['worked'],
  })
  return workedBetween(last.first, start.last)
}

/** From the first day of all to the last of all. */
export function wholeTime(times: readonly Worked[]): Worked | null {
  let whole = times[0] ?? null
  for (const time of times) {
    if (whole === null) break
    if (time.start < whole.start) whole = { ...whole, from: time.from, start: time.start }
    if (time.end > whole.end) whole = { ...whole, to: time.to, end: time.end }
  }
  return whole
}
