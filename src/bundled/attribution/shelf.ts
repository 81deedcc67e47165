/** What the drops of one rendering share: the model, and what was made for one page and serves for the next. */
import {
  type DocId,
  documentsOf,
  type FieldContext,
  type Renderable,
  type Site,
  siteLanguageOf,
  siteLanguages,
} from '../../plugin-api.ts'
import { creditsOf } from './credits.ts'
import { decide, employmentsFor } from './decide.ts'
import type { Attribution, Credit, Employment, Model } from './model.ts'
import { creditsUrl, employersUrl } from './page-urls.ts'
import { ignore } from './problem.ts'
import { createTongues, type Tongue } from './tongue.ts'

export interface Shelf {
  readonly site: Site
  readonly model: Model
  readonly ctx: FieldContext
  /** what `decide` finds for a document, found once */
  of(doc: Renderable): Attribution
  /** Markdown as HTML, converted once */
  html(markdown: string): string
  /** what `make` makes for a thing and a variant of it, made once */
  keep<T extends object, Made>(thing: T, variant: unknown, make: () => Made): Made
  /** posts by the key of their employers, newest first */
  postsByEmployer(): ReadonlyMap<string, readonly DocId[]>
  /** how many each has */
  postCounts(): ReadonlyMap<string, number>
  /** how many of them are in the language of a document, where the site has several */
  postCountsBeside(doc: Renderable): ReadonlyMap<string, number>
  /** those of `_data/credits`, then those of all front matters */
  allCredits(): readonly Credit[]
  /** the language of a document, or of the site */
  tongue(doc: Renderable | null): Tongue
  employersUrl(): string | null
  creditsUrl(): string | null
}

export function createShelf(site: Site, model: Model, ctx: FieldContext): Shelf {
  const found = new Map<DocId, Attribution>()
  const converted = new Map<string, string>()
  const kept = new Map<object, Map<unknown, unknown>>()
  const of = (doc: Renderable): Attribution => {
    let attribution = found.get(doc.id)
    if (attribution === undefined) {
      attribution = decide(doc, ctx.today, model)
      found.set(doc.id, attribution)
    }
    return attribution
  }
  const employments = (doc: Renderable): readonly Employment[] => employmentsFor(doc, ctx.today, model)
  const counts = ctx.value('counts', () => mapped(postsByEmployer(site, employments), (docs) => docs.length))
  const countsByLanguage = ctx.value('counts by language', () => {
    const languages = siteLanguages(site.config)
    const byEmployer = postsByEmployer(site, employments)
    return new Map(
      languages?.tags.map((tag) => [
        tag,
        mapped(byEmployer, (docs) => docs.filter((doc) => siteLanguageOf(doc, languages) === tag).length),
      ]),
    )
  })
  return {
    site,
    model,
    ctx,
    of,
    html(markdown) {
      let html = converted.get(markdown)
      if (html === undefined) {
        html = ctx.markdownify(markdown).trim()
        converted.set(markdown, html)
      }
      return html
    },
    keep<T extends object, Made>(thing: T, variant: unknown, make: () => Made): Made {
      let variants = kept.get(thing)
      if (variants === undefined) {
        variants = new Map()
        kept.set(thing, variants)
      }
      if (!variants.has(variant)) variants.set(variant, make())
      return variants.get(variant) as Made
    },
    postsByEmployer: ctx.value('posts', () =>
      mapped(postsByEmployer(site, employments), (docs) => docs.map(({ id }) => id)),
    ),
    postCounts: counts,
    postCountsBeside: (doc) => {
      const languages = siteLanguages(site.config)
      if (languages === undefined) return counts()
      return countsByLanguage().get(siteLanguageOf(doc, languages) ?? languages.main) ?? new Map()
    },
    allCredits: ctx.value('credits', () => creditsOfAll(site, model)),
    tongue: createTongues(site),
    employersUrl: ctx.value('employers url', () => employersUrl(site, model)),
    creditsUrl: ctx.value('credits url', () => creditsUrl(site, model)),
  }
}

function mapped<Item, Made>(
  map: ReadonlyMap<string, Item>,
  make: (item: Item) => Made,
): ReadonlyMap<string, Made> {
  return new Map([...map].map(([key, item]) => [key, make(item)]))
}

/** Posts by the key of their employers, newest first, in one pass. */
export function postsByEmployer(
  site: Site,
  of: (doc: Renderable) => readonly Employment[],
): ReadonlyMap<string, readonly Renderable[]> {
  const lists = new Map<string, Renderable[]>()
  for (const doc of documentsOf(site)) {
    if (doc.collection !== 'posts') continue
    for (const { employer } of of(doc)) {
      const list = lists.get(employer.key)
      if (list === undefined) lists.set(employer.key, [doc])
      else list.push(doc)
    }
  }
  for (const list of lists.values()) list.reverse()
  return lists
}

/** Every credit of the site, each asset once. */
function creditsOfAll(site: Site, model: Model): readonly Credit[] {
  const all = new Map<string, Credit>()
  const add = (credit: Credit): void => {
    const key = credit.asset ?? `${credit.title} ${credit.author} ${credit.url}`
    if (!all.has(key)) all.set(key, credit)
  }
  model.credits.forEach(add)
  for (const doc of site.renderables.values())
    if (doc.data.has('credits')) creditsOf(doc.data.get('credits'), ignore).forEach(add)
  return [...all.values()]
}
