/** `last-modified-at:` in the configuration. */
import { type Config, type PluginSettings, rubyToS, schema, settingsOf } from '../../plugin-api.ts'

const { hash, text } = schema

const DATE_FORMAT = '%d-%b-%y'

export const SETTINGS: PluginSettings = {
  config: {
    'last-modified-at': hash('jekyll-last-modified-at', {
      'date-format': text('as strftime takes it', { default: DATE_FORMAT }),
    }),
  },
}

/** How the tag prints. */
export function dateFormat(config: Config): string {
  return rubyToS(settingsOf(config, 'last-modified-at').get('date-format') ?? DATE_FORMAT)
}
