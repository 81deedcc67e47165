/** A plugin's own settings in the configuration. */
import { type Hash, isHash } from '../base/index.ts'
import { type Config, hashField } from '../site/index.ts'

/** What the configuration has under the plugin's name (`word-count:`), or under the name in its other spelling (`word_count:`). */
export function pluginOptions(config: Config, name: string): Hash {
  for (const key of [name, name.replaceAll('-', '_')]) {
    const value = config.data.get(key)
    if (isHash(value)) return value
  }
  return new Map()
}

/** The hash under `key` in the configuration; an empty one where there is something else, or nothing. */
export function settingsOf(config: Config, key: string): Hash {
  return hashField(config.data, key)
}

/** Where a site may have npm packages that a bundled plugin loads; undefined in safe mode, which runs nothing of the site. */
export function packagesOf({ source, safe }: Config): string | undefined {
  return safe ? undefined : source
}
