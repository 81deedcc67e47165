/** A destination that would destroy the source is refused before anything is touched. */
import fs from 'node:fs'
import { BuildError, isInside } from '../../base/index.ts'
import type { Config, Site } from '../../site/index.ts'

/** Throws a `BuildError` with Jekyll's words when the destination is the source or contains it, links resolved. */
export function checkDestination(config: Pick<Config, 'source' | 'destination'>): void {
  const { source, destination } = config
  if (!isInside(destination, source) && !isInside(realPath(destination), realPath(source))) return
  throw new BuildError([
    {
      code: 'build/destination',
      severity: 'error',
      message: 'Destination directory cannot be or contain the Source directory.',
      help: `choose another directory than ${destination} with --destination`,
      trail: [],
    },
  ])
}

/** Throws a `BuildError` when a source file lies in the destination, where the build would remove it. */
export function checkSources(site: Site): void {
  const { destination, source } = site.config
  if (!isInside(source, destination)) return
  const below = `${destination.slice(source.length).replace(/^\/+/, '')}/`
  for (const doc of [...site.renderables.values(), ...site.layouts.values(), ...site.staticFiles]) {
    if (doc.file.origin !== 'site' || !doc.file.path.startsWith(below)) continue
    throw new BuildError([
      {
        code: 'build/source-in-destination',
        severity: 'error',
        message: `Destination directory ${destination} holds the source file ${doc.file.path}.`,
        help: 'a build removes what it did not make from there: choose another directory with --destination',
        trail: [],
      },
    ])
  }
}

/** `path` with links resolved, as far as it exists. */
function realPath(path: string): string {
  try {
    return fs.realpathSync(path)
  } catch {
    const slash = path.lastIndexOf('/')
    if (slash <= 0) return path
    const parent = realPath(path.slice(0, slash))
    return `${parent === '/' ? '' : parent}${path.slice(slash)}`
  }
}
