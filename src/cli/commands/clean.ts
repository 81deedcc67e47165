/** `whirl clean`: removes what builds leave behind, with Jekyll's lines. */
import { checkDestination, cleanSite } from '../../builder/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import type { Report } from '../report.ts'
import { setUpWithoutTheme } from '../set-up.ts'

export function clean(args: Arguments, host: Host, report: Report): number {
  const { config, scriptLeftOut } = setUpWithoutTheme(args, host, report)
  if (scriptLeftOut !== undefined)
    report.warn('Cleaner:', `${scriptLeftOut} is not run: what it sets is not known. --run-config runs it.`)
  checkDestination(config)
  for (const { shown, removed, outside } of cleanSite(config, report.info))
    if (outside) report.warn('Cleaner:', `${shown} lies outside of the site, which safe mode leaves alone.`)
    else report.info('Cleaner:', removed ? `Removing ${shown}...` : `Nothing to do for ${shown}.`)
  return EXIT.done
}
