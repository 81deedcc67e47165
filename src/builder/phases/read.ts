/** The first phase: from files to a site. */

import { readSite } from '../../read/index.ts'
import { type Site, siteTime } from '../../site/index.ts'
import { checkSources } from '../output/check-destination.ts'
import { withPluginTemplates } from '../plugins/plugin-templates.ts'
import type { Build } from './build.ts'

export interface Read {
  /** as its files say, with the layouts and includes that plugins bring */
  readonly site: Site
}

/** Reads the site. Throws a BuildError where Jekyll stops, and where a build would remove sources. */
export function readSources({ source, plugins, reading, timer, diagnostics }: Build): Read {
  const { tree, config, theme, time, memory } = source
  const read = timer.time('READ', () =>
    readSite(tree, config, {
      time: siteTime(config, time),
      now: time,
      ...reading,
      memory,
      ...(theme === undefined ? {} : { theme }),
    }),
  )
  diagnostics.push(...read.diagnostics)
  checkSources(read.site)
  return { site: withPluginTemplates(read.site, plugins) }
}
