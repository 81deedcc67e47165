/** Runs the generators of all plugins, one after the other. */
import { pageHomeOf, type Site, withOwnSettings } from '../site/index.ts'
import type { GeneratorContext, Plugin } from './api.ts'
import { badPage, badResult, guarded } from './guard.ts'
import { byPriority } from './hooks.ts'
import { faultOfPages, isSite } from './is-site.ts'
import { pluginOptions } from './options.ts'

/**
 * The site with what the generators of `plugins` make of it: by priority, then in the order of loading, and once all have
 * run those that come last; each is given a context for the site as it is then, and `completed` adds to what it returns; `told` hears of each before it runs.
 * Throws a PluginFailure for one that fails or returns something else.
 */
export function runGenerators(
  site: Site,
  plugins: readonly Plugin[],
  contextFor: (site: Site) => Omit<GeneratorContext, 'options'>,
  completed: (site: Site) => Site,
  told: (plugin: Plugin) => void,
): Site {
  let current = site
  const ordered = byPriority(plugins)
  const parts = (['generate', 'generateLast'] as const).flatMap((part) =>
    ordered.map((plugin) => ({ plugin, part })),
  )
  for (const { plugin, part } of parts) {
    if (plugin[part] === undefined) continue
    const from = part === 'generate' ? 'its generator' : `\`${part}\``
    told(plugin)
    const own: GeneratorContext = { ...contextFor(current), options: pluginOptions(site.config, plugin.name) }
    const made: unknown = guarded(plugin, from, () => plugin[part]?.(current, own))
    if (!isSite(made))
      throw badResult(
        plugin,
        from,
        made,
        'a site',
        'return the site it was given, or what `addPages` makes of it',
      )
    if (made === current) continue
    const config = withOwnSettings(made.config, current.config)
    const pageHome = config === current.config ? made.pageHome : pageHomeOf({ ...made, config })
    current = completed({ ...withSoundPages(plugin, from, made), config, pageHome })
  }
  return current
}

/** `site`, looked over where a plugin of a site's own made it. Throws a PluginFailure that names the page at fault. */
function withSoundPages(plugin: Plugin, from: string, site: Site): Site {
  const fault = plugin.origin === undefined ? undefined : faultOfPages(site)
  if (fault === undefined) return site
  throw badPage(plugin, from, fault)
}
