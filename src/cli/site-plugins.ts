/** The plugins of a site, for commands that can do without them. */
import { BuildError } from '../base/index.ts'
import type { Setup } from '../builder/index.ts'
import type { Plugin } from '../plugins/index.ts'
import type { Config } from '../site/index.ts'
import type { Arguments } from './args.ts'
import { withPlugins } from './build-once.ts'
import type { Host } from './host.ts'
import { createReport, type Report } from './report.ts'
import { setUpWithLocalTheme } from './set-up.ts'

/** What a command has at hand when it wants to ask plugins. */
interface Asking {
  readonly args: Arguments
  readonly host: Host
  readonly report: Report
  /** without the theme, whose plugins are asked too where it is on this machine */
  readonly setup: Setup
}

/**
 * What `ask` makes of the plugins. Where one is missing or fails that is reported, `loss` says what the command does
 * without, and the answer is undefined.
 */
export async function askPlugins<T>(
  { args, host, report, setup }: Asking,
  loss: string,
  ask: (plugins: readonly Plugin[], config: Config) => T,
): Promise<T | undefined> {
  try {
    // What is odd about the plugins is for builds to say.
    const { config, plugins = [] } = await withPlugins(
      withLocalTheme(args, host) ?? setup,
      createReport(host, 'error'),
    )
    return ask(plugins, config)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    for (const diagnostic of error.diagnostics) report.diagnostic({ ...diagnostic, severity: 'warning' })
    report.warn('Plugins:', loss)
    return undefined
  }
}

function withLocalTheme(args: Arguments, host: Host): Setup | undefined {
  try {
    return setUpWithLocalTheme(args, host)
  } catch (error) {
    if (error instanceof BuildError) return undefined
    throw error
  }
}
