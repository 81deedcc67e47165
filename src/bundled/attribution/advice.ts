/** Doubts about one document: nothing is wrong by itself, but somebody should look. */
import { type Renderable, rubyToS, type Site } from '../../plugin-api.ts'
import { pathsIn, sitePathOf } from './asset-paths.ts'
import { byAsset } from './credits.ts'
import { baseurlOf, creditsFor, decide, heldAt, timesOf, todayOf } from './decide.ts'
import type { Attribution, Model } from './model.ts'
import type { Report } from './problem.ts'

const PICTURES = ['.svg', '.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif'] as const

export function adviceOn(doc: Renderable, site: Site, model: Model, report: Report): void {
  const attribution = decide(doc, todayOf(site), model)
  if (doc.kind === 'document' && doc.collection === 'posts') jobAdvice(doc, site, model, attribution, report)
  const credits = creditsFor(doc, site, model)
  for (const credit of credits) {
    const text = attribution.license
    if (text?.derivatives !== false || credit.license?.shareAlike !== true) continue
    report({
      code: 'attribution/license-conflict',
      message: `The text is under ${text.short}, which allows no changed versions, but uses '${credit.asset ?? credit.title}' under ${credit.license.short}, which asks what it is used in to be shared alike.`,
      help: 'give the text a licence that allows changes, or use another file',
      at: [doc.data.has('license') ? 'license' : 'credits'],
    })
  }
  if (model.options.requireCredits) creditAdvice(doc, site, model, credits, report)
}

/** A post in a gap, or in two jobs at once, where it does not say whose work it is. */
function jobAdvice(
  doc: Renderable,
  site: Site,
  model: Model,
  attribution: Attribution,
  report: Report,
): void {
  const { authors, employments, explicit, worked } = attribution
  if (explicit || worked === null) return
  const when =
    rubyToS(worked.from) === rubyToS(worked.to)
      ? rubyToS(worked.from)
      : `${rubyToS(worked.from)} to ${rubyToS(worked.to)}`
  const at = [doc.data.has('worked') ? 'worked' : 'date']
  const jobs = authors.length === 0 ? model.employments : authors.flatMap((author) => author.employments)
  if (employments.length === 0 && jobs.length > 0)
    report({
      code: 'attribution/gap',
      message: `The post of ${when} falls into no time at any employer.`,
      help: 'write `employer: none`, name the employer, or fix the times in `employers`',
      at,
    })
  const times = timesOf(doc, todayOf(site))
  const people = authors.length === 0 ? [model.employments] : authors.map((author) => author.employments)
  for (const own of people) {
    const held = own.filter((job) => heldAt(job, times))
    if (held.length < 2) continue
    report({
      code: 'attribution/two-employers',
      message: `The post of ${when} falls into the times of ${held.map((job) => job.employer.name).join(' and ')}.`,
      help: `write \`employer: ${held[0]?.employer.key}\` for one of them, or \`employer: [${held.map((job) => job.employer.key).join(', ')}]\` for all`,
      at,
    })
  }
}

/** Pictures of the site in a text that nobody is named for. Logos of employers need no credit. */
function creditAdvice(
  doc: Renderable,
  site: Site,
  model: Model,
  own: ReturnType<typeof creditsFor>,
  report: Report,
): void {
  const base = baseurlOf(site)
  const credited = byAsset(own)
  const logos = new Set(
    [...model.employers.values()].flatMap(({ logo }) => (logo === null ? [] : [logo.light, logo.dark])),
  )
  const told = new Set<string>()
  for (const { path } of pathsIn(doc.body, PICTURES)) {
    if (/^(?:https?:)?\/\//i.test(path)) continue
    const asset = sitePathOf(path, base)
    if (told.has(asset) || credited.has(asset) || logos.has(asset)) continue
    told.add(asset)
    report({
      code: 'attribution/no-credit',
      message: `The picture '${asset}' has no credit.`,
      help: 'add it to `_data/credits.yml` or to `credits` of the page; your own pictures too, with your name',
      at: ['credits'],
    })
  }
}
