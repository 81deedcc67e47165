/** A site's urls for templates: `relative_url` and `absolute_url`, which tags use too. */
import type { Config } from '../site/index.ts'
import { isAbsoluteUri, normalizeUri } from './uri-text.ts'

/** The configuration as the program itself reads it: without the hash that templates see, and the environment. */
export type ConfigFields = Omit<Config, 'data' | 'variables'>

/** Schemes are rare in templates: only a text with a colon or two slashes needs the whole parser. */
function hasScheme(text: string): boolean {
  return text.includes(':') && isAbsoluteUri(text)
}

function withSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`
}

/** `baseurl` in front of `text`; a text with a scheme stays as it is. */
export function relativeUrl(config: ConfigFields, text: string): string {
  if (hasScheme(text)) return text
  const baseurl = config.address.baseurl.replace(/\/$/, '')
  return normalizeUri(withSlash(baseurl) + withSlash(text))
}

/** The url that `link` and `post_url` print: with `baseurl` in front since Jekyll 4. */
export function tagUrl(config: ConfigFields, url: string): string {
  return config.rules.baseurlInTags ? relativeUrl(config, url) : url
}

/** The site's `url` in front of the relative url; the relative url alone where the site has none. */
export function absoluteUrl(config: ConfigFields, text: string): string {
  if (hasScheme(text)) return text
  const { url } = config.address
  const relative = relativeUrl(config, text)
  return url === undefined ? relative : normalizeUri(url + relative)
}
