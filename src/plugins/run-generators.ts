/** Runs the generators of all plugins, one after the other. */
import { BuildError } from '../base/index.ts'
import type { Site } from '../site/index.ts'
import type { GeneratorContext, Plugin } from './api.ts'
import { guarded } from './guard.ts'
import { byPriority } from './hooks.ts'

/** The site with what the generators of `plugins` make of it: by priority, then in the order of loading. */
export function runGenerators(site: Site, plugins: readonly Plugin[], ctx: GeneratorContext): Site {
  let current = site
  for (const plugin of byPriority(plugins)) {
    if (plugin.generate === undefined) continue
    const made: unknown = guarded(plugin.name, 'its generator', () => plugin.generate?.(current, ctx))
    if (!isSite(made)) throw badResult(plugin.name, made)
    current = made
  }
  return current
}

function isSite(value: unknown): value is Site {
  const site = value as Partial<Site> | null | undefined
  return (
    typeof site === 'object' &&
    site !== null &&
    site.renderables instanceof Map &&
    Array.isArray(site.pages) &&
    site.collections instanceof Map
  )
}

function badResult(plugin: string, made: unknown): BuildError {
  return new BuildError([
    {
      code: 'plugins/bad-result',
      severity: 'error',
      message: `The plugin '${plugin}' returned ${made === null ? 'null' : typeof made} from its generator, not a site.`,
      help: 'return the site it was given, or what `addPages` makes of it',
      trail: [],
    },
  ])
}
