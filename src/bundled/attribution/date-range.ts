/** Dates as people know them: to the day, the month or the year. */
import { CalendarDate, dateOfTime, rubyToS, Time, type Value } from '../../plugin-api.ts'
import type { DayRange } from './model.ts'

/** Year, with month and day where they are known: `2019-3`, `2019-03-01`, `2019/03`. */
const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$/

/** The days that `value` means, or undefined when it is not a date. A YAML date is a day, a lone number a year. */
export function dayRangeOf(value: Value): DayRange | undefined {
  if (value instanceof CalendarDate) return dayOf(value)
  if (value instanceof Time) return dayOf(dateOfTime(value))
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const match = WRITTEN.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [match[1], match[2], match[3]].map(Number) as [number, number, number]
  const two = (number: number): string => String(number).padStart(2, '0')
  if (match[2] === undefined)
    return { first: new CalendarDate(year, 1, 1), last: new CalendarDate(year, 12, 31), text: match[1] ?? '' }
  if (match[3] !== undefined)
    return isDay(year, month, day) ? dayOf(new CalendarDate(year, month, day)) : undefined
  if (month < 1 || month > 12) return undefined
  return {
    first: new CalendarDate(year, month, 1),
    last: new CalendarDate(year, month, utcDay(year, month + 1, 0).getUTCDate()),
    text: `${match[1]}-${two(month)}`,
  }
}

function dayOf(date: CalendarDate): DayRange {
  return { first: date, last: date, text: rubyToS(date) }
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return utcDay(year, month, day).getTime() / 86_400_000
}

/** Midnight of a day in UTC; days and months that are too many or too few carry over. */
function utcDay(year: number, month: number, day: number): Date {
  const date = new Date(0)
  // Not `Date.UTC`, to which the year 50 is 1950.
  date.setUTCFullYear(year, month - 1, day)
  return date
}

function isDay(year: number, month: number, day: number): boolean {
  const date = utcDay(year, month, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
