/** What results of rendering depend on besides the site. */
import { dataText, digest, rubyToS } from '../../base/index.ts'
import type { Plugin } from '../../plugins/index.ts'
import type { ReadingRules } from '../../read/index.ts'
import type { Shared } from '../../render/index.ts'
import type { Config, Site } from '../../site/index.ts'

/** What makes results besides the site and its settings. */
export interface Makers {
  readonly plugins: readonly Plugin[]
  readonly bundled: readonly Plugin[]
  /** the state of the plugins' files */
  readonly pluginFiles: string
}

/**
 * Names the settings that the program itself reads (`settings` are those of rendering), theme and plugins that `site` is
 * rendered with; undefined where that cannot be told, and where a plugin comes from no file that could be compared.
 */
export function settingsKey(site: Site, settings: Shared['settings'], makers: Makers): string | undefined {
  const { theme, blockTags, outputExts } = site
  return keyOf(site.config, makers, [settings, theme, blockTags, outputExts])
}

/** Names likewise all that what is made of a file depends on. */
export function readingKey(
  { config, defaults, blockTags }: ReadingRules,
  makers: Makers,
): string | undefined {
  return keyOf(config, makers, ['reading', defaults, blockTags])
}

function keyOf(whole: Config, { plugins, bundled, pluginFiles }: Makers, more: unknown): string | undefined {
  const { data, keeping: _, variables: environment, ...config } = whole
  const strange = plugins.some((plugin) => plugin.origin === undefined && !bundled.includes(plugin))
  if (strange) return undefined
  const variables = plugins.flatMap((plugin) => plugin.variables ?? []).map((name) => environment[name])
  const names = plugins.map(({ name }) => name)
  const versions = plugins.map((plugin) => plugin.versions?.(whole) ?? null)
  // Plugins of the site's own are made with their options.
  const options = plugins.every((plugin) => bundled.includes(plugin)) ? null : data
  const text = dataText([pluginFiles, config, options, variables, names, versions, more])
  return text === undefined ? undefined : digest(text)
}

/** Each setting that templates see of `site`, by name, as a text that differs when it does. */
export function settingTexts({ config }: Site): readonly (readonly [string, string | undefined])[] {
  return [...config.data].map(([key, value]) => [`\`${rubyToS(key)}\``, dataText(value)])
}
