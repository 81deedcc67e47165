/**
 * Citations and bibliographies from BibTeX and CSL-JSON, with the tags and settings of jekyll-scholar: `{% cite key %}`,
 * `{% bibliography --cited %}`. Three styles, in the language of the page: authors and years, numbers, footnotes. Whirl's
 * own; docs/science.md describes it.
 */
import {
  asTag,
  definePlugin,
  documentOf,
  isMarkdown,
  mapRenderables,
  type Renderable,
  type Site,
  type TagDefinition,
  type TextContext,
  withBody,
} from '../../plugin-api.ts'
import { type CitationArguments, citationArguments, failureOf } from './arguments.ts'
import { citation, citationNotes, deskOf, workOf, worksOf } from './citation.ts'
import { citationsIn, WORDS, withWordsInCaptions } from './cited.ts'
import {
  bibliographyHtml,
  listedWorks,
  withBackLinks,
  withIdsOnce,
  withLiveLinks,
  withoutLinks,
} from './list.ts'
import { addBibliographies } from './load.ts'
import { SETTINGS, scholarOptions } from './options.ts'
import { referenceHtml } from './reference.ts'

/** A tag whose markup are keys and options. */
function tag(
  name: string,
  needsKeys: boolean,
  render: (given: CitationArguments, desk: ReturnType<typeof deskOf>) => string,
): TagDefinition {
  return asTag<CitationArguments>({
    name,
    parse(markup, site) {
      const fail = failureOf(name, site)
      const given = citationArguments(markup, fail)
      if (needsKeys && given.keys.length === 0) fail(`write the key of a work, \`{% ${name} knuth1984 %}\``)
      return given
    },
    render: (given, ctx) => render(given, deskOf(ctx)),
  })
}

const NOTES = 'citation_notes'
/** The footnotes of citations, at the end of a text: put there by the plugin itself. */
const notes: TagDefinition = asTag({
  name: NOTES,
  parse: () => null,
  render(_state, ctx) {
    const doc = documentOf(ctx)
    return doc === null ? '' : citationNotes(deskOf(ctx), citationsIn(doc))
  },
})

function withCaptions(site: Site): Site {
  const change = <Doc extends Renderable>(doc: Doc): Doc => {
    const body = withWordsInCaptions(doc.body)
    return body === doc.body || !isMarkdown(site.config, doc.file.path) ? doc : withBody(site, doc, body)
  }
  return mapRenderables(site, { document: change, page: change })
}

function withNotes(site: Site): Site {
  const change = <Doc extends Renderable>(doc: Doc): Doc => {
    if (!isMarkdown(site.config, doc.file.path) || citationsIn(doc).length === 0) return doc
    return withBody(site, doc, `${doc.body}\n\n{% ${NOTES} %}\n`)
  }
  return mapRenderables(site, { document: change, page: change })
}

function linked(_doc: Renderable, html: string, _site: Site, { isExcerpt }: TextContext): string | undefined {
  if (!html.includes('class="cit')) return undefined
  return isExcerpt ? withoutLinks(html) : withIdsOnce(withBackLinks(html))
}

const onHtml = { match: /\.html?$/, excerpts: true, run: linked }
const onPage = {
  match: /\.html?$/,
  run: (_doc: Renderable, output: string) => withLiveLinks(withIdsOnce(output)),
}

export const bibliography = definePlugin({
  name: 'bibliography',
  settings: SETTINGS,
  generate(site, ctx) {
    const options = scholarOptions(site.config, ctx.warn)
    const made = withCaptions(addBibliographies(site, ctx, options))
    return options.style === 'footnotes' ? withNotes(made) : made
  },
  hooks: {
    'pages:post_convert': onHtml,
    'documents:post_convert': onHtml,
    'pages:post_render': onPage,
    'documents:post_render': onPage,
  },
  tags: [
    tag('cite', true, (given, desk) => citation(desk, given)),
    tag(WORDS, true, (given, desk) =>
      withoutLinks(citation(desk.style === 'footnotes' ? { ...desk, style: 'author-date' } : desk, given)),
    ),
    tag('nocite', true, () => ''),
    tag('reference', true, (given, desk) => {
      const works = worksOf(desk, given.file)
      const found = given.keys.flatMap((key) => workOf(desk, works, key) ?? [])
      return found.map((item) => referenceHtml(item, desk.words, desk.style === 'author-date')).join(' ')
    }),
    tag('bibliography', false, (given, desk) => bibliographyHtml(desk, listedWorks(desk, given))),
    tag('bibliography_count', false, (given, desk) => String(listedWorks(desk, given).length)),
    notes,
  ],
})
