/** jekyll-include-cache 0.2: `include_cached`, which rendering has where this plugin is in use. https://github.com/benbalter/jekyll-include-cache */
import { definePlugin } from '../../plugin-api.ts'

export const includeCache = definePlugin({ name: 'jekyll-include-cache' })
