/** One build as commands run it, with its warnings printed. */
import path from 'node:path'
import { BuildError, type Time, timeToS, zoneFor } from '../base/index.ts'
import {
  type BuildResult,
  buildAndFinish,
  buildTime,
  diskOutput,
  type Elsewhere,
  gitHistory,
  leaveMetadata,
  loadPlugins,
  prepareCache,
  prepareNext,
  type Setup,
  type SiteSource,
  sourceTree,
  systemFault,
  withHands,
} from '../builder/index.ts'
import { BUNDLED } from '../bundled/index.ts'
import { wrongSettings } from '../doctor/index.ts'
import type { Host } from './host.ts'
import {
  explain as explainRendering,
  type KeepingOfCommand,
  namedState,
  stateOfPlugins,
  wholeOf,
} from './kept.ts'
import { PluginWatchdog } from './plugin-watch.ts'
import { costTable, phaseTable } from './profile.ts'
import { frameTree, templateRows } from './profile-frames.ts'
import { profilePage } from './profile-page.ts'
import { createProgress } from './progress.ts'
import type { Report } from './report.ts'
import { startRubyProcess } from './ruby-process.ts'
import { startRubyThread } from './ruby-thread.ts'
import { overwrite } from './scaffold.ts'
import { profileSettings } from './settings/profile.ts'
import { watchSettings } from './settings/watch.ts'
import { VERSION } from './version.ts'
import { tellWarnings } from './warnings.ts'

/**
 * `setup` with the plugins of its site, which `watch` watches; what there is to say of them is printed. `before` is what the
 * same process had loaded. Rejects with a BuildError.
 */
export async function withPlugins(
  setup: Setup,
  report: Report,
  watch: PluginWatchdog = pluginWatchdog(setup),
  before?: Setup,
): Promise<Setup> {
  const { config, theme, script, fetching } = setup
  before?.endPlugins?.()
  const loaded = await loadPlugins(config, {
    bundled: BUNDLED,
    watch,
    startRuby: startRubyProcess,
    ...(startRubyThread === undefined ? {} : { rubyThread: startRubyThread }),
    log: (level, topic, message) => report[level](topic, message),
    ...(theme === undefined ? {} : { theme: theme.plugins }),
    ...(script === undefined ? {} : { script }),
    ...(fetching === undefined ? {} : { fetching }),
  })
  const { plugins, diagnostics, files } = loaded
  for (const diagnostic of diagnostics) report.diagnostic(diagnostic)
  return {
    ...setup,
    plugins,
    pluginFiles: files,
    endPlugins: () => loaded.end(),
    pluginState: stateOfPlugins(loaded, before?.pluginState),
  }
}

/** What tells of a plugin that does not end; `plugin_time_limit`, in seconds, makes it stop the command too. */
export function pluginWatchdog({ config }: Setup): PluginWatchdog {
  const { serving, watch } = watchSettings(config)
  return new PluginWatchdog(process.pid, {
    patience: 10,
    limit: config.plugins.timeLimit,
    advice:
      serving || watch === true
        ? `If it does not end: kill -9 ${process.pid}`
        : 'If it does not end: Ctrl-C.',
  })
}

/**
 * Builds what `setup` says, with what `keeping` has of earlier builds; `time` is the clock of a server, which stands
 * still as long as nothing waits for it. Rejects with a BuildError.
 */
