/**
 * Whose work a document is: its authors, those who employed them then, its licence.
 *
 * An employer the page names wins. Otherwise the employers are those of the authors at the time of the work: `worked`,
 * or the calendar day of the page's date as the page shows it. Two jobs at once give two employers, a gap gives none.
 */
import {
  type CalendarDate,
  dateOfTime,
  isUndated,
  listOf,
  type Renderable,
  rubyToS,
  type Site,
  Time,
  timeOfDate,
  type Value,
} from '../../plugin-api.ts'
import { endingOf, pathsIn, sitePathOf } from './asset-paths.ts'
import { namedAuthors } from './authors.ts'
import { creditsOf } from './credits.ts'
import { dayRangeOf } from './date-range.ts'
import { employerNamed, newestFirst, unknownEmployer } from './employers.ts'
import { wrongType } from './fields.ts'
import { licenseOf } from './license.ts'
import type { Attribution, Author, Credit, Employment, Model, Worked } from './model.ts'
import { below, ignore, type Report } from './problem.ts'
import { holds, workedBetween } from './spans.ts'
import { wholeTime, workedTimes } from './worked.ts'

/** Values of `employer` that mean nobody. */
const NOBODY: ReadonlySet<Value> = new Set<Value>(['none', 'None', 'nobody', 'private', false])

/** The attribution of `doc`. What its front matter has wrong goes to `report`. */
export function decide(doc: Renderable, today: Today, model: Model, report: Report = ignore): Attribution {
  const times = timesOf(doc, today, report)
  const authors = authorsFor(doc, model, report)
  const explicit = explicitEmployments(doc, model, authors, report)
  const own = doc.data.get('license')
  return {
    authors,
    employments: explicit ?? derived(authors, model, times),
    explicit: explicit !== undefined,
    worked: wholeTime(times),
    license: own === undefined || own === null ? model.license : licenseOf(own, report),
  }
}

/** The employers of `doc` alone: what lists of posts by employer need. */
export function employmentsFor(doc: Renderable, today: Today, model: Model): readonly Employment[] {
  const authors = authorsFor(doc, model, ignore)
  return explicitEmployments(doc, model, authors, ignore) ?? derived(authors, model, timesOf(doc, today))
}

/** The day of the build, asked for where it counts. */
type Today = () => CalendarDate

/** The day of the build of `site`. */
export function todayOf(site: Site): Today {
  return () => dateOfTime(site.time)
}

/** When the work was done; none for a page without a date. */
export function timesOf(doc: Renderable, today: Today, report: Report = ignore): readonly Worked[] {
  const written = doc.data.get('worked')
  if (written !== undefined && written !== null) {
    const day = today()
    const times = workedTimes(written, workedBetween(day, day), report)
    if (times.length > 0) return times
  }
  const day = dayFor(doc)
  return day === undefined ? [] : [workedBetween(day, day)]
}

/**
 * The date of a post, or one that another page or document has in its front matter: a time, or a day. Jekyll gives
 * documents without a date that of the build, which says nothing of when they were written.
 */
function dateFor(doc: Renderable): Time | CalendarDate | undefined {
  if (doc.kind === 'document') {
    return doc.collection !== 'posts' && isUndated(doc) ? undefined : doc.date
  }
  const date = doc.data.get('date')
  return date instanceof Time ? date : dayRangeOf(date)?.first
}

function dayFor(doc: Renderable): CalendarDate | undefined {
  const date = dateFor(doc)
  return date instanceof Time ? dateOfTime(date) : date
}

/** When that was; a day begins at midnight. */
export function timeFor(doc: Renderable, { zone }: Model): Time | undefined {
  const date = dateFor(doc)
  return date instanceof Time || date === undefined ? date : timeOfDate(date, zone)
}

const NOBODY_KNOWN: readonly Author[] = []

function authorsFor(doc: Renderable, model: Model, report: Report): readonly Author[] {
  const key = doc.data.get('author') === undefined || doc.data.get('author') === null ? 'authors' : 'author'
  const value = doc.data.get(key)
  const fallback = model.author === null ? NOBODY_KNOWN : [model.author]
  if (value === undefined || value === null) return fallback
  const sources = { authors: model.authors, employers: model.employers, own: model.author }
  const found = namedAuthors(value, sources, below(report, key))
  return found.length > 0 ? found : fallback
}

