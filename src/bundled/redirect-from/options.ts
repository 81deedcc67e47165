/** `redirect_from:` in the configuration. */
import {
  BuildError,
  type Config,
  isHash,
  isNil,
  type PluginSettings,
  rubyToS,
  schema,
  settingsOf,
} from '../../plugin-api.ts'

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

/** Stops where `redirect_from` is no hash, as Ruby does. */
export function redirectFromOptions(config: Config): RedirectFromOptions {
  const written = config.data.get('redirect_from')
  if (!isNil(written) && !isHash(written))
    throw new BuildError([
      {
        code: 'redirect-from/wrong-setting',
        severity: 'error',
        message: `'redirect_from' is ${rubyToS(written)}, not a hash.`,
        help: 'write `redirect_from: {json: false}` in the configuration, and old addresses in the front matter of pages',
        settings: [{ keys: ['redirect_from'] }],
        trail: [],
      },
    ])
  const own = settingsOf(config, 'redirect_from')
  return {
    json: own.get('json') !== false,
  }
}
