/** What TypeScript makes of plugins: checked by the compiler alone, never run. */
import {
  collectionHooks,
  defineConfig,
  definePlugin,
  type Hooks,
  type PluginFactory,
  type Renderable,
} from 'whirl-blog'

export const typed: Hooks = {
  'site:post_read': (site) => ({ ...site, data: site.time }),
  'pages:post_render': { match: /\.html$/, run: (page, output) => `${output}${page.url}` },
  'documents:pre_render': (doc) => ({ words: doc.body.split(' ').length }),
  ...collectionHooks('notes', { post_write: (doc, path) => void `${doc.id}${path}` }),
  'recipes:post_render': (doc: Renderable, output: string) => output + doc.url,
}

export const misspelt: Hooks = {
  // @ts-expect-error: there is no such event
  'pages:post_rendre': () => undefined,
}

export const wrong: Hooks = {
  // @ts-expect-error: text is wanted
  'pages:post_render': () => 5,
}

export const factory: PluginFactory<{ readonly least?: number }> = async ({ least = 3 }) =>
  definePlugin({ name: `words-${least}` })

export const config = defineConfig(({ environment }) => ({
  title: 'T',
  plugins: ['jekyll-feed', environment === 'production' && definePlugin({ name: 'x' })],
}))

// @ts-expect-error: a generator gives a site at once
definePlugin({ name: 'late', generate: async (site) => site })
