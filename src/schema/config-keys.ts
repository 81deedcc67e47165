/** The keys of `_config.yml`, whoever reads them. */
import { ATTRIBUTION_KEYS } from './attribution-keys.ts'
import { hash, type Keys } from './fragment.ts'
import { JEKYLL_KEYS } from './jekyll-keys.ts'
import { KRAMDOWN_KEYS } from './kramdown-keys.ts'
import { PLUGIN_KEYS } from './plugin-keys.ts'
import { THEME_KEYS } from './theme-keys.ts'

/** All keys of `_config.yml` that the program knows. */
export const CONFIG_KEYS: Keys = {
  ...JEKYLL_KEYS,
  kramdown: hash('the Markdown converter kramdown', KRAMDOWN_KEYS),
  ...PLUGIN_KEYS,
  ...ATTRIBUTION_KEYS,
  ...THEME_KEYS,
}
