/** A work as an entry of BibTeX. */
import { dateOfTime } from '../../../plugin-api.ts'
import { personName } from '../person-name.ts'
import { type CitedWork, creditedNames } from '../work.ts'
import { latexText } from './latex.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const

/** `@misc{lovelace2021notes, …}` with a newline behind it. A front matter's `bibtex: key` sets the key, an entry the whole. */
export function citeBibtex(work: CitedWork): string {
  const own = work.doc.data.get('bibtex')
  if (typeof own === 'string' && own.trim().startsWith('@')) return `${own.trim()}\n`
  const { authors, license } = work.attribution
  const { say, list } = work.tongue
  const rows: (readonly [string, string])[] = []
  const add = (name: string, value: string): void => {
    if (value !== '') rows.push([name, `{${value}}`])
  }
  add('author', authors.map((author) => nameText(personName(author))).join(' and '))
  add('title', `{${latexText(work.title)}}`)
  // What published it: readers of BibTeX take either field for that, and the employer has no part in it.
  add('howpublished', latexText(work.siteTitle))
  add('organization', latexText(work.siteTitle))
  if (work.date !== null) {
    const { year, month, day } = dateOfTime(work.date)
    add('year', String(year))
    rows.push(['month', MONTHS[month - 1] ?? 'jan'])
    add('day', String(day))
  }
  const companies = [
    ...new Set(creditedNames(work).flatMap(({ jobs }) => jobs.map((job) => job.employer.name))),
  ]
  add('url', urlText(work.url))
  add('language', work.language ?? '')
  const employed = companies.length === 0 ? '' : say('work_at', list(companies))
  const licensed = license === null ? '' : say('licensed', license.short)
  add('note', latexText([employed, licensed].filter((each) => each !== '').join(' ')))
  const width = Math.max(...rows.map(([name]) => name.length))
  const body = rows.map(([name, value]) => `  ${name.padEnd(width)} = ${value},\n`).join('')
  return `@misc{${citationKey(work)},\n${body}}\n`
}

/** `Lovelace, Ada`; a name in one piece is braced, so that BibTeX takes no part of it for a family name. */
function nameText({ family, given, whole }: ReturnType<typeof personName>): string {
  const safe = (text: string): string => {
    const written = latexText(text)
    return /(?:^| )and(?: |$)|,/i.test(written) ? `{${written}}` : written
  }
  if (family === null) return `{${latexText(whole)}}`
  return given === null ? `{${latexText(family)}}` : `${safe(family)}, ${safe(given)}`
}

/** A URL without the characters that would end the field. */
function urlText(url: string): string {
  return url.replace(/[{}\\\s"]/g, (char) => encodeURIComponent(char))
}

/** `lovelace2021notes`: family name, year, first long word of the title; ASCII letters and digits. */
export function citationKey(work: CitedWork): string {
  const own = work.doc.data.get('bibtex')
  if (typeof own === 'string' && /^[\w:.+/-]+$/.test(own.trim())) return own.trim()
  const ascii = (text: string): string =>
    text
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z\d ]/g, '')
  const [author] = work.attribution.authors
  const name = author === undefined ? work.siteTitle : (personName(author).family ?? author.name)
  const year = work.date === null ? '' : String(dateOfTime(work.date).year)
  const words = ascii(work.title).split(' ')
  const word = words.find((each) => each.length > 3) ?? words.find((each) => each !== '') ?? ''
  return `${ascii(name).replaceAll(' ', '')}${year}${word}` || 'page'
}
