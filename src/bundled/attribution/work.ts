/** One document as something to be cited: title, address, dates, people, terms. All forms of citation start here. */
import {
  listOf,
  type Renderable,
  rubyToS,
  type Site,
  shownTitle,
  siteTitleOn,
  Time,
  type Value,
} from '../../plugin-api.ts'
import { creditsFor, pictureOf, timeFor } from './decide.ts'
import type { Attribution, Author, Credit, Employment, Model } from './model.ts'
import type { Tongue } from './tongue.ts'

export interface CitedWork {
  readonly doc: Renderable
  readonly model: Model
  readonly attribution: Attribution
  /** found when asked for: that takes a look at the whole text */
  readonly credits: readonly Credit[]
  readonly title: string
  /** what the site is called in the document's language; '' for none */
  readonly siteTitle: string
  /** the document's own description; null when it has none */
  readonly description: string | null
  /** absolute where the site has a `url` */
  readonly url: string
  readonly date: Time | null
  readonly modified: Time | null
  /** `en`, `de-CH` */
  readonly language: string | null
  readonly keywords: readonly string[]
  /** absolute address of its picture */
  readonly image: string | null
  readonly siteUrl: string
  /** the language that words of ours are in */
  readonly tongue: Tongue
  /** an absolute address of a path */
  absolute(path: string): string
}

/** What is to be said of `doc` in citations and metadata. */
export function workOf(
  doc: Renderable,
  site: Site,
  model: Model,
  attribution: Attribution,
  tongue: Tongue,
  absolute: (path: string) => string,
): CitedWork {
  const { data } = doc
  const modified = data.get('last_modified_at')
  const picture = pictureOf(doc) ?? cardOf(doc)
  const siteTitle = lineOf(siteTitleOn(doc, site.config)) ?? ''
  let credits: readonly Credit[] | undefined
  return {
    doc,
    model,
    attribution,
    get credits() {
      credits ??= creditsFor(doc, site, model)
      return credits
    },
    title:
      lineOf(shownTitle(rubyToS(data.get('title') ?? ''), doc.kind === 'document' ? doc.slug : '')) ??
      siteTitle,
    siteTitle,
    description: lineOf(data.get('description')),
    url: absolute(doc.url.replace(/(^|\/)index\.html$/, '$1')),
    date: timeFor(doc, model) ?? null,
    modified: modified instanceof Time ? modified : null,
    language: languageOf(data.get('lang') ?? site.config.data.get('lang') ?? site.config.data.get('locale')),
    keywords: keywordsOf(data.get('tags'), data.get('categories')),
    image: picture === null ? null : absolute(picture),
    siteUrl: absolute('/'),
    tongue,
    absolute,
  }
}

/** The card that the plugin social-cards draws of a page without a picture, or that the front matter names. */
function cardOf({ data }: Renderable): string | null {
  const card = data.get('social_card')
  return typeof card === 'string' && card !== '' ? card : null
}

function lineOf(value: Value): string | null {
  if (value === null || value === undefined) return null
  const text = rubyToS(value).replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

function languageOf(value: Value): string | null {
  const text = typeof value === 'string' ? value.replace('_', '-') : ''
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(text) ? text : null
}

function keywordsOf(...values: readonly Value[]): readonly string[] {
  const words = values.flatMap((value) =>
    typeof value === 'string' ? value.split(/\s+/) : listOf(value).map((item) => rubyToS(item)),
  )
  return [...new Set(words.filter((word) => word.trim() !== ''))]
}

/** Jobs of one of the authors behind this work: those of its time, with the author's own times and role. */
export function jobsBehind(author: Author, { authors, employments }: Attribution): readonly Employment[] {
  if (authors.length === 1)
    return employments.map((job) => author.employments.find((own) => own.employer === job.employer) ?? job)
  return author.employments.filter((own) => employments.some((job) => job.employer === own.employer))
}

/** Authors with the names of those who employed them: `[Ada, [Acme]]`; employers alone where there is no author. */
export function creditedNames(
  work: CitedWork,
): readonly { author: Author | null; jobs: readonly Employment[] }[] {
  const { authors, employments } = work.attribution
  if (authors.length > 0)
    return authors.map((author) => ({ author, jobs: jobsBehind(author, work.attribution) }))
  return employments.length > 0 ? [{ author: null, jobs: employments }] : []
}

/** Who holds the rights: the authors, their employers, or whom the configuration names. */
export function rightsHolders(work: CitedWork): readonly string[] {
  const { siteTitle } = work
  const { options } = work.model
  const { authors, employments } = work.attribution
  if (typeof options.copyrightHolder === 'object') return [options.copyrightHolder.name]
  if (options.copyrightHolder === 'employer' && employments.length > 0)
    return employments.map((job) => job.employer.name)
  if (authors.length > 0) return authors.map((author) => author.name)
  return siteTitle === '' ? [] : [siteTitle]
}
