/** From local fields to a `Time` and back. */
import { civilFromDays, daysFromCivil, daysFromDate, isJulian } from './calendar.ts'
import { CalendarDate, Time } from './time.ts'
import { epochOfLocal, type Zone } from './zone.ts'
import { namesSummerTime } from './zone-abbreviations.ts'

export interface TimeFields {
  readonly year: number
  /** 1..12 */
  readonly month: number
  /** 1..31 */
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanos: number
  /** 0 is Sunday */
  readonly wday: number
  /** 1..366 */
  readonly yday: number
}

/** The fields `time` shows in its own offset. */
export function fields(time: Time): TimeFields {
  const local = time.seconds + time.offset
  const days = Math.floor(local / 86400)
  const ofDay = local - days * 86400
  const { year, month, day } = civilFromDays(days)
  return {
    year,
    month,
    day,
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor((ofDay % 3600) / 60),
    second: ofDay % 60,
    nanos: time.nanos,
    wday: weekday(days),
    yday: days - daysFromCivil(year, 1, 1) + 1,
  }
}

/** The ten values that Ruby's `Array()` takes a time apart into; the last but one says whether it is summer time. */
export function timeParts(time: Time): (number | string | boolean | null)[] {
  const { second, minute, hour, day, month, year, wday, yday } = fields(time)
  const summer = time.zone !== null && namesSummerTime(time.zone)
  return [second, minute, hour, day, month, year, wday, yday, summer, time.zone]
}

/** The day of the week of a day since 1970-01-01; 0 is Sunday. */
function weekday(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}

/** Seconds since 1970-01-01T00:00:00 of a wall clock; fields may be out of range and carry over (hour 24, second 60). */
export function wallSeconds(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  return daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
}

/** The time a clock in `zone` shows as these fields (Ruby's `Time.local`). */
export function timeFromLocal(
  zone: Zone,
  year: number,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
  nanos = 0,
): Time {
  return localTime(zone, epochOfLocal(zone, wallSeconds(year, month, day, hour, minute, second)), nanos)
}

/** The instant shown in `zone` (Ruby's `Time.at`). */
export function localTime(zone: Zone, epochSeconds: number, nanos = 0): Time {
  const { offset, abbreviation } = zone.offsetAt(epochSeconds)
  return new Time(epochSeconds, nanos, offset, abbreviation, false)
}

/** A Ruby UTC time, which prints as `UTC` (Ruby's `Time.utc`). */
export function utcTime(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0, nanos = 0): Time {
  return new Time(wallSeconds(year, month, day, hour, minute, second), nanos, 0, 'UTC', true)
}

/** The same instant shown in `zone` (Ruby's `localtime`). */
export function inZone(time: Time, zone: Zone): Time {
  return localTime(zone, time.seconds, time.nanos)
}

/** The same instant in UTC (Ruby's `utc`). */
export function toUtc(time: Time): Time {
  return time.utc ? time : new Time(time.seconds, time.nanos, 0, 'UTC', true)
}

/** Midnight of `date` in `zone` (Ruby's `Date#to_time`); times are always of the Gregorian calendar. */
export function timeOfDate(date: CalendarDate, zone: Zone): Time {
  const { year, month, day } = date
  const civil = isJulian(year, month, day) ? civilFromDays(daysFromDate(year, month, day)) : date
  return timeFromLocal(zone, civil.year, civil.month, civil.day)
}

/** The day `time` shows (Ruby's `Time#to_date`). */
export function dateOfTime(time: Time): CalendarDate {
  const { year, month, day } = civilFromDays(Math.floor((time.seconds + time.offset) / 86400))
  return new CalendarDate(year, month, day)
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareTimes(a: Time, b: Time): number {
  return a.seconds - b.seconds || a.nanos - b.nanos
}

/** Negative, zero or positive as `a` is before, the same day as or after `b`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day
}
