/** Runs the generators of all plugins, one after the other. */
import { pageHomeOf, type Site, withOwnSettings } from '../site/index.ts'
import type { GeneratorContext, Plugin } from './api.ts'
import { badPage, badResult, guarded } from './guard.ts'
import { byPriority } from './hooks.ts'
import { faultOfPages, isSite } from './is-site.ts'
import { pluginOptions } from './options.ts'

/**
 * The site with what the generators of `plugins` make of it: by priority, then in the order of loading; each is given
 * a context for the site as it is then, and `completed` adds to what it returns. Throws a PluginFailure for one that fails
 * or returns something else.
 */
export function runGenerators(
  site: Site,
  plugins: readonly Plugin[],
  contextFor: (site: Site) => Omit<GeneratorContext, 'options'>,
  completed: (site: Site) => Site,
): Site {
  let current = site
  for (const plugin of byPriority(plugins)) {
    if (plugin.generate === undefined) continue
    const own: GeneratorContext = { ...contextFor(current), options: pluginOptions(site.config, plugin.name) }
    const made: unknown = guarded(plugin, 'its generator', () => plugin.generate?.(current, own))
    if (!isSite(made))
      throw badResult(
        plugin,
        'its generator',
        made,
        'a site',
        'return the site it was given, or what `addPages` makes of it',
      )
    if (made === current) continue
    const config = withOwnSettings(made.config, current.config)
    const pageHome = config === current.config ? made.pageHome : pageHomeOf({ ...made, config })
    current = completed({ ...withSoundPages(plugin, made), config, pageHome })
  }
  return current
}

/** `site`, looked over where a plugin of a site's own made it. Throws a PluginFailure that names the page at fault. */
function withSoundPages(plugin: Plugin, site: Site): Site {
  const fault = plugin.origin === undefined ? undefined : faultOfPages(site)
  if (fault === undefined) return site
  throw badPage(plugin, 'its generator', fault)
}
