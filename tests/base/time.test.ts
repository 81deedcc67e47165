import { expect, test } from 'vitest'
import {
  ArgumentError,
  CalendarDate,
  compareDates,
  compareTimes,
  compileStrftime,
  dateInspect,
  dateOfTime,
  dateToS,
  fields,
  fixedZone,
  inZone,
  isKnownZone,
  localTime,
  now,
  parseDate,
  parseTime,
  strftime,
  Time,
  timeFromLocal,
  timeFromMilliseconds,
  timeInspect,
  timeOfDate,
  timeToS,
  toUtc,
  utcTime,
  xmlschema,
  type Zone,
  zoneFor,
} from '../../src/base/index.ts'
import { stepsOf } from '../steps.ts'
import { expectSame, readCases } from './cases.ts'

type Moment = [seconds: number, nanos: number, offset: number | 'utc' | 'date']

const zones = new Map<string, Zone>()
function zone(name: string): Zone {
  const known = zones.get(name) ?? zoneFor(name)
  zones.set(name, known)
  return known
}

function moment([seconds, nanos, offset]: Moment): Time | CalendarDate {
  if (offset === 'date') return dateOfTime(new Time(seconds, 0, 0, 'UTC'))
  return offset === 'utc' ? new Time(seconds, nanos, 0, 'UTC') : new Time(seconds, nanos, offset, null)
}

const present = new Time(1_593_702_245, 0, 0, 'UTC')

test('instants in many zones have the offset and the abbreviation the tz database has', () => {
  expectSame(
    readCases<[string, number, number, string]>('instants'),
    ([, , offset, abbreviation]) => [offset, abbreviation],
    ([name, at]) => {
      const found = zone(name).offsetAt(at)
      return [found.offset, found.abbreviation]
    },
  )
})

test('local times that are skipped or come twice are the instants Ruby takes', () => {
  expectSame(
    readCases<[string, [number, number, number, number, number], string]>('local-times'),
    ([, , inspect]) => inspect,
    ([name, local]) => timeInspect(timeFromLocal(zone(name), ...local)),
  )
})

test('dates in free text are read as Time.parse reads them', () => {
  expectSame(
    readCases<[string, string, string, boolean?, string?]>('dates'),
    ([, , ...answer]) => answer,
    ([name, text]) => {
      try {
        const time = parseTime(text, zone(name), present)
        return [timeInspect(time), time.utc, time.zone]
      } catch (error) {
        if (error instanceof ArgumentError) return [`ArgumentError: ${error.message}`]
        throw error
      }
    },
  )
})

test('every conversion of strftime with flags and widths prints as in Ruby', () => {
  expectSame(
    readCases<[Moment, string, string]>('strftime'),
    ([, , text]) => text,
    ([at, format]) => strftime(moment(at), format),
  )
})

test('weeks, centuries and hours of two hundred instants print as in Ruby', () => {
  expectSame(
    readCases<[Moment, string, string]>('weeks'),
    ([, , text]) => text,
    ([at, format]) => strftime(moment(at), format),
  )
})

test('times print as to_s, inspect and xmlschema do', () => {
  expectSame(
    readCases<[Moment, string, string, string]>('time-texts'),
    ([, ...texts]) => texts,
    ([at]) => {
      const time = moment(at) as Time
      return [timeToS(time), timeInspect(time), xmlschema(time)]
    },
  )
})

test('widths are as wide as Ruby has room for, which depends on the format', () => {
  expectSame(
    readCases<[Moment, string, number | string]>('widths'),
    ([, , printed]) => printed,
    ([at, format]) => {
      try {
        return Buffer.byteLength(strftime(moment(at), format))
      } catch (error) {
        return `Errno::ERANGE: ${(error as Error).message}`
      }
    },
  )
})

test('a compiled format prints any number of times', () => {
  const print = compileStrftime('%Y/%m')
  expect([print(utcTime(2020, 1)), print(new CalendarDate(2021, 2, 3))]).toEqual(['2020/01', '2021/02'])
})

test('a local time in a zone called UTC is no UTC time', () => {
  expect(timeToS(timeFromLocal(zoneFor('UTC'), 2020))).toBe('2020-01-01 00:00:00 +0000')
  expect(timeToS(utcTime(2020))).toBe('2020-01-01 00:00:00 UTC')
})

test('an unknown zone is UTC under its own name', () => {
  expect(isKnownZone('Foo/Bar')).toBe(false)
  expect(isKnownZone('Europe/Berlin')).toBe(true)
  expect(zoneFor('Foo/Bar').offsetAt(0)).toEqual({ offset: 0, abbreviation: 'Foo' })
})

test('parseDate shows the time in the site’s zone and has no answer for a date that is none', () => {
  const berlin = zoneFor('Europe/Berlin')
  expect(timeToS(parseDate('2020-07-02 10:00 +0000', berlin, present) as Time)).toBe(
    '2020-07-02 12:00:00 +0200',
  )
  expect(parseDate('no date', berlin, present)).toBeUndefined()
})

test('conversions between times, dates and zones', () => {
  const date = new CalendarDate(2020, 1, 2)
  const midnight = timeOfDate(date, fixedZone('east', 3600, 'E'))
  expect(timeToS(midnight)).toBe('2020-01-02 00:00:00 +0100')
  expect(timeToS(toUtc(midnight))).toBe('2020-01-01 23:00:00 UTC')
  expect(dateToS(dateOfTime(toUtc(midnight)))).toBe('2020-01-01')
  expect(dateInspect(date)).toBe('#<Date: 2020-01-02 ((2458851j,0s,0n),+0s,2299161j)>')
  expect(xmlschema(date)).toBe('2020-01-02')
  expect(fields(inZone(midnight, zoneFor('Asia/Tokyo'))).hour).toBe(8)
  expect(compareTimes(midnight, toUtc(midnight))).toBe(0)
  expect(compareTimes(utcTime(2020, 1, 1, 0, 0, 0, 1), utcTime(2020))).toBe(1)
  expect(compareDates(date, new CalendarDate(2020, 2, 1))).toBeLessThan(0)
})

test('milliseconds of a file become nanoseconds', () => {
  const time = timeFromMilliseconds(1500.25, zoneFor('UTC'))
  expect([time.seconds, time.nanos]).toEqual([1, 500_250_000])
  expect(now(zoneFor('UTC')).seconds).toBeGreaterThan(1_600_000_000)
})

test('a look-up in a zone is a few steps, once its changes are known', () => {
  const berlin = zoneFor('Europe/Berlin')
  const lookUp = (): void => {
    for (let at = 0; at < 1000; at++) localTime(berlin, 1_000_000_000 + at * 600_000)
  }
  lookUp()
  expect(stepsOf(lookUp)).toBeLessThan(100_000)
})
