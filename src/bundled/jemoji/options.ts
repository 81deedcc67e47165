/** `emoji:` in the configuration. */
import {
  type Config,
  EMOJI_HOST,
  fieldOf,
  isTruthy,
  type PluginSettings,
  schema,
  toText,
} from '../../plugin-api.ts'

const { hash, text } = schema

export const SETTINGS: PluginSettings = {
  config: { emoji: hash('jemoji', { src: text('where the pictures are', { default: EMOJI_HOST }) }) },
}

/** The address of the folder of emoji: the site's own, else that of the server of ASSET_HOST_URL, else GitHub's. */
export function emojiPlace({ data, variables }: Config): string {
  const own = fieldOf(data.get('emoji'), 'src')
  if (isTruthy(own)) return `${toText(own).replace(/\/$/, '')}/emoji`
  const host = variables.ASSET_HOST_URL
  return host === undefined || host === '' ? EMOJI_HOST : `${host.replace(/\/$/, '')}/images/icons/emoji`
}
