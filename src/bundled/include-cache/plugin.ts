/** jekyll-include-cache 0.2: `include_cached`, which every site has here. https://github.com/benbalter/jekyll-include-cache */
import { definePlugin } from '../../plugin-api.ts'

export const includeCache = definePlugin({ name: 'jekyll-include-cache' })
