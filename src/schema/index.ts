/** JSON Schemas for what people write in YAML, for editors: `whirl schema`. */
import { CONFIG_KEYS } from './config-keys.ts'
import type { Fragment, Keys } from './fragment.ts'
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts'

/** A whole schema, ready for `JSON.stringify`. */
interface Schema extends Fragment {
  readonly $schema: string
  readonly title: string
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
