/**
 * The directory where builds keep what spares them work. Its shape is Jekyll's, so that tools which save it between
 * builds (CI caches) or look for it find it. With `safe` or `disable_disk_cache`
 * nothing is made, as in Jekyll.
 */
import fs from 'node:fs'
import { writeOwn } from '../../files/index.ts'
import type { Config } from '../../site/index.ts'
import { removeAbandoned, removeAtOnce } from '../output/stages.ts'

/** The directories in it where the store lies, and Ruby with what its plugins did. */
export const STORE_NAME = 'whirl'
export const RUBY_NAME = 'ruby'

/** Where entries lie; undefined when the configuration wants none on disk. */
export function cacheDirectory(config: Config): string | undefined {
  if (config.safe || !config.keeping.cache) return undefined
  return `${config.cacheDir}/Jekyll/Cache/Jekyll--Cache`
}

/**
 * Makes the directory, kept out of git by a file of its own as Jekyll does. Where the system refuses, the build goes on
 * without: a cache is never needed for the right output. Answers the system's word for why nothing can be kept (`EROFS`).
 */
export function prepareCache(config: Config): string | undefined {
  const directory = cacheDirectory(config)
  // Where there is no site, nothing is made.
  if (directory === undefined || !fs.existsSync(config.source)) return undefined
  try {
    fs.mkdirSync(directory, { recursive: true })
    fs.accessSync(directory, fs.constants.W_OK)
    const ignore = `${config.cacheDir}/.gitignore`
    if (!isInsideCache(config) || fs.existsSync(ignore)) return undefined
    fs.writeFileSync(ignore, '# ignore everything in this directory\n*\n')
    return undefined
  } catch (error) {
    // Read-only sources are built like any other.
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

/**
 * Leaves the file that Jekyll's incremental builds leave, for tools that look for it. Nothing is in it, in a form that Jekyll
 * reads: what builds keep is in the cache.
 */
export function leaveMetadata({ keeping, source }: Config): void {
  if (!keeping.pages) return
  try {
    writeOwn(`${source}/.jekyll-metadata`, '{}\n')
  } catch {
    // Read-only sources are built like any other, and what is no file stays as it is.
  }
}

/**
 * Takes away what builds keep on the disk, all but what plugins wrote beside it; false where the system refuses. Other builds
 * may be writing there.
 */
export function forgetCache(config: Config): boolean {
  const directory = cacheDirectory(config)
  if (directory === undefined) return true
  removeAbandoned(directory)
  try {
    for (const name of [STORE_NAME, RUBY_NAME]) removeAtOnce(`${directory}/${name}`)
    return true
  } catch {
    return false
  }
}

/** A cache directory of `.` is the site itself, whose .gitignore is not ours. */
function isInsideCache({ cacheDir, source }: Config): boolean {
  return cacheDir !== source && !source.startsWith(`${cacheDir}/`)
}
