/** Builds again when the source changes, in Jekyll's lines. A build that fails is reported, and the watch goes on. */
import path from 'node:path'
import { BuildError, isInside, type Time, timeToS, zoneFor } from '../base/index.ts'
import { buildTime, isOwnName, pluginDirectories, type Setup } from '../builder/index.ts'
import type { Outcome, Watch } from '../serve/index.ts'
import type { Arguments } from './args.ts'
import { buildOnce, pluginWatchdog, prepareNextOf, profileFile, seconds, withPlugins } from './build-once.ts'
import type { Host } from './host.ts'
import type { KeepingOfCommand } from './kept.ts'
import { createReport, type Report } from './report.ts'
import { setUp } from './set-up.ts'
import { watchSettings } from './settings/watch.ts'
import { pageNotes } from './warnings.ts'

/** Never watched: what tools keep beside a site. */
const ASIDE = new Set([
  '.git',
  '.hg',
  '.svn',
  '.sass-cache',
  '.jekyll-cache',
  '.jekyll-metadata',
  'node_modules',
  'whirl.lock',
])

/** What to watch for the site of `first`. */
export function watchOf(first: Setup, host: Host): Watch {
  const { source, destination, cacheDir } = first.config
  const profile = profileFile(first, host)
  // A theme that someone works on; what is installed or fetched does not change.
  const theme =
    first.theme?.from === 'folder' && !isInside(source, first.theme.root) ? [first.theme.root] : []
  // A cache directory of `.` is the site itself.
  const caches = isInside(cacheDir, source) ? [] : [cacheDir]
  const made = [destination, ...caches, ...(profile === undefined ? [] : [profile])]
  return {
    paths: [source, ...theme],
    ignored: (file) => {
      const name = path.basename(file)
      return ASIDE.has(name) || isOwnName(name) || made.some((place) => isInside(place, file))
    },
    means: watchSettings(first.config).polling
      ? 'polling'
      : process.platform === 'linux'
        ? 'directories'
        : 'files',
  }
}

/** Whether a changed file can change the configuration or a plugin. */
function concernsSettings({ files, pluginFiles = [], themeFile, config }: Setup, file: string): boolean {
  return (
    files.includes(file) ||
    file === themeFile ||
    pluginFiles.includes(file) ||
    (path.dirname(file) === config.source && path.basename(file).startsWith('whirl.config.')) ||
    pluginDirectories(config).some((directory) => isInside(directory, file))
  )
}

interface Rebuilding {
  readonly keeping: KeepingOfCommand
  /** where the clock stands still */
  readonly time?: Time
  /** fits what was read anew to the command */
  readonly adapt?: (setup: Setup) => Setup
}

/**
 * A function that builds after a batch of changes. The site's clock stands still at `time` when one is given, until
 * a document has a date after it that has come. Where a
 * configuration file or a plugin changed, both are read anew, and `adapt` fits them to the command; as long
 * as that fails, every batch tries again.
 */
export function rebuilder(
  args: Arguments,
  first: Setup,
  host: Host,
  report: Report,
  { keeping, time, adapt = (setup) => setup }: Rebuilding,
): (changed: readonly string[]) => Promise<Outcome> {
  let setup = first
  let outdated = false
  let clock = time
  let isBuilding = false
  const watchdog = pluginWatchdog(first)
  // Where the clock goes on, the next build reads all anew.
  const prepareLater = (): void =>
    keeping.session?.afterKeeping(() => {
      if (!isBuilding && !outdated && clock !== undefined) prepareNextOf(setup, host, report, keeping, clock)
    })
  prepareLater()
  const rebuild = async (changed: readonly string[]): Promise<Outcome> => {
    const began = performance.now()
    const at = timeToS(buildTime(undefined, zoneFor(first.config.timezone))).slice(0, 19)
    report.info('Regenerating:', `${changed.length} file(s) changed at ${at}`)
    for (const file of changed) report.info('', path.relative(first.config.source, file))
    keeping.session?.changed(changed)
    isBuilding = true
    try {
      outdated ||= changed.some((file) => concernsSettings(setup, file))
      if (outdated) {
        const read = await setUp(args, host, createReport(host, 'error'))
        setup = await withPlugins(adapt(read), report, watchdog, setup)
        outdated = false
        prepareLater()
      }
      const result = await buildOnce(setup, host, report, keeping, clock)
      if (clock !== undefined) clock = result.site.now
      report.info('', `...done in ${seconds(performance.now() - began)} seconds.`)
      report.info('', '')
      return { ...result, failed: false, notes: pageNotes(result.diagnostics, result.site) }
    } catch (error) {
      if (!(error instanceof BuildError)) throw error
      for (const diagnostic of error.diagnostics) report.diagnostic(diagnostic)
      return { written: [], removed: [], diagnostics: error.diagnostics, failed: true }
    } finally {
      isBuilding = false
    }
  }
  const { building = (build) => build() } = host
  return (changed) => building(() => rebuild(changed))
}
