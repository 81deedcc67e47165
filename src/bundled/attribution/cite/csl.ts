/** A work as CSL-JSON, the data format of Zotero, Pandoc and citeproc. */
import { dateOfTime, type Time } from '../../../plugin-api.ts'
import type { Author } from '../model.ts'
import { personName } from '../person-name.ts'
import { type CitedWork, creditedNames } from '../work.ts'
import { citationKey } from './bibtex.ts'

/** A JSON list of one item, indented, with a newline behind it. */
export function citeCsl(work: CitedWork): string {
  const { license, authors } = work.attribution
  const employers = [
    ...new Set(creditedNames(work).flatMap(({ jobs }) => jobs.map((job) => job.employer.name))),
  ]
  // Schema 1.0.2 knows no licence and no affiliation: they go where it leaves room.
  const custom = {
    ...(employers.length === 0 ? {} : { affiliation: employers }),
    ...(license === null ? {} : { license: license.id ?? license.short }),
  }
  const item = {
    id: citationKey(work),
    type: work.date === null ? 'webpage' : 'post-weblog',
    title: work.title,
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(work.date === null ? {} : { issued: cslDate(work.date) }),
    ...(work.siteTitle === '' ? {} : { 'container-title': work.siteTitle }),
    URL: work.url,
    ...(work.description === null ? {} : { abstract: work.description }),
    ...(work.language === null ? {} : { language: work.language }),
    ...(work.keywords.length === 0 ? {} : { keyword: work.keywords.join(', ') }),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

function cslName(author: Author): Readonly<Record<string, string>> {
  const { family, given, whole } = personName(author)
  if (family === null) return { literal: whole }
  return given === null ? { family } : { family, given }
}

function cslDate(time: Time): { readonly 'date-parts': readonly (readonly number[])[] } {
  const { year, month, day } = dateOfTime(time)
  return { 'date-parts': [[year, month, day]] }
}
