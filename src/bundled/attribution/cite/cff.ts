/** CITATION.cff, version 1.2.0: https://github.com/citation-file-format/citation-file-format */
import { dateOfTime, rubyToS, type Time } from '../../../plugin-api.ts'
import type { Author, License, Model } from '../model.ts'
import { personName } from '../person-name.ts'
import { type CitedWork, creditedNames } from '../work.ts'
import { type PlainHash, yamlLines } from './yaml-lines.ts'

const MESSAGE =
  'If you use or cite this work, please name its authors and those who employed them as given here.'

/**
 * What is cited. The format has two kinds of works, `software` and `dataset`; what it calls `preferred-citation` is another
 * work beside this one, and readers count both.
 */
const TYPE = 'dataset'

/** The citation file of one document. */
export function citeCff(work: CitedWork): string {
  return yamlLines({
    'cff-version': '1.2.0',
    message: MESSAGE,
    type: TYPE,
    title: work.title,
    abstract: work.description,
    authors: peopleOf(work),
    'date-released': dayOf(work.date),
    url: webOnly(work.url),
    keywords: work.keywords.length === 0 ? null : work.keywords,
    ...licenseFields(work.attribution.license, work),
  })
}

/** The citation file of the whole site, whose newest post is of `date`. */
export function siteCff(model: Model, url: string, description: string | null, date: Time | null): string {
  const authors: readonly PlainHash[] =
    model.author === null
      ? [{ name: nonEmpty(model.siteTitle) ?? 'The authors' }]
      : [personOf(model.author, currentCompany(model))]
  return yamlLines({
    'cff-version': '1.2.0',
    message: MESSAGE,
    type: TYPE,
    title: nonEmpty(model.siteTitle) ?? 'Blog',
    abstract: description,
    authors,
    'date-released': dayOf(date),
    url: webOnly(url),
    ...licenseFields(model.license, { absolute: (path) => path }),
  })
}

/** `2021-03-04` */
function dayOf(date: Time | null): string | null {
  return date === null ? null : rubyToS(dateOfTime(date))
}

function peopleOf(work: CitedWork): readonly PlainHash[] {
  const people = creditedNames(work).flatMap(({ author, jobs }): PlainHash[] => {
    const companies = jobs.map((job) => job.employer.name).join(', ')
    return author === null
      ? jobs.map((job) => ({ name: job.employer.name, website: webOnly(job.employer.url) }))
      : [personOf(author, nonEmpty(companies))]
  })
  return people.length > 0 ? people : [{ name: nonEmpty(work.siteTitle) ?? 'The authors' }]
}

/** A person, or an entity when the name is in one piece. */
function personOf(author: Author, affiliation: string | null): PlainHash {
  const { family, given, whole } = personName(author)
  const orcid = author.orcid === null ? null : `https://orcid.org/${author.orcid}`
  if (family === null) return { name: whole, website: webOnly(author.url), orcid }
  return { 'family-names': family, 'given-names': given, affiliation, website: webOnly(author.url), orcid }
}

function currentCompany({ author }: Model): string | null {
  const open = (author?.employments ?? []).filter(
    ({ spans }) => spans.length === 0 || spans.some((span) => span.to === null),
  )
  return nonEmpty(open.map((job) => job.employer.name).join(', '))
}

/** SPDX identifiers in `license`, other terms by address. Expressions are lists of alternatives there, so left out. */
function licenseFields(license: License | null, { absolute }: Pick<CitedWork, 'absolute'>): PlainHash {
  if (license === null) return {}
  const single = license.id !== null && !license.id.includes(' ') && !license.id.startsWith('LicenseRef')
  if (single) return { license: license.id }
  return { 'license-url': license.url === null ? null : webOnly(absolute(license.url)) }
}

/** An address with a scheme, which is what the format asks for. */
function webOnly(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null
}

function nonEmpty(text: string): string | null {
  return text === '' ? null : text
}
