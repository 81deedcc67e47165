/** Output paths that more than one file wants. Jekyll warns and lets the last one win. */
import type { Diagnostic } from '../../base/index.ts'
import type { PlannedFile } from '../plan.ts'
import { addressPlaces, type PlacedSite } from './address-places.ts'

/** Whether it is a page that may be written over. */
function givesWay({ from }: PlannedFile): boolean {
  return 'kind' in from && from.kind === 'page' && from.givesWay === true
}

/**
 * A warning per shared path, in Jekyll's words and order (pages, static files, documents; pages by their relative
 * path, the others by their absolute one), and an error where one file's path is another's directory: no file system
 * can hold both, and Jekyll stops there with EEXIST.
 */
export function findConflicts(planned: readonly PlannedFile[], site: PlacedSite): Diagnostic[] {
  const { destination } = site.config
  const first = new Map<string, PlannedFile>()
  /** all files of a path that several want */
  const shared = new Map<string, PlannedFile[]>()
  for (const file of planned) {
    const before = first.get(file.path)
    if (before === undefined) first.set(file.path, file)
    else if (shared.get(file.path)?.push(file) === undefined) shared.set(file.path, [before, file])
  }
  const allOf = (path: string, file: PlannedFile): readonly PlannedFile[] => shared.get(path) ?? [file]
  const found: Diagnostic[] = []
  for (const path of shared.size === 0 ? [] : first.keys()) {
    const files = shared.get(path)?.filter((file) => !givesWay(file)) ?? []
    if (files.length < 2) continue
    const rows = files.map((file) => ` - ${file.label}`)
    found.push({
      code: 'build/conflict',
      severity: 'warning',
      topic: 'Conflict:',
      message: [
        'The following destination is shared by multiple files.',
        'The written file may end up with unexpected contents.',
        `${destination}/${path}`,
        ...rows,
        '',
      ].join('\n'),
      help: 'give all but one of them another `permalink`',
      trail: [],
    })
  }
  /** directories that are no file's path, like those above them */
  const free = new Set<string>()
  for (const [path, file] of first) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const directory = path.slice(0, slash)
      if (free.has(directory)) break
      free.add(directory)
      const above = first.get(directory)
      if (above === undefined) continue
      const names = [...allOf(directory, above), ...allOf(path, file)].map((each) => each.label)
      found.push({
        code: 'build/file-and-directory',
        severity: 'error',
        message: `File exists @ dir_s_mkdir - ${destination}/${directory}`,
        settings: addressPlaces(file.from, site, path),
        help: `${names.join(' and ')} want one name as a file and as a directory: give one another \`permalink\``,
        trail: [],
      })
      return found
    }
  }
  return found
}
