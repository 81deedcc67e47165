/**
 * Figures written as text, drawn while building: code blocks in `packet` and the other languages of `whirl-blog/figures`.
 * Whirl's own; docs/figures.md describes it.
 */
import {
  type Diagnostic,
  definePlugin,
  type FinishContext,
  type FinishedFile,
  figureKinds,
  languageOf,
  ownPhrases,
  packagesOf,
  type Renderable,
  type Site,
  say,
  type TextContext,
} from '../../plugin-api.ts'
import { STEP_WORDS, STEPS_CLASS, stepWords } from './alternative.ts'
import { figureOf, WORDS_TITLE, withSourcesOnce } from './fence.ts'
import { GraphvizEngines, graphvizVersion } from './graphviz.ts'
import { picturesOf, withPictures } from './pictures.ts'
import { STEPS_SCRIPT } from './steps-script.ts'

/** The words' heading, and what the script of steps says, in the language of the page. */
function titled(doc: Renderable, html: string, site: Site, ctx: TextContext): string | undefined {
  if (!html.includes(WORDS_TITLE)) return undefined
  const language = languageOf(doc.data.get('lang'), site.config.data.get('lang'))
  const own = ownPhrases(site.data, language)
  const said = (name: Parameters<typeof say>[2], ...values: readonly string[]): string =>
    say(ctx.locale(language), own, name, values)
  const steps = stepWords(said('figure_step_back'), said('figure_step_on'), said('figure_step', '{1}', '{2}'))
  return withSourcesOnce(html)
    .replaceAll(WORDS_TITLE, () => WORDS_TITLE.replace('In words', () => said('figure_words')))
    .replaceAll(STEP_WORDS, () => steps)
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

/** The script, where a page has steps to go through. */
function scriptsOf({ outputs }: Pick<FinishContext, 'outputs'>): readonly FinishedFile[] {
  for (const [path, text] of outputs)
    if (/\.html?$/.test(path) && text.includes(`<table class="${STEPS_CLASS}"`))
      return [{ path: 'assets/figures/steps.js', content: STEPS_SCRIPT }]
  return []
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
  finish: (_site, ctx) => [...picturesOf(ctx), ...scriptsOf(ctx)],
  check: (_site, { outputs }) =>
    [...outputs]
      .filter(([path, text]) => /\.html?$/.test(path) && text.includes('<div class="figure-faults"'))
      .map(([path]) => faulty(path)),
})
