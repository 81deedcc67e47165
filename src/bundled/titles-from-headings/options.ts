/** `titles_from_headings:` in the configuration. */
import { type Config, type PluginSettings, schema, settingsOf } from '../../plugin-api.ts'

const { flag, hash } = schema

interface TitlesFromHeadingsOptions {
  readonly enabled: boolean
  /** whether the heading is taken out of the text */
  readonly stripTitle: boolean
  /** whether documents of collections, posts too, get titles */
  readonly collections: boolean
}

export const SETTINGS: PluginSettings = {
  config: {
    titles_from_headings: hash('jekyll-titles-from-headings', {
      enabled: flag('turn it off with false', { default: true }),
      strip_title: flag('take the heading out of the page', { default: false }),
      collections: flag('documents too', { default: false }),
    }),
  },
  frontMatter: { strip_title: flag('take the heading out of the page') },
}

export function titlesFromHeadingsOptions(config: Config): TitlesFromHeadingsOptions {
  const own = settingsOf(config, 'titles_from_headings')
  return {
    enabled: own.get('enabled') !== false,
    stripTitle: own.get('strip_title') === true,
    collections: own.get('collections') === true,
  }
}
