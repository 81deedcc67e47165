/** `min_level` and `max_level` as Ruby's range takes them. */
import { CalendarDate, type RenderContext, RubyFloat, servicesOf, type Value } from '../../plugin-api.ts'
import type { TocOptions } from './options.ts'

interface Levels {
  readonly min: number
  readonly max: number
}

/** Stops the rendering where the gem cannot make levels of the two. */
export function levelsOf({ minLevel, maxLevel }: TocOptions, ctx: RenderContext): Levels {
  const stop = (message: string): never =>
    servicesOf(ctx).raise(message, 'write whole numbers from 1 to 6 as `min_level` and `max_level` of `toc`')
  const [min, max] =
    typeof minLevel === 'string' ? [digit(minLevel), digit(maxLevel)] : [number(minLevel), number(maxLevel)]
  const open = minLevel === null || maxLevel === null
  if (open && maxLevel === null) stop('max_level of toc is empty: Jekyll does not end there')
  if (open) stop(`can't iterate from NilClass`)
  if (min === undefined || max === undefined) return ctx.fail('bad value for range')
  if (minLevel instanceof RubyFloat || !Number.isInteger(min)) stop(`can't iterate from Float`)
  // No level makes a selector that Nokogiri cannot read.
  if (min > max) stop(`unexpected '$' after ''`)
  return { min, max }
}

function number(value: Value | undefined): number | undefined {
  if (value instanceof CalendarDate) return undefined
  if (value instanceof RubyFloat) return Number(value)
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined
}

function digit(value: Value | undefined): number | undefined {
  return typeof value === 'string' ? Number(value) : undefined
}
