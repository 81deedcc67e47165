/**
 * The command line without the process: runs the command, turns what it throws into text.
 * Commands are loaded when they are wanted.
 */
import { BuildError, missingPackage } from '../base/index.ts'
import type { Arguments } from './args.ts'
import { EXIT, type Host } from './host.ts'
import { notWhole } from './not-whole.ts'
import { createReport, type Level, type Report } from './report.ts'
import { VERSION } from './version.ts'

/** Runs the command that `args` name; answers the exit code. Never throws. */
export async function run(args: Arguments, host: Host): Promise<number> {
  const level: Level = args.flags.get('verbose') ? 'debug' : args.flags.get('quiet') ? 'error' : 'info'
  const report = createReport(host, level)
  try {
    return await dispatch(args, host, report)
  } catch (error) {
    return fail(error, args, report, host)
  }
}

async function dispatch(args: Arguments, host: Host, report: Report): Promise<number> {
  switch (args.command?.name) {
    case 'build':
      return await (await import('./commands/build.ts')).build(args, host, report)
    case 'serve':
      return await (await import('./commands/serve.ts')).serve(args, host, report)
    case 'clean':
      return (await import('./commands/clean.ts')).clean(args, host, report)
    case 'new':
      return (await import('./commands/new.ts')).newSite(args, host, report)
    case 'new-theme':
      return (await import('./commands/new-theme.ts')).newTheme(args, host, report)
    case 'draft':
    case 'post':
    case 'page':
    case 'compose':
      return (await import('./commands/compose.ts')).compose(args, host, report)
    case 'publish':
      return (await import('./commands/move-post.ts')).publish(args, host, report)
    case 'unpublish':
      return (await import('./commands/move-post.ts')).unpublish(args, host, report)
    case 'rename':
      return (await import('./commands/move-post.ts')).rename(args, host, report)
    case 'doctor':
      return await (await import('./commands/doctor.ts')).doctor(args, host, report)
    case 'check':
      return await (await import('./commands/check.ts')).check(args, host, report)
    case 'compare':
      return await (await import('./commands/compare.ts')).compare(args, host, report)
    case 'merge':
      return await (await import('./commands/merge.ts')).merge(args, host, report)
    case 'docs':
      return (await import('./commands/docs.ts')).docs(report)
    case 'schema':
      return (await import('./commands/schema.ts')).schema(args, host, report)
    case 'figure':
      return await (await import('./commands/figure.ts')).figure(args, host, report)
    case 'import':
      return (await import('./commands/import.ts')).importSite(args, host, report)
    case 'completions':
      return (await import('./commands/completions.ts')).completions(args, host)
    case 'style':
      return (await import('./commands/style.ts')).style(args, host, report)
    default:
      throw new Error(`no such command: ${args.command?.name}`)
  }
}

/** Prints what stopped the command. User errors are diagnostics; anything else is our mistake and says so. */
function fail(error: unknown, args: Arguments, report: Report, host: Host): number {
  const trace = args.flags.get('trace') === true
  if (error instanceof BuildError) {
    for (const diagnostic of error.diagnostics) report.diagnostic(diagnostic)
    if (trace && error.stack !== undefined) host.err(`${error.stack}\n`)
    return EXIT.failed
  }
  const missing = missingPackage(error)
  if (missing !== undefined) {
    report.diagnostic(notWhole(missing))
    return EXIT.failed
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  report.plainError(`whirl ${VERSION} failed: ${text}`)
  if (trace && error instanceof Error && error.stack !== undefined) host.err(`${error.stack}\n`)
  else
    host.err(
      'This is a mistake in Whirl, not in your site. Run it again with --trace and report what it prints.\n',
    )
  return EXIT.bug
}
