/** `redirect_from:` in the configuration. */
import { type Config, type PluginSettings, schema, settingsOf } from '../../plugin-api.ts'

const { bare, flag, hash, oneOrMore } = schema

interface RedirectFromOptions {
  /** whether `redirects.json` is written */
  readonly json: boolean
}

export const SETTINGS: PluginSettings = {
  config: {
    redirect_from: hash('jekyll-redirect-from', {
      json: flag('write redirects.json', { default: true }),
    }),
  },
  frontMatter: {
    redirect_from: oneOrMore('old addresses that lead here', bare('string')),
    redirect_to: oneOrMore('where this page leads', bare('string')),
  },
}

export function redirectFromOptions(config: Config): RedirectFromOptions {
  const own = settingsOf(config, 'redirect_from')
  return {
    json: own.get('json') !== false,
  }
}
