/** `clean`: takes away the output and what builds keep for themselves. */
import fs from 'node:fs'
import { BuildError, dirname, isInside, joinPath } from '../../base/index.ts'
import { futurePlace, isCode } from '../../files/index.ts'
import type { Config } from '../../site/index.ts'
import { systemFault } from '../system-fault.ts'
import { lockOutput } from './output-lock.ts'
import { removeAtOnce } from './stages.ts'

interface Cleaned {
  /** as Jekyll shows it: as it was written, or absolute where it was not */
  readonly shown: string
  /** false when there was nothing, or nothing that may be removed */
  readonly removed: boolean
  /** whether it lies outside of the site, behind a link, where safe mode removes nothing */
  readonly outside: boolean
}

/**
 * Removes output, metadata and caches of the site; says of each whether it was there. Waits for a build that is writing there,
 * and tells `told` if that takes long. Throws a BuildError.
 */
export function cleanSite(
  { source, destination, cacheDir, written, guarded }: Config,
  told: (topic: string, message: string) => void,
): Cleaned[] {
  const inSource = (path: string): string =>
    isInside(source, path) ? joinPath(written.source, path.slice(source.length + 1)) : path
  const places: readonly (readonly [place: string, shown: string])[] = [
    [destination, written.destination],
    [`${source}/.jekyll-metadata`, inSource(`${source}/.jekyll-metadata`)],
    [cacheDir, inSource(cacheDir)],
    [`${source}/.sass-cache`, '.sass-cache'],
  ]
  // A cache directory of `.` names the site itself.
  const safe = places.filter(([place]) => !isInside(place, source))
  const root = futurePlace(source)
  return safe.map(([place, shown]) => {
    // A link itself is removed, what lies behind one is not. Whether the destination may be is known by now.
    const outside = guarded && place !== destination && !isInside(root, futurePlace(dirname(place)))
    if (outside) return { shown, removed: false, outside }
    try {
      const removed = fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined
      if (removed && place === destination) removeOutput(destination, told)
      else if (removed) removeAtOnce(place)
      return { shown, removed, outside }
    } catch (error) {
      // Below a file there is nothing.
      if (isCode(error, 'ENOTDIR')) return { shown, removed: false, outside }
      const fault = systemFault(error, 'apply2files')
      throw fault === undefined ? error : new BuildError([fault])
    }
  })
}

function removeOutput(destination: string, told: (topic: string, message: string) => void): void {
  const lock = lockOutput(destination, told)
  try {
    removeAtOnce(destination)
  } finally {
    lock?.release()
  }
}
