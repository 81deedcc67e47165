/**
 * Zones written as POSIX has them: `JST-9`, `<+08>-8`, with summer time `CET-1CEST` and its rules
 * `CET-1CEST,M3.5.0,M10.5.0/3`. Signs are west-positive. Without rules those of New York hold, as in glibc.
 */
import { daysFromCivil } from './calendar.ts'

interface PosixZone {
  readonly standard: PosixTime
  /** absent where the zone never changes */
  readonly summer?: PosixTime & { readonly from: Change; readonly to: Change }
}

interface PosixTime {
  /** seconds east of UTC */
  readonly offset: number
  readonly abbreviation: string
}

/** A day of each year, and the second of it in local time. */
interface Change {
  readonly day: (year: number) => number
  readonly second: number
}

const ZONE =
  /^(<[A-Za-z0-9+-]{3,}>|[A-Za-z]{3,})([+-]?[\d:]+)(?:(<[A-Za-z0-9+-]{3,}>|[A-Za-z]{3,})([+-]?[\d:]+)?(?:,([^,]+)(?:,([^,]+))?)?)?$/
/** The days of its changes, which hold where there are no rules, or none that can be read. */
const NEW_YORK = ['M3.2.0', 'M11.1.0'] as const
const CLOCK = /^([+-]?)(\d{1,3})(?::(\d{2}))?(?::(\d{2}))?$/

/** What `text` describes; undefined where it is no such description. */
export function posixZone(text: string): PosixZone | undefined {
  const parts = ZONE.exec(text)
  if (parts === null) return undefined
  const [, name = '', west = '', summerName, summerWest, from = NEW_YORK[0], to = NEW_YORK[1]] = parts
  const offset = secondsOf(west)
  if (offset === undefined) return undefined
  const standard = { offset: 0 - offset, abbreviation: plain(name) }
  if (summerName === undefined) return { standard }
  const summerOffset = summerWest === undefined ? offset - 3600 : secondsOf(summerWest)
  const begins = changeOf(from) ?? changeOf(NEW_YORK[0])
  const ends = changeOf(to) ?? changeOf(NEW_YORK[1])
  if (summerOffset === undefined || begins === undefined || ends === undefined) return undefined
  return {
    standard,
    summer: { offset: 0 - summerOffset, abbreviation: plain(summerName), from: begins, to: ends },
  }
}

/** What holds in `zone` at an instant. */
export function posixTimeAt({ standard, summer }: PosixZone, epochSeconds: number): PosixTime {
  if (summer === undefined) return standard
  const year = new Date((epochSeconds + standard.offset) * 1000).getUTCFullYear()
  const at = ({ day, second }: Change, offset: number): number => day(year) * 86400 + second - offset
  const begins = at(summer.from, standard.offset)
  const ends = at(summer.to, summer.offset)
  const isSummer =
    begins < ends
      ? epochSeconds >= begins && epochSeconds < ends
      : epochSeconds >= begins || epochSeconds < ends
  return isSummer ? summer : standard
}

function plain(name: string): string {
  return name.startsWith('<') ? name.slice(1, -1) : name
}

function secondsOf(clock: string): number | undefined {
  const parts = CLOCK.exec(clock)
  if (parts === null) return undefined
  const [, sign, hours, minutes = '0', seconds = '0'] = parts
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return sign === '-' ? 0 - all : all
}

/** `M3.5.0` (month, week, weekday), `J60` (from 1, without leap days) or `300` (from 0), each with `/2` for its hour. */
function changeOf(rule: string): Change | undefined {
  const [date = '', clock, more] = rule.split('/')
  const second = clock === undefined ? 7200 : secondsOf(clock)
  if (second === undefined || more !== undefined) return undefined
  const [, month, week, weekday] = (/^M(\d{1,2})\.([1-5])\.([0-6])$/.exec(date) ?? []).map(Number)
  if (month !== undefined && week !== undefined && weekday !== undefined)
    return month < 1 || month > 12
      ? undefined
      : { second, day: (year) => weekdayOf(year, month, week, weekday) }
  const [, without, number] = /^(J?)(\d{1,3})$/.exec(date) ?? []
  if (number === undefined || Number(number) > 365) return undefined
  const day = Number(number)
  if (without === '') return { second, day: (year) => daysFromCivil(year, 1, 1) + day }
  const isLeap = (year: number): boolean => daysFromCivil(year, 3, 1) - daysFromCivil(year, 2, 1) === 29
  return { second, day: (year) => daysFromCivil(year, 1, 1) + day - 1 + (isLeap(year) && day >= 60 ? 1 : 0) }
}

/** The day on which the `week`th `weekday` (0 is Sunday) of a month falls; the fifth is the last. */
function weekdayOf(year: number, month: number, week: number, weekday: number): number {
  const first = daysFromCivil(year, month, 1)
  // 1970-01-01 was a Thursday.
  const ahead = (((weekday - first - 4) % 7) + 7) % 7
  const day = first + ahead + (week - 1) * 7
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)
  return day >= next ? day - 7 : day
}
