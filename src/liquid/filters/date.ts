/** The `date` filter. */
import { CalendarDate, localTime, parseTime, strftime, Time } from '../../base/index.ts'
import { leadingInteger } from '../numbers.ts'
import { toS } from '../to-text.ts'
import type { FilterDefinition, RenderContext } from '../types.ts'
import { isInteger } from '../values.ts'
import { filter } from './input.ts'

/**
 * What `value` means as a point in time: dates as they are, `now` and `today`, digits as seconds since 1970, text as
 * Ruby's Time.parse reads it. Undefined where it means none.
 */
export function toDate(ctx: RenderContext, value: unknown): Time | CalendarDate | undefined {
  if (value instanceof Time || value instanceof CalendarDate) return value
  if (isInteger(value)) return secondsToTime(ctx, Number(value))
  if (value instanceof Date) {
    const milliseconds = value.getTime()
    const seconds = Math.floor(milliseconds / 1000)
    return localTime(ctx.zone, seconds, (milliseconds - seconds * 1000) * 1_000_000)
  }
  if (typeof value !== 'string' || value === '') return undefined
  const lower = value.toLowerCase()
  if (lower === 'now' || lower === 'today') return ctx.now()
  if (/^\d+$/.test(lower)) return secondsToTime(ctx, Number(leadingInteger(lower)))
  try {
    return parseTime(lower, ctx.zone, ctx.now())
  } catch {
    return undefined
  }
}

/** As far as a calendar made of numbers is exact. */
const MAX_SECONDS = Number.MAX_SAFE_INTEGER - 86_400

function secondsToTime(ctx: RenderContext, seconds: number): Time | undefined {
  return Math.abs(seconds) > MAX_SECONDS ? undefined : localTime(ctx.zone, seconds)
}

export const DATE_FILTERS: Readonly<Record<string, FilterDefinition>> = {
  date: filter(1, 1, (ctx, input, format) => {
    const pattern = toS(format)
    if (pattern === '') return input
    // A number too large for any calendar still answers a format that asks for none.
    if (isInteger(input) && !pattern.includes('%')) return pattern
    const date = toDate(ctx, input)
    return date === undefined ? input : strftime(date, pattern)
  }),
}
