/** JSON Schemas for what people write in YAML, for editors: `whirl schema`. */
import { ATTRIBUTION_KEYS } from './attribution-keys.ts'
import { type Fragment, hash, type Keys } from './fragment.ts'
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts'
import { JEKYLL_KEYS } from './jekyll-keys.ts'
import { KRAMDOWN_KEYS } from './kramdown-keys.ts'
import { PLUGIN_KEYS } from './plugin-keys.ts'
import { THEME_KEYS } from './theme-keys.ts'

export type { Fragment, Keys } from './fragment.ts'

/** A whole schema, ready for `JSON.stringify`. */
export interface Schema extends Fragment {
  readonly $schema: string
  readonly title: string
}

/** All keys of `_config.yml` that the program knows. */
export const CONFIG_KEYS: Keys = {
  ...JEKYLL_KEYS,
  kramdown: hash('the Markdown converter kramdown', KRAMDOWN_KEYS),
  ...PLUGIN_KEYS,
  ...ATTRIBUTION_KEYS,
  ...THEME_KEYS,
}

/** What `_config.yml` may say. */
export function configSchema(): Schema {
  return schema('_config.yml', CONFIG_KEYS)
}

/** What the front matter of posts, pages and documents may say. */
export function frontMatterSchema(): Schema {
  return schema('Front matter', FRONT_MATTER_KEYS)
}

function schema(title: string, properties: Keys): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, type: ['object', 'null'], properties }
}
