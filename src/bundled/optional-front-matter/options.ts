/** `optional_front_matter:` in the configuration, and the two keys beside it that count. */
import { type Config, type PluginSettings, schema, settingsOf, type Value } from '../../plugin-api.ts'

const { flag, hash } = schema

export interface OptionalFrontMatterOptions {
  readonly enabled: boolean
  /** whether the files themselves are left out of the output */
  readonly removeOriginals: boolean
  /** patterns of files that become pages although they are about the repository */
  readonly include: Value
}

export const SETTINGS: PluginSettings = {
  config: {
    optional_front_matter: hash('jekyll-optional-front-matter', {
      enabled: flag('turn it off with false', { default: true }),
      remove_originals: flag('do not copy the Markdown files', { default: false }),
    }),
    require_front_matter: flag('true turns jekyll-optional-front-matter off', { default: false }),
  },
}

export function optionalFrontMatterOptions(config: Config): OptionalFrontMatterOptions {
  const own = settingsOf(config, 'optional_front_matter')
  return {
    enabled: own.get('enabled') !== false && config.data.get('require_front_matter') !== true,
    removeOriginals: own.get('remove_originals') === true,
    include: config.data.get('include'),
  }
}
