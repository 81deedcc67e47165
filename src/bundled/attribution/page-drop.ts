/** `page.attribution`: everything there is to say of one document, computed when a template asks. */
import { type Renderable, rubyToS, type Value } from '../../plugin-api.ts'
import { authorDrop } from './author-drop.ts'
import { citationKey, citeBibtex } from './cite/bibtex.ts'
import { citeCsl } from './cite/csl.ts'
import { citeHtml } from './cite/html.ts'
import { citeMarkdown } from './cite/markdown.ts'
import { citeText } from './cite/text.ts'
import { CreditLookup } from './credit-lookup.ts'
import { timesOf } from './decide.ts'
import { downloadsFor } from './downloads.ts'
import { employerDrop } from './employer-drop.ts'
import { atomAuthors, atomRights } from './feed-elements.ts'
import { jsonLd } from './json-ld.ts'
import { hash, LazyDrop } from './lazy-drop.ts'
import { creditDrop, licenseDrop } from './license-drop.ts'
import { articleMeta, citationMeta, type MetaTag, openGraph } from './meta.ts'
import { exclusions, rightsText } from './rights.ts'
import type { Shelf } from './shelf.ts'
import { type CitedWork, jobsBehind, workOf } from './work.ts'

export class AttributionDrop extends LazyDrop {
  constructor(
    fields: ConstructorParameters<typeof LazyDrop>[0],
    readonly work: () => CitedWork,
  ) {
    super(fields, () => citeText(work()))
  }
}

/** All that is known of a document, from its `attribution`; undefined where the plugin is not in use. */
export function workBehind(drop: unknown): CitedWork | undefined {
  return drop instanceof AttributionDrop ? drop.work() : undefined
}

export function pageDrop(doc: Renderable, shelf: Shelf): AttributionDrop {
  const { site, model } = shelf
  let made: CitedWork | undefined
  const work = (): CitedWork => {
    made ??= workOf(doc, site, model, shelf.of(doc), shelf.tongue(doc), shelf.ctx.absoluteUrl)
    return made
  }
  const facts = (): CitedWork['attribution'] => shelf.of(doc)
  const employers = (): readonly LazyDrop[] => {
    const times = timesOf(doc, shelf.ctx.today)
    return facts().employments.map((job) => employerDrop(job, times, shelf))
  }
  const authors = (): readonly LazyDrop[] => {
    const times = timesOf(doc, shelf.ctx.today)
    return facts().authors.map((author) => authorDrop(author, jobsBehind(author, facts()), times, shelf))
  }
  const fields = {
    authors,
    author: () => (drop.get('authors') as readonly LazyDrop[])[0],
    employers,
    employer: () => (drop.get('employers') as readonly LazyDrop[])[0],
    explicit: () => facts().explicit,
    worked: () => {
      const { worked } = facts()
      return worked === null ? null : hash({ from: worked.from, to: worked.to })
    },
    license: () => {
      const { license } = facts()
      return license === null
        ? null
        : licenseDrop(license, () => exclusions(license, work()), shelf.tongue(doc), shelf)
    },
    credits: () => work().credits.map((credit) => creditDrop(credit, shelf.tongue(doc), shelf)),
    credit_for: () => new CreditLookup(work().credits, shelf.tongue(doc), shelf),
    disclaimer: () => disclaimerOf(doc, shelf),
    post_counts: () => shelf.postCountsBeside(doc),
    rights: () => rightsText(work()),
    cite: () => citeDrop(work),
    json_ld: () => jsonLd(work()),
    atom: () => hash({ authors: atomAuthors(work()), rights: atomRights(work()) }),
    meta: () => [...citationMeta(work()), ...articleMeta(work())].map(metaHash),
    open_graph: () => (printsOpenGraph(shelf) ? openGraph(work()).map(metaHash) : []),
  }
  const drop = new AttributionDrop(fields, work)
  return drop
}

/** The page's own disclaimer, else the site's; none where the front matter says false. */
function disclaimerOf(doc: Renderable, shelf: Shelf): string | null {
  const own: Value = doc.data.get('disclaimer')
  if (own === false) return null
  const text = own === null || own === undefined || own === true ? shelf.model.disclaimer : rubyToS(own)
  return text === null || text.trim() === '' ? null : shelf.html(text)
}

function citeDrop(work: () => CitedWork): LazyDrop {
  const urls = (): ReadonlyMap<string, string> => downloadsFor(work().doc, work().model.options)
  const fields = {
    text: () => citeText(work()),
    html: () => citeHtml(work()),
    markdown: () => citeMarkdown(work()),
    bibtex: () => citeBibtex(work()),
    csl: () => citeCsl(work()),
    key: () => citationKey(work()),
    bibtex_url: () => urls().get('bib'),
    csl_url: () => urls().get('csl.json'),
    cff_url: () => urls().get('cff') ?? work().model.options.citationFile,
  }
  return new LazyDrop(fields, () => citeText(work()))
}

/** Open Graph's tags are left to jekyll-seo-tag where the site has it, unless the configuration says otherwise. */
function printsOpenGraph({ model, site }: Shelf): boolean {
  const plugins = site.config.data.get('plugins')
  return model.options.openGraph ?? !(Array.isArray(plugins) && plugins.includes('jekyll-seo-tag'))
}

function metaHash({ name, property, content }: MetaTag): ReadonlyMap<string, unknown> {
  return name === undefined ? hash({ property, content }) : hash({ name, content })
}