/** What `employer` in the front matter says; undefined when it says nothing. */
function explicitEmployments(
  doc: Renderable,
  model: Model,
  authors: readonly Author[],
  report: Report,
): readonly Employment[] | undefined {
  const value = doc.data.get('employer')
  if (value === undefined || value === null || value === '') return undefined
  // A site with no employers has its own use for the key.
  if (model.employers.size === 0) return undefined
  const items = listOf(value)
  const found: Employment[] = []
  let known = items.length === 0
  for (const [index, item] of items.entries()) {
    const at = Array.isArray(value) ? below(report, 'employer', index) : below(report, 'employer')
    if (NOBODY.has(item)) {
      known = true
      continue
    }
    if (typeof item !== 'string' && typeof item !== 'number') {
      at({ ...wrongType('employer', 'a key of `employers`, a list of keys, or `none`', item), at: [] })
      continue
    }
    const employer = employerNamed(rubyToS(item), model.employers)
    if (employer === undefined) {
      at(unknownEmployer(rubyToS(item), model.employers))
      continue
    }
    known = true
    if (found.some((job) => job.employer === employer)) continue
    found.push(
      jobsOf(authors, model).find((job) => job.employer === employer) ?? {
        employer,
        role: employer.role,
        spans: employer.spans,
      },
    )
  }
  return known ? found : undefined
}

/** All jobs of the authors; of nobody in particular, those of the site. */
function jobsOf(authors: readonly Author[], model: Model): readonly Employment[] {
  const [first] = authors
  if (first === undefined) return model.employments
  return authors.length === 1 ? first.employments : authors.flatMap((author) => author.employments)
}

function derived(authors: readonly Author[], model: Model, times: readonly Worked[]): readonly Employment[] {
  if (times.length === 0) return NOWHERE
  let found: Employment[] | undefined
  for (const job of jobsOf(authors, model)) {
    if (!heldAt(job, times) || found?.some((each) => each.employer === job.employer)) continue
    if (found === undefined) found = [job]
    else found.push(job)
  }
  if (found === undefined) return NOWHERE
  return found.length < 2 || authors.length > 1 ? found : found.sort(newestFirst)
}

const NOWHERE: readonly Employment[] = []

/** Whether the job and the work share a day. A job without times is held always. */
export function heldAt({ spans }: Employment, times: readonly Worked[]): boolean {
  if (spans.length === 0) return true
  for (const span of spans) for (const worked of times) if (holds(span, worked)) return true
  return false
}

/** Credits of the front matter, then those of `_data/credits` for what the page's text or picture names. */
export function creditsFor(
  doc: Renderable,
  site: Site,
  model: Model,
  report: Report = ignore,
): readonly Credit[] {
  const own = creditsOf(doc.data.get('credits'), below(report, 'credits'))
  if (model.creditsByAsset.size === 0) return own
  const base = baseurlOf(site)
  const endings = new Set([...model.creditsByAsset.keys()].map(endingOf))
  const found = new Set<Credit>()
  for (const { path } of pathsIn(`${doc.body}\n${pictureOf(doc) ?? ''}`, endings)) {
    const credit = model.creditsByAsset.get(sitePathOf(path, base))
    if (credit !== undefined) found.add(credit)
  }
  const taken = new Set(own.map((credit) => credit.asset))
  return [...own, ...[...found].filter((credit) => !taken.has(credit.asset))]
}

/** The site's `baseurl`, without a slash behind it. */
export function baseurlOf(site: Site): string {
  const baseurl = site.config.data.get('baseurl')
  return typeof baseurl === 'string' ? baseurl.replace(/\/$/, '') : ''
}

/** The path or address of a page's picture: `image`, or its `path`. */
export function pictureOf(doc: Renderable): string | null {
  const image = doc.data.get('image')
  const path = image instanceof Map ? (image as ReadonlyMap<Value, Value>).get('path') : image
  return typeof path === 'string' && path !== '' ? path : null
}
