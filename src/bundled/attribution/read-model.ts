/** Configuration and data of a site, read once into the model of its attribution. */
import { isHash, rubyToS, type Site, zoneFor } from '../../plugin-api.ts'
import { authorOf, authorsOf, nameOnly } from './authors.ts'
import { byAsset, creditsOf } from './credits.ts'
import { employersOf, employmentsAt } from './employers.ts'
import { textAt } from './fields.ts'
import { licenseOf } from './license.ts'
import type { Author, Employment, Model } from './model.ts'
import { optionsOf } from './options.ts'
import { below, ignore, type Report } from './problem.ts'

/**
 * The model of `site`. Never throws: what cannot be read is reported and left out.
 *
 * @param report takes faults of the configuration
 * @param ofCredits takes faults of `_data/credits`
 */
export function readModel(site: Site, report: Report = ignore, ofCredits: Report = ignore): Model {
  const config = site.config.data
  const options = optionsOf(config, report)
  const employers = employersOf(config, options.employerPages, report)
  const employments = employmentsAt(employers.values())
  const named = authorsOf(config, site.data, employers, report)
  const author = siteAuthor(site, named, employers, employments, report)
  const authors = new Map(named)
  if (author?.key != null) authors.set(author.key, author)
  const credits = creditsOf(isHash(site.data) ? site.data.get('credits') : null, ofCredits)
  const title = config.get('title') ?? config.get('name')
  return {
    options,
    employers,
    authors,
    author,
    employments,
    license: licenseOf(config.get('license'), report),
    disclaimer: textAt(config, 'disclaimer', report),
    credits,
    creditsByAsset: byAsset(credits),
    siteTitle: title === null || title === undefined ? '' : rubyToS(title).trim(),
    zone: zoneFor(site.config.timezone),
  }
}

/**
 * The site's author: `author`, or the only one in `authors`. The employers of the configuration are theirs unless they
 * name their own.
 */
function siteAuthor(
  site: Site,
  authors: ReadonlyMap<string, Author>,
  employers: Model['employers'],
  employments: readonly Employment[],
  report: Report,
): Author | null {
  const value = site.config.data.get('author')
  const inside = below(report, 'author')
  const withJobs = (author: Author | null, own: boolean): Author | null =>
    author === null || own ? author : { ...author, employments }
  if (isHash(value))
    return withJobs(authorOf(null, value, employers, inside), value.has('employers') || value.has('employer'))
  const configured = site.config.data.get('authors')
  const saysJobs = (key: string): boolean => {
    const fields = isHash(configured) ? configured.get(key) : undefined
    return isHash(fields) && (fields.has('employers') || fields.has('employer'))
  }
  if (typeof value === 'string' && value.trim() !== '') {
    const known = authors.get(value.trim())
    return known === undefined ? nameOnly(value.trim(), employments) : withJobs(known, saysJobs(value.trim()))
  }
  if (value !== null && value !== undefined && value !== false)
    inside({
      code: 'attribution/wrong-type',
      message: '`author` should be a name, a key of `authors` or a hash.',
      help: 'several authors go into `authors`, by key',
      at: [],
    })
  const only = isHash(configured) && configured.size === 1 ? [...authors.values()][0] : undefined
  return only === undefined ? null : withJobs(only, only.key !== null && saysJobs(only.key))
}
