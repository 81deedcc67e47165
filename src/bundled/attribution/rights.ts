/** Sentences on rights: what a feed says, and what a licence does not cover. */
import { dateOfTime, type Say } from '../../plugin-api.ts'
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
      `${work.tongue.say('licensed', license.short)}${license.url === null ? '.' : `: ${work.absolute(license.url)}`}`,
    )
  return parts.length === 0 ? null : parts.join(' ')
}

/** What the licence of a page does not cover: companies' logos, and others' works under other terms. */
export function exclusions(license: License, { attribution, credits, tongue }: CitedWork): readonly string[] {
  return [
    ...license.excludes,
    ...logosOf(
      attribution.employments.map((job) => job.employer),
      tongue.say,
    ),
    ...othersUnder(license, credits, tongue.say),
  ]
}

export function logosOf(employers: readonly Employer[], say: Say): readonly string[] {
  const names = employers.filter((employer) => employer.logo !== null).map((employer) => employer.name)
  return names.length === 0 ? [] : [say('logos_of', names.length, names.join(', '))]
}

export function othersUnder(license: License, credits: readonly Credit[], say: Say): readonly string[] {
  return credits
    .filter((credit) => credit.license === null || credit.license.name !== license.name)
    .map((credit) => creditText(credit, say))
}
