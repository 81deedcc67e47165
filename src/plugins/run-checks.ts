/** What the plugins of a site find wrong with it, for `whirl check`. */
import type { Diagnostic } from '../base/index.ts'
import type { Site } from '../site/index.ts'
import type { CheckContext, Plugin } from './api.ts'
import { badResult, guarded } from './guard.ts'
import { pluginOptions } from './options.ts'

/** The findings of all `plugins` about the built `site`. Throws a PluginFailure for one that fails or returns something else. */
export function runChecks(
  site: Site,
  plugins: readonly Plugin[],
  context: Omit<CheckContext, 'options'>,
): readonly Diagnostic[] {
  return plugins.flatMap((plugin) => {
    if (plugin.check === undefined) return []
    const options = pluginOptions(site.config, plugin.name)
    const made: unknown = guarded(plugin, 'its check', () => plugin.check?.(site, { ...context, options }))
    if (Array.isArray(made) && made.every(isDiagnostic)) return made
    throw badResult(
      plugin,
      'its check',
      Array.isArray(made) ? made.find((each) => !isDiagnostic(each)) : made,
      'a list of diagnostics',
      "return `[{ code: 'mine/what', severity: 'warning', message: '…', trail: [] }]`, or `[]`",
    )
  })
}

function isDiagnostic(value: unknown): value is Diagnostic {
  const found = value as Partial<Diagnostic> | null | undefined
  return (
    typeof found === 'object' &&
    found !== null &&
    typeof found.code === 'string' &&
    typeof found.message === 'string' &&
    (found.severity === 'error' || found.severity === 'warning') &&
    Array.isArray(found.trail)
  )
}
