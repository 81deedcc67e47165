/** The plugins of a site, asked what they put into the front matter of a new document. */
import { BuildError, type Hash } from '../base/index.ts'
import type { Setup } from '../builder/index.ts'
import { type NewDocument, newDocumentFields } from '../plugins/index.ts'
import { withPlugins } from './build-once.ts'
import type { Writing } from './compose.ts'
import { createReport } from './report.ts'
import { setUpWithLocalTheme } from './set-up.ts'

/** The fields. A plugin that is missing or fails keeps nobody from writing: it is reported, and there are none. */
export async function fieldsOfPlugins(writing: Writing, doc: NewDocument): Promise<Hash> {
  const { host, report } = writing
  try {
    // What is odd about the plugins is for builds to say.
    const { config, plugins = [] } = await withPlugins(themed(writing), createReport(host, 'error'))
    return newDocumentFields(plugins, doc, config)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    for (const diagnostic of error.diagnostics) report.diagnostic({ ...diagnostic, severity: 'warning' })
    report.warn('Plugins:', 'What they would add to the front matter is left out.')
    return new Map()
  }
}

/** The configuration with the theme, which may bring plugins, where that is on this machine. */
function themed({ args, host, setup }: Writing): Setup {
  try {
    return setUpWithLocalTheme(args, host)
  } catch (error) {
    if (error instanceof BuildError) return setup
    throw error
  }
}
