/** The moment a build counts as its own. */
import { BuildError, now, type Time, timeFromMilliseconds, type Zone } from '../base/index.ts'

/**
 * `SOURCE_DATE_EPOCH` (seconds since 1970) when it is set, else the present, shown in `zone`. Throws a `BuildError`
 * when it is not a number: an output that silently changes every time is what it is there to prevent.
 */
export function buildTime(sourceDateEpoch: string | undefined, zone: Zone): Time {
  if (sourceDateEpoch === undefined || sourceDateEpoch === '') return now(zone)
  if (/^\d{1,12}$/.test(sourceDateEpoch)) return timeFromMilliseconds(Number(sourceDateEpoch) * 1000, zone)
  throw new BuildError([
    {
      code: 'build/source-date-epoch',
      severity: 'error',
      message: `SOURCE_DATE_EPOCH is '${sourceDateEpoch}', not a number of seconds.`,
      help: 'set it to the output of `date +%s`, or unset it',
      trail: [],
    },
  ])
}
