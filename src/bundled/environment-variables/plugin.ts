/**
 * jekyll-environment-variables 1.0: `site.env` is the environment of the build: `{{ site.env.HOME }}`.
 * https://github.com/jekyll/jekyll-environment-variables
 *
 * In safe mode it is empty: the environment is that of whoever builds the site, which may hold keys.
 */
import { definePlugin, type Value } from '../../plugin-api.ts'

export const environmentVariables = definePlugin({
  name: 'jekyll-environment-variables',
  priority: 'highest',
  generate(site) {
    const shown = site.config.safe ? {} : site.config.variables
    const variables = Object.entries(shown).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    const data = new Map<Value, Value>([...site.config.data, ['env', new Map<Value, Value>(variables)]])
    return { ...site, config: { ...site.config, data } }
  },
})
