/** A destination that would destroy the source is refused before anything is touched. */
import { BuildError, isInside } from '../../base/index.ts'
import { futurePlace } from '../../files/index.ts'
import type { Config, Site } from '../../site/index.ts'

type Destination = Pick<Config, 'source' | 'destination' | 'guarded' | 'ownDestination'>

/** Throws a `BuildError` with Jekyll's words when the destination is the source or contains it, links resolved. */
export function checkDestination(config: Destination): void {
  const { source, destination } = config
  checkGuarded(config)
  if (!isInside(destination, source) && !isInside(futurePlace(destination), futurePlace(source))) return
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

/**
 * Throws a `BuildError` when the site would have its output written, and so files removed, outside of itself though the command line
 * asks for safe mode. What the command line names elsewhere is its own.
 */
export function checkGuarded({ source, destination, guarded, ownDestination }: Destination): void {
  if (!guarded || !ownDestination || isInside(futurePlace(source), futurePlace(destination))) return
  throw new BuildError([
    {
      code: 'build/destination-outside',
      severity: 'error',
      message: `Destination directory ${destination} lies outside of the site, which safe mode forbids.`,
      help: isInside(source, destination)
        ? 'it is a link or lies behind one: name another with --destination'
        : 'name it with --destination: in safe mode the site does not choose where files are written',
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
