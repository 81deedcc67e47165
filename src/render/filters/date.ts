/** `date_to_xmlschema`, `date_to_rfc822`, `date_to_string`, `date_to_long_string`. */
import {
  CalendarDate,
  fields,
  inZone,
  localTime,
  parseDate,
  strftime,
  Time,
  timeOfDate,
  xmlschema,
} from '../../base/index.ts'
import type { FilterDefinition, RenderContext } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { inspect } from '../inspect.ts'
import { registersOf } from '../registers.ts'

/** `input` as a time in the site's zone. Throws Jekyll's `Invalid Date` for what is none. */
function toTime(ctx: RenderContext, input: unknown): Time {
  const { view } = registersOf(ctx)
  const { zone } = view
  if (input instanceof Time) return inZone(input, zone)
  if (input instanceof CalendarDate) return timeOfDate(input, zone)
  if (typeof input === 'number' && Number.isInteger(input)) return localTime(zone, input)
  if (typeof input === 'string') {
    if (/^\d+$/.test(input)) return localTime(zone, Number(input))
    const time = parseDate(input, zone, view.now())
    if (time !== undefined) return inZone(time, zone)
  }
  throw new HostError(`Invalid Date: '${inspect(input)}' is not a valid datetime.`, 'render/invalid-date')
}

function isNothing(input: unknown): boolean {
  return input === null || input === undefined || input === ''
}

function formatted(
  max: number,
  format: (time: Time, type: unknown, style: unknown) => string,
): FilterDefinition {
  return {
    min: 0,
    max,
    run: (ctx, input, type, style) => (isNothing(input) ? input : format(toTime(ctx, input), type, style)),
  }
}

function ordinal(day: number): string {
  const teen = day % 100 >= 11 && day % 100 <= 13
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`
}

/** @param month `%b` or `%B` */
function dated(month: string): FilterDefinition {
  return formatted(2, (time, type, style) => {
    if (type !== 'ordinal') return strftime(time, `%d ${month} %Y`)
    const day = ordinal(fields(time).day)
    const name = strftime(time, month)
    const year = strftime(time, '%Y')
    return style === 'US' ? `${name} ${day}, ${year}` : `${day} ${name} ${year}`
  })
}

export const dateFilters: Readonly<Record<string, FilterDefinition>> = {
  date_to_xmlschema: formatted(0, (time) => xmlschema(time)),
  date_to_rfc822: formatted(0, (time) => strftime(time, '%a, %d %b %Y %H:%M:%S %z')),
  date_to_string: dated('%b'),
  date_to_long_string: dated('%B'),
}
