/** Output paths that no file system takes, told before anything is written. Jekyll stops at them half way. */
import type { Diagnostic, SettingPlace } from '../../base/index.ts'
import type { PlannedFile } from '../plan.ts'
import { addressPlaces, isGenerated, type PlacedSite } from './address-places.ts'
import { isOwnName } from './own-names.ts'

/** Bytes that a name may have, and a whole path: what Linux takes, and no system we know takes more of both. */
const NAME_BYTES = 255
const PATH_BYTES = 4095

/** An error, in Ruby's words, for each of `planned` whose path cannot be. */
export function unwritablePaths(planned: readonly PlannedFile[], site: PlacedSite): Diagnostic[] {
  const { destination } = site.config
  const found: Diagnostic[] = []
  for (const file of planned) {
    const { path } = file
    if (path.includes('\0')) found.push(nullByte(file, site))
    else if (isOwnName(path.split('/', 1)[0] ?? '')) found.push(reserved(file, site))
    // Each unit of a string has three bytes at most.
    else if (path.length > NAME_BYTES / 3 || destination.length > 1000) {
      const long = tooLong(destination, path)
      if (long !== undefined) found.push(longName(file, long, site))
    }
  }
  return found
}

/** What is said where a file system refuses the path of `file` as too long that others take. */
export function refusedAsLong(file: PlannedFile, site: PlacedSite, message: string): Diagnostic {
  const what = 'has a name that is too long for the file system of the destination'
  const name = file.path.split('/').reduce((longest, each) => (each.length > longest.length ? each : longest))
  return longName(file, { message, what, name }, site)
}

interface TooLong {
  /** Ruby's words */
  readonly message: string
  /** what is wrong, behind the name of the file */
  readonly what: string
  /** the part that is too long */
  readonly name: string
}

/** As `mkdir_p` and then `open` would fail: the first directory that cannot be made, or the file. */
function tooLong(destination: string, path: string): TooLong | undefined {
  const refused = (end: number): string => {
    const call = end === path.length ? 'rb_sysopen' : 'dir_s_mkdir'
    return `File name too long @ ${call} - ${destination}/${path.slice(0, end)}`
  }
  let bytes = Buffer.byteLength(destination)
  let begin = 0
  while (begin <= path.length) {
    const slash = path.indexOf('/', begin)
    const end = slash === -1 ? path.length : slash
    const name = path.slice(begin, end)
    const size = Buffer.byteLength(name)
    bytes += 1 + size
    if (size > NAME_BYTES) {
      const what = `has a name of ${size} bytes in its path, and file systems take ${NAME_BYTES}`
      return { message: refused(end), what, name }
    }
    if (bytes > PATH_BYTES) {
      const all = Buffer.byteLength(destination) + 1 + Buffer.byteLength(path)
      const what = `has a path of ${all} bytes, and systems take ${PATH_BYTES}`
      return { message: refused(end), what, name: path }
    }
    begin = end + 1
  }
  return undefined
}

function longName(file: PlannedFile, { message, what, name }: TooLong, site: PlacedSite): Diagnostic {
  return fault('build/name-too-long', message, file, name, site, `${what}: give it a shorter address`)
}

function nullByte(file: PlannedFile, site: PlacedSite): Diagnostic {
  const what = 'has a NUL in its path: take it out of its permalink or name'
  return fault('build/null-byte', 'path name contains null byte', file, '\0', site, what)
}

function reserved(file: PlannedFile, site: PlacedSite): Diagnostic {
  const [name = ''] = file.path.split('/', 1)
  const message = `The name ${name} is that of a build's own files, which are removed.`
  const what = 'would lie there: give it another address'
  return fault('build/reserved-name', message, file, name, site, what)
}

function fault(
  code: string,
  message: string,
  file: PlannedFile,
  part: string,
  site: PlacedSite,
  what: string,
): Diagnostic {
  const settings = addressPlaces(file.from, site, part)
  return {
    code,
    severity: 'error',
    message,
    settings,
    help: `the output of ${nameOf(file, settings)} ${what}`,
    trail: [],
  }
}

/** The file that an author knows: of a page that a plugin made, the plugin and, where one asked for the page, that one. */
function nameOf({ from, label }: PlannedFile, settings: readonly SettingPlace[]): string {
  if (!isGenerated(from)) return label
  const asked = settings.find(({ file }) => file !== undefined)?.file
  return `${label}, made by ${from.generatedBy}${asked === undefined ? '' : ` for ${asked}`},`
}
