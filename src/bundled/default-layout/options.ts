/** `jekyll-default-layout:` in the configuration. */
import { type Config, type PluginSettings, schema, settingsOf } from '../../plugin-api.ts'

const { flag, hash } = schema

export const SETTINGS: PluginSettings = {
  config: {
    'jekyll-default-layout': hash('jekyll-default-layout', {
      html_pages: flag('HTML pages and posts too (since 0.2)', { default: false }),
    }),
  },
}

/** Whether HTML files get layouts too. */
export function htmlPages(config: Config): boolean {
  return settingsOf(config, 'jekyll-default-layout').get('html_pages') === true
}
