/** JSON Schemas for what people write in YAML, for editors: `whirl schema`. */
import { type Fragment, hash, type Keys, type PluginSettings } from './fragment.ts'
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts'
import { JEKYLL_KEYS } from './jekyll-keys.ts'
import { KRAMDOWN_KEYS } from './kramdown-keys.ts'
import { PROGRAM_KEYS } from './program-keys.ts'
import { SHARED_FRONT_MATTER, SHARED_KEYS } from './shared-keys.ts'

export { CHECK_RULES, type CheckRule } from './check-rules.ts'
export type { PluginSettings } from './fragment.ts'
export { isClosed, rightPart, type SettingFault, settingFaults } from './setting-faults.ts'

/** A whole schema, ready for `JSON.stringify`. */
interface Schema extends Fragment {
  readonly $schema: string
  readonly title: string
  readonly properties: Keys
}

/** What `_config.yml` may say on a site with plugins that read `settings`. */
export function configSchema(settings: readonly PluginSettings[]): Schema {
  return schema('_config.yml', [
    JEKYLL_KEYS,
    { kramdown: hash('the Markdown converter kramdown', KRAMDOWN_KEYS) },
    PROGRAM_KEYS,
    SHARED_KEYS,
    ...settings.map(({ config = {} }) => config),
  ])
}

/** What the front matter of posts, pages and documents may say on a site with plugins that read `settings`. */
export function frontMatterSchema(settings: readonly PluginSettings[]): Schema {
  return schema('Front matter', [
    FRONT_MATTER_KEYS,
    SHARED_FRONT_MATTER,
    ...settings.map(({ frontMatter = {} }) => frontMatter),
  ])
}

function schema(title: string, keys: readonly Keys[]): Schema {
  const properties: Keys = Object.assign({}, ...keys)
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, type: ['object', 'null'], properties }
}
