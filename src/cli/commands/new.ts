/** `whirl new PATH`: a site to begin with. Nothing is fetched. */
import path from 'node:path'
import { BuildError, localZone, strftime } from '../../base/index.ts'
import { buildTime } from '../../builder/index.ts'
import { chooseReference, jekyllRules } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { cyan, misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { isTaken, placeKind, scaffold } from '../scaffold.ts'
import { BLANK_DIRECTORIES, blankFiles } from '../templates/blank.ts'
import { SITE_DIRECTORIES, siteFiles } from '../templates/site.ts'

/** Makes the site; a directory with something in it is left alone unless `--force`. */
export function newSite(args: Arguments, host: Host, report: Report): number {
  const named = args.words.join(' ')
  // Jekyll takes a blank for this folder, which an unset variable of a script does not mean.
  if (named.trim() === '') return misuse(host, 'You must specify a path.', 'new PATH')
  const place = path.resolve(host.cwd, named)
  const exists = placeKind(place) !== undefined
  if (!args.flags.get('force') && isTaken(place)) {
    report.error('Conflict:', `${place} exists and is not empty.`)
    report.error(
      '',
      `Ensure ${place} is empty or else try again with \`--force\` to proceed and overwrite any files.`,
    )
    return EXIT.failed
  }
  const chosen = chooseReference({ flag: args.flags.get('compat') ?? null, setting: null, bundle: undefined })
  if (chosen.diagnostics.length > 0) throw new BuildError(chosen.diagnostics)
  if (args.flags.get('blank'))
    scaffold(place, BLANK_DIRECTORIES, blankFiles(jekyllRules(chosen.reference.jekyll)))
  else {
    const time = buildTime(host.env.SOURCE_DATE_EPOCH, localZone(host.env.TZ))
    scaffold(place, SITE_DIRECTORIES, siteFiles(strftime(time, '%Y-%m-%d')))
  }
  report.line(`New Whirl site installed in ${cyan(host, place)}. `)
  if (!exists || place !== host.cwd)
    report.line(`Next: cd ${shown(path.relative(host.cwd, place))} && whirl serve`)
  return EXIT.done
}

/** `place` as a word of a shell. */
function shown(place: string): string {
  return /^[\w./@+-]+$/.test(place) ? place : `'${place.replaceAll("'", "'\\''")}'`
}
