/** The plugins a build runs with. */
import { type Plugin, pluginsFor } from '../plugins/index.ts'
import type { Config } from '../site/index.ts'

/** The plugins that `config` names. Throws a BuildError in Jekyll's words for one that is not there. */
export function loadPlugins(config: Config): readonly Plugin[] {
  return pluginsFor(config)
}
