import { version } from 'node:process'
import type { Config } from '../../site/index.ts'
import { cacheDirectory, STORE_NAME } from './cache-directory.ts'
import { openStore } from './open-store.ts'
import type { CacheStore } from './types.ts'

/** Changes when the meaning of what is kept does. */
const FORMAT = 5

/** Room for the results of 100,000 posts; a sixty-fourth of it for what no build asked for lately. */
const LIMIT_BYTES = 4 * 1024 ** 3

/** Room in memory, for a process that builds again and keeps nothing on the disk. */
const MEMORY_BYTES = 512 * 1024 ** 2

/**
 * What builds of this site keep, on the disk where the configuration has a cache and `program` names the version that
 * builds. Another program, Node or reference begins anew.
 */
export function buildStore(config: Config, program: string | undefined): CacheStore {
  const directory = program === undefined ? undefined : cacheDirectory(config)
  const header = JSON.stringify([FORMAT, program, version, config.reference])
  return openStore(directory, STORE_NAME, header, directory === undefined ? MEMORY_BYTES : LIMIT_BYTES)
}
