/** What results of rendering depend on besides the site. */
import { dataText, digest, rubyToS } from '../../base/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import type { Shared } from '../../render/index.ts'
import type { Site } from '../../site/index.ts'

/**
 * Names the settings that the program itself reads (`settings` are those of rendering), theme and plugins that `site` is rendered with, `pluginFiles` the state of the plugins' files;
 * undefined where that cannot be told, and where a plugin comes from no file that could be compared.
 */
export function settingsKey(
  site: Site,
  settings: Shared['settings'],
  plugins: readonly Plugin[],
  bundled: readonly Plugin[],
  pluginFiles: string,
): string | undefined {
  const { theme, blockTags, outputExts } = site
  const { data, keeping: _, variables: environment, ...config } = site.config
  const strange = plugins.some((plugin) => plugin.origin === undefined && !bundled.includes(plugin))
  if (strange) return undefined
  const variables = plugins.flatMap((plugin) => plugin.variables ?? []).map((name) => environment[name])
  const names = plugins.map(({ name }) => name)
  // Plugins of the site's own are made with their options.
  const options = plugins.every((plugin) => bundled.includes(plugin)) ? null : data
  const text = dataText([
    pluginFiles,
    config,
    settings,
    options,
    variables,
    theme,
    names,
    blockTags,
    outputExts,
  ])
  return text === undefined ? undefined : digest(text)
}

/** Each setting that templates see of `site`, by name, as a text that differs when it does. */
export function settingTexts({ config }: Site): readonly (readonly [string, string | undefined])[] {
  return [...config.data].map(([key, value]) => [`\`${rubyToS(key)}\``, dataText(value)])
}
