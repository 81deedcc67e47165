import { memoryStore } from './memory-store.ts'
import { PackStore } from './pack-store.ts'
import type { CacheStore } from './types.ts'

/**
 * The store `name` below `directory`, or one in memory without a directory. Nothing is read before something is asked of
 * it. `header` names all that what is kept depends on besides its keys (versions of the program, of Node): another one finds
 * the store empty. All files of the store together stay below `limitBytes`.
 */
export function openStore(
  directory: string | undefined,
  name: string,
  header: string,
  limitBytes: number,
): CacheStore {
  return directory === undefined
    ? memoryStore(limitBytes)
    : new PackStore({ directory: `${directory}/${name}`, header, limitBytes })
}
