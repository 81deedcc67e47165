/** Dates as people know them: to the day, the month or the year. */
import {
  CalendarDate,
  dateOfTime,
  dateToS,
  daysFromCivil,
  daysInMonth,
  isCivil,
  Time,
  type Value,
} from '../../base/index.ts'
import type { DayRange } from './model.ts'

/** Year, with month and day where they are known: `2019-3`, `2019-03-01`, `2019/03`. */
const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$/

/** The days that `value` means, or undefined when it is no date. A YAML date is a day, a lone number a year. */
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
    return isCivil(year, month, day) ? dayOf(new CalendarDate(year, month, day)) : undefined
  if (month < 1 || month > 12) return undefined
  return {
    first: new CalendarDate(year, month, 1),
    last: new CalendarDate(year, month, daysInMonth(year, month)),
    text: `${match[1]}-${two(month)}`,
  }
}

function dayOf(date: CalendarDate): DayRange {
  return { first: date, last: date, text: dateToS(date) }
}

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return daysFromCivil(year, month, day)
}
