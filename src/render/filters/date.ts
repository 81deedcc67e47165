/** `date_to_xmlschema`, `date_to_rfc822`, `date_to_string`, `date_to_long_string`. */
import { CalendarDate, fields, inZone, strftime, Time, timeOfDate, xmlschema } from '../../base/index.ts'
import { type FilterDefinition, MethodLiteral, type RenderContext, toDate } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { inspect } from '../inspect.ts'

/** `input` as a time in the site's zone. Throws Jekyll's `Invalid Date` for what is none. */
function toTime(ctx: RenderContext, input: unknown): Time {
  const date = toDate(ctx, input)
  if (date instanceof Time) return inZone(date, ctx.zone)
  if (date instanceof CalendarDate) return timeOfDate(date, ctx.zone)
  throw new HostError(`Invalid Date: '${inspect(input)}' is not a valid datetime.`, 'render/invalid-date')
}

function isNothing(input: unknown): boolean {
  return input === null || input === undefined || input === '' || input instanceof MethodLiteral
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
