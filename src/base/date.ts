/** Dates from free text, as Ruby's `Time.parse` and Jekyll's `Utils.parse_date` read them. */
import { daysInMonth } from './calendar.ts'
import { dateParts, MAX_DATE_LENGTH } from './date-parts.ts'
import { ArgumentError } from './ruby-error.ts'
import { inspectString } from './ruby-text.ts'
import { Time } from './time.ts'
import { fields, inZone, localTime, timeFromLocal, wallSeconds } from './time-fields.ts'
import type { Zone } from './zone.ts'

/** Hours east of UTC of the zones Ruby's Time knows by name, other than the local one. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  UTC: 0,
  Z: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}
/** Military zones: A to I (no J), K to M eastwards, N to Y westwards. */
const EAST = 'ABCDEFGHIKLM'
const WEST = 'NOPQRSTUVWXY'

/**
 * Ruby's `Time.parse(text, now)`: what the text leaves out before the first field it names comes from `now` (a bare
 * `12:30` is today), what it leaves out after is zero. The time keeps the offset it was written with; a zone Ruby does
 * not know is taken as `zone`. Throws an ArgumentError with Ruby's message (`no time information in "x"`,
 * `argument out of range`) when the text holds no time.
 */
export function parseTime(text: string, zone: Zone, now: Time): Time {
  if (text.length > MAX_DATE_LENGTH)
    throw new ArgumentError(`string length (${text.length}) exceeds the limit ${MAX_DATE_LENGTH}`)
  const parts = dateParts(text)
  const { yday } = parts
  let { year, month, day, hour, minute, second } = parts
  const named = [year, yday, month, day, hour, minute, second, parts.fraction]
  if (named.every((part) => part === undefined))
    throw new ArgumentError(`no time information in ${inspectString(text)}`)

  const offset = parts.zone === undefined ? undefined : zoneOffset(parts.zone, zone, year ?? fields(now).year)
  if (offset !== undefined && Math.abs(offset) >= 86400) throw new ArgumentError('utc_offset out of range')
  const today = fields(
    offset === undefined ? inZone(now, zone) : new Time(now.seconds, now.nanos, offset, null, false),
  )
  if (year === undefined) {
    year = today.year
    if (yday === undefined && month === undefined) {
      month = today.month
      if (day === undefined) {
        day = today.day
        if (hour === undefined) {
          hour = today.hour
          if (minute === undefined) {
            minute = today.minute
            second ??= today.second
          }
        }
      }
    }
  }
  if (yday !== undefined) ({ month, day } = monthDay(year, yday))
  month ??= 1
  day ??= 1
  hour ??= 0
  minute ??= 0
  second ??= 0
  const nanos = Number((parts.fraction ?? '').slice(0, 9).padEnd(9, '0'))
  const wall: WallClock = { year, month, day, hour, minute, second }
  if (offset === undefined) {
    checkRange(wall)
    return timeFromLocal(zone, year, month, day, hour, minute, second, nanos)
  }
  const utc = atUtc(wall, offset)
  checkRange(utc)
  const seconds = wallSeconds(utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second)
  if (isUtcName(parts.zone ?? '')) return new Time(seconds, nanos, 0, 'UTC', true)
  const local = localTime(zone, seconds, nanos)
  return local.offset === offset ? local : new Time(seconds, nanos, offset, null, false)
}

/** Whether `text` says which year it means: what it leaves out is then zero, and nothing comes from the clock. */
export function namesYear(text: string): boolean {
  return DAY.test(text) || (text.length <= MAX_DATE_LENGTH && dateParts(text).year !== undefined)
}

/** What the names of posts begin with. */
const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * Jekyll's `Utils.parse_date`: `parseTime` shown in `zone`. Undefined where Jekyll raises
 * (`Invalid date '…': Input could not be parsed`).
 */
