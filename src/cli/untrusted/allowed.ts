/** What a command line allows an untrusted build. */
import type { SiteLimits } from '../../builder/index.ts'
import type { Arguments } from '../args.ts'
import { LIMITS, type LimitName } from './limits.ts'

/** How much `args` allow. */
export function allowed({ flags }: Arguments, name: LimitName): number {
  const given = flags.get(name)
  return typeof given === 'number' ? given : LIMITS.find(({ long }) => long === name)!.most
}

const MEGABYTE = 1_000_000

/** The limits that the build itself keeps: what it counts, nobody else has to watch. */
export function siteLimits(args: Arguments): SiteLimits {
  const limit = (name: LimitName, unit = 1): SiteLimits['depth'] => ({
    most: allowed(args, name) * unit,
    flag: `--${name}`,
  })
  return {
    inputFiles: limit('input-file-limit'),
    inputBytes: limit('input-limit', MEGABYTE),
    depth: limit('depth-limit'),
    outputFiles: limit('output-file-limit'),
    outputBytes: limit('output-limit', MEGABYTE),
  }
}

/** What cannot be meant: limits that nobody would keep, an untrusted build without end, or one that is measured. */
export function untrustedFault({ flags }: Arguments): string | undefined {
  const untrusted = flags.get('untrusted') === true
  const alone = LIMITS.find(({ long }) => flags.has(long))
  if (!untrusted) return alone && `--${alone.long} is a limit of --untrusted.`
  const other = ['watch', 'profile'].find((flag) => flags.has(flag) && flags.get(flag) !== false)
  return other && `--untrusted goes without --${other}.`
}
