/** Sentences on rights: what a feed says, and what a licence does not cover. */
import { dateOfTime } from '../../plugin-api.ts'
import { creditText } from './credit-text.ts'
import type { Credit, Employer, License } from './model.ts'
import { type CitedWork, rightsHolders } from './work.ts'

/** `© 2021 Ada Lovelace. Licensed under CC BY 4.0: https://…`; null where there is nothing to say. */
export function rightsText(work: CitedWork): string | null {
  const { license } = work.attribution
  const holders = rightsHolders(work)
  const year = work.date === null ? '' : `${dateOfTime(work.date).year} `
  const parts: string[] = []
  if (holders.length > 0 && work.attribution.authors.length > 0) parts.push(`© ${year}${holders.join(', ')}.`)
  if (license !== null)
    parts.push(
      `Licensed under ${license.short}${license.url === null ? '.' : `: ${work.absolute(license.url)}`}`,
    )
  return parts.length === 0 ? null : parts.join(' ')
}

/** What the licence of a page does not cover: companies' logos, and others' works under other terms. */
export function exclusions(license: License, { attribution, credits }: CitedWork): readonly string[] {
  return [
    ...license.excludes,
    ...logosOf(attribution.employments.map((job) => job.employer)),
    ...othersUnder(license, credits),
  ]
}

export function logosOf(employers: readonly Employer[]): readonly string[] {
  const names = employers.filter((employer) => employer.logo !== null).map((employer) => employer.name)
  return names.length === 0 ? [] : [`the ${names.length === 1 ? 'logo' : 'logos'} of ${names.join(', ')}`]
}

export function othersUnder(license: License, credits: readonly Credit[]): readonly string[] {
  return credits
    .filter((credit) => credit.license === null || credit.license.name !== license.name)
    .map(creditText)
}
