/** `relative_links:` in the configuration. */
import { type Config, type PluginSettings, schema, settingsOf, type Value } from '../../plugin-api.ts'

const { flag, hash, list } = schema

interface RelativeLinksOptions {
  readonly enabled: boolean
  /** whether documents of collections, posts too, are read for links */
  readonly collections: boolean
  /** patterns of files that are left alone */
  readonly exclude: Value
}

export const SETTINGS: PluginSettings = {
  config: {
    relative_links: hash('jekyll-relative-links', {
      enabled: flag('turn it off with false', { default: true }),
      collections: flag('documents too', { default: false }),
      exclude: list('files left alone'),
    }),
  },
}

export function relativeLinksOptions(config: Config): RelativeLinksOptions {
  const own = settingsOf(config, 'relative_links')
  return {
    enabled: own.get('enabled') !== false,
    collections: own.get('collections') === true,
    exclude: own.get('exclude'),
  }
}
