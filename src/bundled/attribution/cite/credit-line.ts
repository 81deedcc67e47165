/** The line that names author, company, date and licence: one order of parts for all its forms. */
import { dateOfTime, rubyToS } from '../../../plugin-api.ts'
import { type CitedWork, creditedNames } from '../work.ts'

/** How a form writes the parts. */
interface CreditStyle {
  title(text: string, url: string): string
  link(text: string, url: string | null, rel: string): string
  plain(text: string): string
  /** the licence with its address */
  license(short: string, url: string | null): string
  /** an address that is not behind the title */
  address(url: string): string
}

/** `“Title” by Ada Lovelace (Acme Networks), 2021-03-04, https://…, licensed under CC BY 4.0 (https://…)`. */
export function creditLine(work: CitedWork, style: CreditStyle): string {
  const { license } = work.attribution
  const { say, list } = work.tongue
  const names = creditedNames(work).map(({ author, jobs }) => {
    const companies = jobs.map(({ employer }) => style.link(employer.name, employer.url, ''))
    if (author === null) return list(companies)
    const name = style.link(author.name, author.url === null ? null : work.absolute(author.url), 'author')
    return companies.length === 0 ? name : `${name} (${list(companies)})`
  })
  const title = style.title(work.title, work.url)
  const parts = [names.length === 0 ? title : say('credit_by', title, list(names))]
  if (work.date !== null) parts.push(style.plain(rubyToS(dateOfTime(work.date))))
  const address = style.address(work.url)
  if (address !== '') parts.push(address)
  if (license !== null) parts.push(say('under_license', style.license(license.short, license.url)))
  return parts.join(', ')
}
