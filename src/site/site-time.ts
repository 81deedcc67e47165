/** The moment a site is built at. */
import { BuildError, CalendarDate, inZone, parseDate, rubyToS, Time, timeOfDate } from '../base/index.ts'
import { isTruthy } from './hash-fields.ts'
import type { Config } from './types.ts'

/** `time` of the configuration if it has one, else `now`, in the site's zone. Throws a BuildError when it is no time. */
export function siteTime(config: Config, now: Time): Time {
  const value = config.data.get('time')
  if (!isTruthy(value)) return inZone(now, config.zone)
  if (value instanceof Time) return inZone(value, config.zone)
  if (value instanceof CalendarDate) return timeOfDate(value, config.zone)
  const text = rubyToS(value)
  const time = parseDate(text, config.zone, now)
  if (time !== undefined) return time
  throw new BuildError([
    {
      code: 'site/invalid-time',
      severity: 'error',
      message: `Invalid date '${text}': Invalid time in _config.yml.`,
      help: 'write it as `time: 2024-01-31 12:00:00`',
      trail: [],
    },
  ])
}
