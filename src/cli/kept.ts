/** What commands keep from build to build, and the account of what had to be rendered. */
import { sha256 } from '../base/index.ts'
import {
  type BuildResult,
  forgetCache,
  type KeptResults,
  keptIn,
  readText,
  type Setup,
} from '../builder/index.ts'
import type { Arguments } from './args.ts'
import type { Report } from './report.ts'
import { BUILD } from './version.ts'

/** How one command goes about what builds keep. */
export interface KeepingOfCommand {
  readonly kept: KeptResults
  /** whether to say why documents are rendered */
  readonly explain: boolean
}

/** What earlier builds of the site kept; nothing with `--no-cache`, which takes it away. */
export function openKept({ flags }: Arguments, { config }: Setup): KeepingOfCommand {
  if (flags.get('no-cache') === true) forgetCache(config)
  return { kept: keptIn(config, BUILD), explain: flags.get('explain') === true }
}

/** Names the plugins' files as they are now: what others rendered is not to be taken. */
export function stateOfPlugins({ pluginFiles = [] }: Setup): string {
  return pluginFiles.map((file) => `${file} ${sha256(readText(file) ?? '')}`).join('\n')
}

/** Says of each document that was rendered why it was, and how many were not. */
export function explain(report: Report, { site, reasons, counters }: BuildResult): void {
  for (const [id, reason] of reasons) {
    const doc = site.renderables.get(id)
    if (doc !== undefined) report.info('Rendered:', `${doc.file.path}, ${reason}`)
  }
  const total = site.renderables.size
  report.info(
    'Rendered:',
    `${counters.rendered} of ${total}; the other ${total - counters.rendered} are as they were.`,
  )
}
