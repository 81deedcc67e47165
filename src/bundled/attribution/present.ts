/** For whom somebody writes now: what a new post starts with. */
import { type Config, dateOfTime, type Time } from '../../plugin-api.ts'
import { employersOf } from './employers.ts'
import { optionsOf } from './options.ts'
import { ignore } from './problem.ts'
import { holds, workedBetween } from './spans.ts'

/**
 * The keys of the employers in the configuration at `time`, in its order; none in a gap. A site without `employers`
 * has none.
 */
export function employersAt({ data }: Config, time: Time): readonly string[] {
  const day = dateOfTime(time)
  const today = workedBetween(day, day)
  const employers = employersOf(data, optionsOf(data, ignore).employerPages, ignore)
  return [...employers]
    .filter(([, { spans }]) => spans.some((span) => holds(span, today)))
    .map(([key]) => key)
}
