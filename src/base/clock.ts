/** The only place that asks what time it is. Everything else takes a `Time`. */
import type { Time } from './time.ts'
import { localTime } from './time-fields.ts'
import type { Zone } from './zone.ts'

/** The present, shown in `zone`. */
export function now(zone: Zone): Time {
  const milliseconds = Date.now()
  return timeFromMilliseconds(milliseconds, zone)
}

/** The instant `milliseconds` after the epoch (a file's mtime), shown in `zone`; fractions down to nanoseconds count. */
export function timeFromMilliseconds(milliseconds: number, zone: Zone): Time {
  const seconds = Math.floor(milliseconds / 1000)
  return localTime(zone, seconds, Math.min(999_999_999, Math.round((milliseconds - seconds * 1000) * 1e6)))
}

/** Milliseconds since the epoch. */
export function epochMilliseconds(): number {
  return Date.now()
}

/** Milliseconds since some fixed moment, for measuring; never goes back. */
export function monotonic(): number {
  return performance.now()
}
