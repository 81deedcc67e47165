/**
 * Figures written as text, drawn while building: code blocks in `packet` and the other languages of `whirl-blog/figures`.
 * Whirl's own; docs/figures.md describes it.
 */
import {
  type Diagnostic,
  definePlugin,
  figureKinds,
  languageOf,
  ownPhrases,
  packagesOf,
  type Renderable,
  type Site,
  say,
  type TextContext,
} from '../../plugin-api.ts'
import { figureOf, WORDS_TITLE, withSourcesOnce } from './fence.ts'
import { GraphvizEngines, graphvizVersion } from './graphviz.ts'
import { picturesOf, withPictures } from './pictures.ts'

/** The words' heading in the language of the page. */
function titled(doc: Renderable, html: string, site: Site, ctx: TextContext): string | undefined {
  if (!html.includes(WORDS_TITLE)) return undefined
  const language = languageOf(doc.data.get('lang'), site.config.data.get('lang'))
  const text = say(ctx.locale(language), ownPhrases(site.data, language), 'figure_words', [])
  return withSourcesOnce(html).replaceAll(
    WORDS_TITLE,
    WORDS_TITLE.replace('In words', () => text),
  )
}

const onHtml = { match: /\.html?$/, excerpts: true, run: titled }

const inFeeds = (_doc: Renderable, output: string, _site: Site, ctx: TextContext): string | undefined =>
  withPictures(output, output.startsWith('{') ? 'json' : 'xml', (path) => ctx.absoluteUrl(path))

/** Figures that could not be drawn, for `whirl check`. */
function faulty(path: string): Diagnostic {
  return {
    code: 'figures/faulty',
    severity: 'error',
    message: `A figure of ${path} could not be drawn`,
    help: 'see what the build says of it',
    trail: [],
  }
}

/** Keeps a thread, no result. */
const engines = new GraphvizEngines()

export const figures = definePlugin({
  name: 'figures',
  pure: true,
  versions: (config) => graphvizVersion(packagesOf(config)),
  codeBlocks: [
    {
      languages: figureKinds().map(({ name }) => name),
      render: (code, block) => figureOf(code, block, engines),
    },
  ],
  hooks: {
    'pages:post_convert': onHtml,
    'documents:post_convert': onHtml,
    'pages:post_render': { match: /\.(?:xml|json)$/, run: inFeeds },
  },
  finish: (_site, ctx) => picturesOf(ctx),
  check: (_site, { outputs }) =>
    [...outputs]
      .filter(([path, text]) => /\.html?$/.test(path) && text.includes('<div class="figure-faults"'))
      .map(([path]) => faulty(path)),
})
