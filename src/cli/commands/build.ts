/** `whirl build`: one build, with Jekyll's lines around it. */
import {
  type BuildResult,
  buildSite,
  buildTime,
  type Configuration,
  checkDestination,
  diskOutput,
  gitHistory,
  loadPlugins,
  sourceTree,
} from '../../build/index.ts'
import type { Arguments } from '../args.ts'
import { configure } from '../configure.ts'
import { EXIT, type Host } from '../host.ts'
import { costTable, phaseTable } from '../profile.ts'
import { createProgress } from '../progress.ts'
import { createReport, type Report } from '../report.ts'

export function build(args: Arguments, host: Host, first: Report): number {
  const began = performance.now()
  const { config, theme } = configure(args, host, first)
  // `quiet` and `verbose` of the configuration count once it is read, as in Jekyll.
  const report = first.level === 'info' ? createReport(host, levelOf(config)) : first
  checkDestination(config)
  const plugins = loadPlugins(config)
  const incremental = args.flags.get('incremental') === true || config.data.get('incremental') === true
  report.info('Source:', config.source)
  report.info('Destination:', config.destination)
  report.info('Incremental build:', incremental ? 'enabled' : 'disabled. Enable with --incremental')
  report.info('Generating...', '')
  const progress = createProgress(host.terminal && report.level === 'info', host.out, () => performance.now())
  const profile = config.data.get('profile') === true
  let result: BuildResult
  try {
    result = buildSite({
      config,
      ...(theme === undefined ? {} : { theme }),
      tree: sourceTree(config),
      time: buildTime(host.env.SOURCE_DATE_EPOCH, config.zone),
      output: diskOutput(config.destination, String(host.process)),
      plugins,
      lastCommit: gitHistory(config.source, config.zone),
      info: report.info,
      progress: progress.step,
      profile,
      ...(report.level === 'debug' ? { note: report.debug } : {}),
    })
  } finally {
    progress.clear()
  }
  for (const diagnostic of result.diagnostics) report.diagnostic(diagnostic)
  if (profile) printProfile(result, report)
  report.info('', `done in ${seconds(performance.now() - began)} seconds.`)
  if (config.data.get('watch') === true)
    report.warn('Auto-regeneration:', 'this version does not watch for changes yet.')
  else report.info('Auto-regeneration:', 'disabled. Use --watch to enable.')
  return EXIT.done
}

function levelOf(config: Configuration['config']): Report['level'] {
  return config.data.get('verbose') === true ? 'debug' : config.quiet ? 'error' : 'info'
}

function printProfile(result: BuildResult, report: Report): void {
  report.line(`\nBuild Process Summary: \n\n${phaseTable(result.timings)}\n`)
  report.line(`\nSite Render Stats: \n\n${costTable(result.costs)}\n`)
}

/** Ruby's `Float#round(3)` as text: `0.123`, `12.0`. */
function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds) / 1000
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded)
}
