/** `jekyll-mentions:` in the configuration and in front matter: the address users live below, or a hash with it. */
import {
  type Config,
  fieldOf,
  isTruthy,
  type PluginSettings,
  type Renderable,
  schema,
  toText,
} from '../../plugin-api.ts'

const { bare, either, hash, text } = schema

const KEY = 'jekyll-mentions'
const GITHUB = 'https://github.com'

const BASE = either(
  'base address of @names',
  bare('string'),
  bare('boolean'),
  hash('options', { base_url: text('base address', { default: GITHUB }) }),
)

export const SETTINGS: PluginSettings = { config: { [KEY]: BASE }, frontMatter: { [KEY]: BASE } }

/** The address users live below, without a slash at its end; undefined for a page that is left alone. */
export function mentionsBase(doc: Renderable, config: Config): string | undefined {
  const own = doc.data.get(KEY)
  if (own === false) return undefined
  return (baseUrl(own) ?? baseUrl(config.data.get(KEY)) ?? GITHUB).replace(/\/$/, '')
}

function baseUrl(setting: unknown): string | undefined {
  const url = typeof setting === 'string' ? setting : fieldOf(setting, 'base_url')
  return isTruthy(url) ? toText(url) : undefined
}
