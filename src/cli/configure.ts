/** Reads the configuration for a command and says which files it came from, in Jekyll's lines. */
import { type Configuration, loadConfiguration } from '../build/index.ts'
import type { Arguments } from './args.ts'
import type { Host } from './host.ts'
import { overridesOf } from './overrides.ts'
import type { Report } from './report.ts'

export function configure(args: Arguments, host: Host, report: Report): Configuration {
  const files = args.flags.get('config')
  if (report.level === 'debug') report.debug('Logging at level:', 'debug')
  const loaded = loadConfiguration({
    cwd: host.cwd,
    overrides: overridesOf(args),
    files: Array.isArray(files) ? (files as readonly string[]) : undefined,
    environment: host.env.JEKYLL_ENV,
    timezone: host.env.TZ,
    machineZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    home: host.env.HOME,
    gemHome: host.env.GEM_HOME,
    gemPath: host.env.GEM_PATH,
  })
  for (const file of loaded.files) report.line(`Configuration file: ${file}`)
  for (const diagnostic of loaded.diagnostics) report.diagnostic(diagnostic)
  for (const file of loaded.invalid) report.plainWarning(`Configuration file: (INVALID) ${file}`)
  if (loaded.files.length + loaded.invalid.length === 0) report.plainWarning('Configuration file: none')
  return loaded
}
