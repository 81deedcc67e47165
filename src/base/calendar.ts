/** The proleptic Gregorian calendar in days since 1970-01-01. Years may be negative or beyond 9999. */

/** The number of days from 1970-01-01 to the given day; `month` must be 1..12, `day` may be out of range. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Whether a day as Ruby's Date counts it is one of the Julian calendar, which Date uses until 1582-10-04. */
export function isJulian(year: number, month: number, day: number): boolean {
  return year < 1582 || (year === 1582 && (month < 10 || (month === 10 && day < 15)))
}

/** The number of days from 1970-01-01 to the day that Ruby's Date calls so. */
export function daysFromDate(year: number, month: number, day: number): number {
  if (!isJulian(year, month, day)) return daysFromCivil(year, month, day)
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return y * 365 + Math.floor(y / 4) + dayOfYear - 719470
}

/** The calendar day that lies `days` after 1970-01-01. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

const MONTH_DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in `month` (1..12) of `year`; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

/** Whether the three name a day, as Ruby's Date counts: ten days are missing in October 1582. */
export function isCivil(year: number, month: number, day: number): boolean {
  if (year === 1582 && month === 10 && day > 4 && day < 15) return false
  if (month === 2 && day === 29 && isJulian(year, month, day)) return year % 4 === 0
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}
