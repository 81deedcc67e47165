/** Times and dates as Ruby prints them. */
import { daysFromDate } from './calendar.ts'
import { CalendarDate, type Time } from './time.ts'
import { fields } from './time-fields.ts'

export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const DAY_NAMES: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
]

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** A year with at least four digits: `0033`, `2020`, `-0001`, `12345`. */
export function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')
}

/** `+0100`, or `+01:00` with a colon. Seconds of an offset are dropped, as `%z` drops them. */
function offsetText(offset: number, colon = ''): string {
  const minutes = Math.floor(Math.abs(offset) / 60)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`
}

/** Ruby's `Time#to_s`: `2020-01-02 03:04:05 +0100`, or `… UTC` for UTC times. */
export function timeToS(time: Time): string {
  const f = fields(time)
  const seconds = Math.abs(time.offset) % 60
  const zone = time.utc ? 'UTC' : offsetText(time.offset) + (seconds === 0 ? '' : two(seconds))
  return `${yearText(f.year)}-${two(f.month)}-${two(f.day)} ${two(f.hour)}:${two(f.minute)}:${two(f.second)} ${zone}`
}

/** Ruby's `Time#inspect`: as `to_s`, with the fraction: `2020-01-02 03:04:05.5 UTC`. */
export function timeInspect(time: Time): string {
  const text = timeToS(time)
  if (time.nanos === 0) return text
  const space = text.lastIndexOf(' ')
  return `${text.slice(0, space)}.${fraction(time.nanos)}${text.slice(space)}`
}

function fraction(nanos: number): string {
  const digits = String(nanos).padStart(9, '0')
  let end = 9
  while (digits[end - 1] === '0') end--
  return digits.slice(0, end)
}

/** Ruby's `Time#xmlschema`: `2020-01-02T03:04:05+01:00`, or `…Z` for UTC times. Of a Date: `2020-01-02`. */
export function xmlschema(time: Time | CalendarDate): string {
  if (time instanceof CalendarDate) return dateToS(time)
  const f = fields(time)
  const zone = time.utc ? 'Z' : offsetText(time.offset, ':')
  return `${yearText(f.year)}-${two(f.month)}-${two(f.day)}T${two(f.hour)}:${two(f.minute)}:${two(f.second)}${zone}`
}

/** Ruby's `Date#to_s`: `2020-01-02`. */
export function dateToS(date: CalendarDate): string {
  return `${yearText(date.year)}-${two(date.month)}-${two(date.day)}`
}

/** Ruby's `Date#inspect`, with its Julian day: `#<Date: 2020-01-02 ((2458851j,0s,0n),+0s,2299161j)>`. */
export function dateInspect(date: CalendarDate): string {
  const julianDay = daysFromDate(date.year, date.month, date.day) + 2440588
  return `#<Date: ${dateToS(date)} ((${julianDay}j,0s,0n),+0s,2299161j)>`
}