export async function buildOnce(
  setup: Setup,
  host: Host,
  report: Report,
  { kept, explain, workers, session, elsewhere = othersOf(setup, host, workers) }: KeepingOfCommand,
  time?: Time,
): Promise<BuildResult> {
  const { config } = setup
  const progress = createProgress(host.terminal && report.level === 'info', host.out, () => performance.now())
  const profile = profileSettings(config).on
  let result: BuildResult
  prepareCache(config)
  try {
    result = await buildAndFinish({
      ...sourceOf(setup, host, report, { kept, ...(session === undefined ? {} : { session }) }, time),
      output: session?.output(config.destination) ?? diskOutput(config.destination, wholeOf(host)),
      progress: progress.step,
      profile,
      isOnly: session === undefined,
      ...(elsewhere === undefined ? {} : { elsewhere }),
      ...(report.level === 'debug' ? { note: report.debug } : {}),
    })
  } finally {
    progress.clear()
  }
  const wrong = wrongSettings(
    config,
    (setup.plugins ?? []).flatMap(({ settings }) => settings ?? []),
    result.site,
    setup.files,
  )
  result = { ...result, diagnostics: [...result.diagnostics, ...wrong] }
  tellWarnings(result.diagnostics, report)
  leaveMetadata(config)
  if (explain) explainRendering(report, result)
  if (profile) tellProfile(setup, result, host, report)
  return result
}

/** Where the site of `setup` comes from, at `time`. */
function sourceOf(
  setup: Setup,
  host: Host,
  report: Report,
  { kept, session }: Pick<KeepingOfCommand, 'kept' | 'session'>,
  time?: Time,
): SiteSource {
  const { config, theme, plugins, gate } = setup
  const present = buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor(config.timezone))
  return {
    config,
    configFiles: setup.files,
    bundled: BUNDLED,
    ...(theme === undefined ? {} : { theme }),
    tree: sourceTree(config, undefined, gate),
    time: time ?? present,
    present,
    ...(plugins === undefined ? {} : { plugins }),
    ...(host.untrusted ?? { lastCommit: gitHistory(config, (message) => report.warn('Git:', message)) }),
    git: host.untrusted === undefined,
    info: report.info,
    ...(kept === undefined ? {} : { kept }),
    memory: session?.memory,
    pluginFiles: namedState(setup),
  }
}

/** Has what the next build of a server needs first ready for it, where nothing is measured. */
export function prepareNextOf(
  setup: Setup,
  host: Host,
  report: Report,
  keeping: KeepingOfCommand,
  time: Time,
): void {
  if (!profileSettings(setup.config).on) prepareNext(sourceOf(setup, host, report, keeping, time))
}

/** Who helps a build that is not measured, and not of strangers. */
function othersOf(
  { config, plugins = [] }: Setup,
  host: Host,
  workers: number | undefined,
): Elsewhere | undefined {
  if (host.threads === undefined || host.untrusted !== undefined || profileSettings(config).on)
    return undefined
  return workers === 0 ? undefined : withHands(host.threads(workers), plugins, BUNDLED)
}

/** Jekyll's tables; or, where `profile` names a page (`--profile=FILE.html`), that. */
function tellProfile(setup: Setup, { timings, costs }: BuildResult, host: Host, report: Report): void {
  const { config } = setup
  const file = profileFile(setup, host)
  if (file === undefined) {
    const phases = timings.filter(({ depth }) => depth === 0)
    report.line(`\nBuild Process Summary: \n\n${phaseTable(phases)}\n`)
    report.line(`\nSite Render Stats: \n\n${costTable(costs)}\n`)
    return
  }
  const folders = { layouts: config.layoutsDir, includes: config.includesDir }
  const page = profilePage({
    site: config.source,
    made: `whirl ${VERSION}, ${timeToS(buildTime(undefined, zoneFor(config.timezone)))}`,
    root: frameTree(timings, costs, folders),
    templates: templateRows(timings, costs, folders),
  })
  writeProfile(file, page)
  report.info('Profile:', file)
}

/** The absolute path of the page that `profile` names; undefined where it only turns the tables on. */
export function profileFile({ config }: Setup, { cwd }: Host): string | undefined {
  const { page } = profileSettings(config)
  return page === undefined ? undefined : path.resolve(cwd, page)
}

function writeProfile(file: string, page: string): void {
  try {
    overwrite(file, page)
  } catch (error) {
    const fault = systemFault(error, 'rb_sysopen')
    throw fault === undefined ? error : new BuildError([fault])
  }
}

/** Ruby's `Float#round(3)` as text: `0.123`, `12.0`. */
export function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds) / 1000
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded)
}
