/** Runs the generators of all plugins, one after the other. */
import type { Site } from '../site/index.ts'
import type { GeneratorContext, Plugin } from './api.ts'
import { badResult, guarded } from './guard.ts'
import { byPriority } from './hooks.ts'
import { isSite } from './is-site.ts'
import { pluginOptions } from './options.ts'

/**
 * The site with what the generators of `plugins` make of it: by priority, then in the order of loading. Throws a
 * PluginFailure for one that fails or returns something else.
 */
export function runGenerators(
  site: Site,
  plugins: readonly Plugin[],
  ctx: Omit<GeneratorContext, 'options'>,
): Site {
  let current = site
  for (const plugin of byPriority(plugins)) {
    if (plugin.generate === undefined) continue
    const own: GeneratorContext = { ...ctx, options: pluginOptions(site.config, plugin.name) }
    const made: unknown = guarded(plugin, 'its generator', () => plugin.generate?.(current, own))
    if (!isSite(made))
      throw badResult(
        plugin,
        'its generator',
        made,
        'a site',
        'return the site it was given, or what `addPages` makes of it',
      )
    current = made
  }
  return current
}
