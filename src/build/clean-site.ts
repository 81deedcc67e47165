/** `clean`: takes away the output and what builds keep for themselves. */
import fs from 'node:fs'
import { BuildError, isInside } from '../base/index.ts'
import type { Config } from '../site/index.ts'
import { systemFault } from './faults.ts'

export interface Cleaned {
  /** as Jekyll shows it: absolute, but for the Sass cache */
  readonly shown: string
  /** false when there was nothing */
  readonly removed: boolean
}

/** Removes output, metadata and caches of the site; says of each whether it was there. */
export function cleanSite(config: Config): Cleaned[] {
  const sassCache = `${config.source}/.sass-cache`
  const places = [config.destination, `${config.source}/.jekyll-metadata`, config.cacheDir, sassCache]
  // A cache directory of `.` names the site itself.
  const safe = places.filter((place) => !isInside(place, config.source))
  return safe.map((place) => {
    const shown = place === sassCache ? '.sass-cache' : place
    try {
      const removed = fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined
      if (removed) fs.rmSync(place, { recursive: true, force: true })
      return { shown, removed }
    } catch (error) {
      const fault = systemFault(error, 'apply2files')
      throw fault === undefined ? error : new BuildError([fault])
    }
  })
}
