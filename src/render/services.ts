/** What plugins' tags and filters may ask of a rendering. */
import type { Diagnostic } from '../base/index.ts'
import { LIQUID_FILTERS } from '../liquid/index.ts'
import type { Services } from '../plugins/index.ts'
import { documentContent } from './progress.ts'
import { absoluteUrl, relativeUrl } from './site-url.ts'
import type { RenderEnv } from './types.ts'

/** @param warn takes the warnings of the text at work */
export function createServices(env: RenderEnv, warn: (diagnostic: Diagnostic) => void): Services {
  return {
    site: env.site,
    drop: (doc) => env.drops.of(doc),
    content: (doc) => documentContent(env, doc),
    markdownify: (text) => env.convertAs('.md', text),
    relativeUrl: (text) => relativeUrl(env.site, text),
    absoluteUrl: (text) => absoluteUrl(env.site, text),
    filter(ctx, name, input, ...args) {
      const filter = env.filters[name] ?? LIQUID_FILTERS[name]
      return filter === undefined ? input : filter.run(ctx, input, ...args)
    },
    warn,
  }
}
