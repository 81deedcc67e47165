/** Output paths where something stands that the build does not remove: what `keep_files` names, or a plugin keeps. */
import type { Diagnostic } from '../../base/index.ts'
import type { PlannedFile } from '../plan.ts'
import { addressPlaces, type PlacedSite } from './address-places.ts'
import type { Existing } from './output.ts'

/** An error, in Ruby's words, for each of `planned` whose file or a directory of whose cannot be made once `stale` is gone. */
export function blockedPaths(
  planned: Iterable<PlannedFile>,
  existing: Existing,
  stale: readonly string[],
  site: PlacedSite,
): Diagnostic[] {
  const gone = new Set(stale)
  const { destination } = site.config
  const found: Diagnostic[] = []
  /** directories that are there or can be */
  const free = new Set<string>()
  const fileAbove = (path: string): string | undefined => {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const above = path.slice(0, slash)
      if (free.has(above)) return undefined
      free.add(above)
      if (existing.files.has(above) && !gone.has(above)) return above
    }
    return undefined
  }
  for (const { path, label, from } of planned) {
    const file = fileAbove(path)
    const isDirectory = existing.directories.has(path) && !gone.has(path)
    if (file === undefined && !isDirectory) continue
    const [message, help] =
      file === undefined
        ? [
            `Is a directory @ rb_sysopen - ${destination}/${path}`,
            `${label} goes where a directory is whose files are kept`,
          ]
        : [
            `File exists @ dir_s_mkdir - ${destination}/${file}`,
            `${label} goes into a directory where a file is that is kept`,
          ]
    found.push({
      code: 'build/kept-in-the-way',
      severity: 'error',
      message,
      settings: addressPlaces(from, site, path),
      help: `${help}: give it another address, or take what is kept out of \`keep_files\``,
      trail: [],
    })
  }
  return found
}
