/** `site.attribution`: authors, employers with their posts, the timeline, licence and credits of the whole site. */
import { authorDrop } from './author-drop.ts'
import { CreditLookup } from './credit-lookup.ts'
import { employerDrop, isCurrent, timeline } from './employer-drop.ts'
import { newestFirst } from './employers.ts'
import { LazyDrop } from './lazy-drop.ts'
import { creditDrop, licenseDrop } from './license-drop.ts'
import type { Employment } from './model.ts'
import { logosOf, othersUnder } from './rights.ts'
import type { Shelf } from './shelf.ts'

export function siteDrop(shelf: Shelf): LazyDrop {
  const { model } = shelf
  const tongue = shelf.tongue(null)
  const jobs = [...(model.author?.employments ?? [])]
  for (const job of model.employments) if (!jobs.some((own) => own.employer === job.employer)) jobs.push(job)
  jobs.sort(newestFirst)
  const drops = (some: readonly Employment[]): readonly LazyDrop[] =>
    some.map((job) => employerDrop(job, null, shelf))
  const own = model.author?.employments ?? model.employments
  const everybody = [
    ...new Set([...(model.author === null ? [] : [model.author]), ...model.authors.values()]),
  ]
  const fields = {
    authors: () => everybody.map((author) => authorDrop(author, author.employments, null, shelf)),
    author: () =>
      model.author === null ? null : authorDrop(model.author, model.author.employments, null, shelf),
    employers: () => drops(jobs),
    timeline: () => timeline(own, shelf),
    current_employers: () => drops([...own].sort(newestFirst).filter((job) => isCurrent(job, shelf))),
    license: () => {
      const { license } = model
      if (license === null) return null
      const excludes = (): readonly string[] => [
        ...license.excludes,
        ...logosOf([...model.employers.values()], tongue.say),
        ...othersUnder(license, shelf.allCredits(), tongue.say),
      ]
      return licenseDrop(license, excludes, tongue, shelf)
    },
    credits: () => shelf.allCredits().map((credit) => creditDrop(credit, tongue, shelf)),
    credit_for: () => new CreditLookup(shelf.allCredits(), tongue, shelf),
    disclaimer: () => (model.disclaimer === null ? null : shelf.html(model.disclaimer)),
    employers_url: shelf.employersUrl,
    credits_url: shelf.creditsUrl,
    citation_url: () => model.options.citationFile,
  }
  return new LazyDrop(fields, () => model.siteTitle)
}
