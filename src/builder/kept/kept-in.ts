/** What builds of a site keep, in its cache directory. */
import type { Config } from '../../site/index.ts'
import { buildStore } from '../cache/build-store.ts'
import { cacheDirectory } from '../cache/cache-directory.ts'
import { type KeptResults, keptResults } from './kept-results.ts'
import type { Save } from './save.ts'

/** What builds by the version `program` kept in the cache directory; undefined where the configuration wants none. */
export function keptOnDisk(config: Config, program: string): KeptResults | undefined {
  return cacheDirectory(config) === undefined ? undefined : keptIn(config, program)
}

/**
 * What builds by the version `program` kept in the cache directory of `config`. Where the configuration wants nothing on
 * the disk, it lasts as long as the process. `later` runs what writes it, when there is time.
 */
export function keptIn(
  config: Config,
  program: string,
  later: (save: Save) => void = (save) => void save(),
): KeptResults {
  return keptResults(buildStore(config, program), later, cacheDirectory(config))
}
