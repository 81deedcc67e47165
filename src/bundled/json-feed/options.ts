/** `json_feed:` in the configuration. */
import { type Config, fieldOf, type PluginSettings, schema, settingsOf } from '../../plugin-api.ts'

const { count, hash, text } = schema

interface JsonFeedOptions {
  /** where it goes */
  readonly path: string
  /** how many posts: as many as in the Atom feed, where nothing is said */
  readonly limit: number
}

const PATH = '/feed.json'
const LIMIT = 10

export const SETTINGS: PluginSettings = {
  config: {
    json_feed: hash('the plugin `json-feed`', {
      path: text('where it goes', { default: PATH }),
      posts_limit: count('how many items', { default: LIMIT, minimum: 0 }),
    }),
  },
}

export function jsonFeedOptions(config: Config): JsonFeedOptions {
  const own = settingsOf(config, 'json_feed')
  const path = own.get('path')
  const limit = Number(own.get('posts_limit') ?? fieldOf(config.data.get('feed'), 'posts_limit') ?? LIMIT)
  return {
    path: typeof path === 'string' && path !== '' ? `/${path.replace(/^\/+/, '')}` : PATH,
    limit: Number.isInteger(limit) && limit >= 0 ? limit : LIMIT,
  }
}