export function parseDate(text: string, zone: Zone, now: Time): Time | undefined {
  try {
    return inZone(parseTime(text, zone, now), zone)
  } catch (error) {
    if (error instanceof ArgumentError) return undefined
    throw error
  }
}

interface WallClock {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * The wall clock at UTC. Ruby moves only the fields that the offset has a part in, and those with their carry: 25:00 of
 * -03:30 is 04:30 of the next day, 10:75 of -03:30 is 14:45, but 10:75 of -03:00 stays out of range. A day that leaves its
 * month is the first or last of the next or former one.
 */
function atUtc(wall: WallClock, offset: number): WallClock {
  const sign = offset < 0 ? 1 : -1
  let rest = Math.abs(offset)
  const shifted = (value: number, size: number): number => {
    const part = rest % size
    rest = Math.floor(rest / size)
    if (part === 0) return value
    const moved = value + sign * part
    const carry = Math.floor(moved / size)
    rest += sign * carry
    return moved - carry * size
  }
  const second = shifted(wall.second, 60)
  const minute = shifted(wall.minute, 60)
  const hour = shifted(wall.hour, 24)
  const day = wall.day + sign * rest
  const place = { ...wall, hour, minute, second, day }
  if (rest === 0) return place
  const { year, month } = wall
  if (sign < 0 && day < 1) {
    const [before, earlier] = month <= 1 ? [year - 1, 12] : [year, month - 1]
    return { ...place, year: before, month: earlier, day: daysInMonth(before, earlier) }
  }
  if (sign > 0 && month >= 1 && month <= 12 && day > daysInMonth(year, month))
    return { ...place, year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 }
  return place
}

/**
 * Throws what Ruby says of the first field no time can have; days 29 to 31 of short months run over instead. Ruby packs
 * the fields in 4, 5 and 6 bits: what does not fit there gets a message without a name.
 */
function checkRange({ month, day, hour, minute, second }: WallClock): void {
  if (month > 15 || day > 31 || hour > 31 || minute > 63 || second > 63)
    throw new ArgumentError('argument out of range')
  if (month < 1 || month > 12) throw new ArgumentError('mon out of range')
  if (day < 1) throw new ArgumentError('mday out of range')
  if (hour > 24) throw new ArgumentError('hour out of range')
  if (minute > 59 || (hour === 24 && minute > 0)) throw new ArgumentError('min out of range')
  if (second > 60 || (hour === 24 && second > 0)) throw new ArgumentError('sec out of range')
}

function monthDay(year: number, yday: number): { month: number; day: number } {
  let day = yday
  let month = 1
  while (month <= 12 && day > daysInMonth(year, month)) day -= daysInMonth(year, month++)
  if (yday < 1 || month > 12) throw new ArgumentError(`yday ${yday} out of range`)
  return { month, day }
}

/** Seconds east of UTC of a zone as written, or undefined when Ruby's Time knows it not. */
function zoneOffset(written: string, zone: Zone, year: number): number | undefined {
  const name = written.toUpperCase()
  const match = /^([-+])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?$/.exec(name)
  if (match !== null) {
    const [, sign, hours, , minutes = '0', seconds = '0'] = match
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    return sign === '-' ? 0 - size : size
  }
  const hours = Object.hasOwn(ZONE_HOURS, name) ? ZONE_HOURS[name] : militaryHours(name)
  if (hours !== undefined) return hours * 3600
  for (const month of [1, 7]) {
    const local = timeFromLocal(zone, year, month)
    if (local.zone?.toUpperCase() === name) return local.offset
  }
  return undefined
}

function militaryHours(name: string): number | undefined {
  if (name.length !== 1) return undefined
  if (EAST.includes(name)) return EAST.indexOf(name) + 1
  return WEST.includes(name) ? -WEST.indexOf(name) - 1 : undefined
}

/** Zones whose times Ruby counts as UTC times. */
function isUtcName(zone: string): boolean {
  return /^(?:utc|z|ut|-00:?00)$/i.test(zone)
}
