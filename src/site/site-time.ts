/** The moment a site is built at. */
import {
  BuildError,
  CalendarDate,
  inZone,
  isTruthy,
  namesYear,
  parseDate,
  rubyToS,
  Time,
  type Value,
  type Zone,
  zoneFor,
} from '../base/index.ts'
import type { Config } from './types.ts'

/**
 * A date as front matter or the configuration writes it, as a time in `zone`; undefined when it is none. Jekyll reads it as
 * text: a day of the Julian calendar becomes the Gregorian one of the same name.
 */
export function timeFrom(value: Value, zone: Zone, now: Time): Time | undefined {
  return value instanceof Time ? inZone(value, zone) : parseDate(rubyToS(value), zone, now)
}

/** Whether `timeFrom` may make another time of `value` at another moment. */
export function leansOnNow(value: Value): boolean {
  return !(value instanceof Time || value instanceof CalendarDate || namesYear(rubyToS(value)))
}

/** `time` of the configuration if it has one, else `now`, in the site's zone. Throws a BuildError when it is not a time. */
export function siteTime(config: Config, now: Time): Time {
  const value = config.time
  const zone = zoneFor(config.timezone)
  if (!isTruthy(value)) return inZone(now, zone)
  const time = timeFrom(value, zone, now)
  if (time !== undefined) return time
  throw new BuildError([
    {
      code: 'site/invalid-time',
      severity: 'error',
      message: `Invalid date '${rubyToS(value)}': Invalid time in _config.yml.`,
      help: 'write it as `time: 2024-01-31 12:00:00`',
      trail: [],
    },
  ])
}
