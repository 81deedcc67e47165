/**
 * jekyll-data 1.1: `theme` in templates is what the configuration has under the theme's name. A theme's data files and
 * its configuration, for which the plugin was made, Jekyll 4.3 reads by itself. https://github.com/ashmaroli/jekyll-data
 */
import { definePlugin, type Hash, isHash, type Renderable, type Site, type Value } from '../../plugin-api.ts'

/** The settings of the theme as a variable of the templates; nil where there are none. */
function settings(_doc: Renderable, { config, theme }: Site): Hash | undefined {
  const own = theme === null ? null : config.data.get(theme.name)
  return theme === null ? undefined : new Map<Value, Value>([['theme', isHash(own) ? own : null]])
}

export const data = definePlugin({
  name: 'jekyll-data',
  hooks: { 'pages:pre_render': settings, 'documents:pre_render': settings },
})
