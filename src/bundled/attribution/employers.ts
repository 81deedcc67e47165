/** `employers:` in the configuration: who was worked for, and when. */
import { type Hash, isHash, isList, nearest, rubyToS, slugify, type Value } from '../../plugin-api.ts'
import { lineAt, textAt, urlAt, wrongType } from './fields.ts'
import { logoOf } from './logo.ts'
import type { Employer, Employment, PageOption } from './model.ts'
import { below, type Report } from './problem.ts'
import { profilesOf } from './profiles.ts'
import { order, spanList, spansOf } from './spans.ts'

/** The employers by key, in the order they are written. What is not a hash is reported and left out. */
export function employersOf(config: Hash, pages: PageOption, report: Report): ReadonlyMap<string, Employer> {
  const employers = new Map<string, Employer>()
  const value = config.get('employers')
  if (value === null || value === undefined || value === false) return employers
  if (!isHash(value)) {
    report(wrongType('employers', 'a hash of keys and companies', value))
    return employers
  }
  const paths = new Set<string>()
  for (const [name, fields] of value) {
    const key = rubyToS(name)
    const inside = below(report, 'employers', key)
    if (isHash(fields)) employers.set(key, employerOf(key, fields, pagePath(key, pages, paths), inside))
    else if (typeof fields === 'string')
      employers.set(key, employerOf(key, new Map([['name', fields]]), pagePath(key, pages, paths), inside))
    else inside({ ...wrongType(key, 'a hash with `name`, `url`, `from` and so on', fields), at: [] })
  }
  return employers
}

function employerOf(key: string, fields: Hash, pageUrl: string | null, report: Report): Employer {
  const name = lineAt(fields, 'name', report) ?? key
  return {
    key,
    name,
    url: urlAt(fields, 'url', report),
    logo: logoOf(fields.get('logo'), name, report),
    blog: urlAt(fields, 'blog', report),
    profiles: profilesOf(fields, report),
    text: textAt(fields, 'text', report),
    role: lineAt(fields, 'role', report),
    spans: spansOf(fields, report),
    pageUrl,
  }
}

/** Where the page of an employer goes; two keys with one slug are told apart by a number. */
function pagePath(key: string, { permalink }: PageOption, taken: Set<string>): string | null {
  if (permalink === null) return null
  const slug = slugify(key, 'latin') || 'employer'
  for (let n = 1; ; n++) {
    const path = permalink.replaceAll(':key', () => (n === 1 ? slug : `${slug}-${n}`))
    if (!permalink.includes(':key') && n > 1) return null
    if (taken.has(path)) continue
    taken.add(path)
    return path
  }
}

/** Jobs at `employers` with the times written there. */
export function employmentsAt(employers: Iterable<Employer>): readonly Employment[] {
  return [...employers].map((employer) => ({ employer, role: employer.role, spans: employer.spans }))
}

/**
 * `employers` of an author: keys, or a hash of keys with the author's own times (`from`, `to`, `role`, a list of
 * these). Keys that are in no configuration are reported and left out.
 */
export function ownEmployments(
  value: Value,
  employers: ReadonlyMap<string, Employer>,
  report: Report,
): readonly Employment[] {
  const inside = below(report, 'employers')
  const entries: (readonly [Value, Value, Report])[] = isHash(value)
    ? [...value].map(([key, fields]) => [key, fields, below(inside, rubyToS(key))] as const)
    : (isList(value) ? value : [value]).map((key, index) => [key, null, below(inside, index)])
  return entries.flatMap(([key, fields, at]) => {
    if (key === null || key === undefined || key === false || key === 'none') return []
    if (isHash(key) || Array.isArray(key)) {
      at({ ...wrongType('employers', 'a list of keys', key), at: [] })
      return []
    }
    const employer = employerNamed(rubyToS(key), employers)
    if (employer === undefined) {
      at(unknownEmployer(rubyToS(key), employers))
      return []
    }
    return [employmentOf(employer, fields, at)]
  })
}

function employmentOf(employer: Employer, fields: Value, report: Report): Employment {
  const { role, spans } = employer
  if (fields === null || fields === undefined || fields === true) return { employer, role, spans }
  if (Array.isArray(fields)) return { employer, role, spans: spanList(fields, report) }
  if (!isHash(fields)) {
    report({ ...wrongType(employer.key, 'a hash with `from`, `to` and `role`', fields), at: [] })
    return { employer, role, spans }
  }
  const own = spansOf(fields, report)
  return { employer, role: lineAt(fields, 'role', report) ?? role, spans: own.length > 0 ? own : spans }
}

/** The employer of that key; else the one whose key or name is the same but for case and punctuation. */
export function employerNamed(name: string, employers: ReadonlyMap<string, Employer>): Employer | undefined {
  const exact = employers.get(name)
  if (exact !== undefined) return exact
  const wanted = slugify(name)
  if (wanted === '') return undefined
  for (const employer of employers.values())
    if (slugify(employer.key) === wanted || slugify(employer.name) === wanted) return employer
  return undefined
}

/** The fault of a key that no employer has. */
export function unknownEmployer(
  name: string,
  employers: ReadonlyMap<string, Employer>,
): Parameters<Report>[0] {
  return {
    code: 'attribution/unknown-employer',
    message: `There is no employer '${name}'.`,
    help: suggestion(name, [...employers.keys()], 'add it to `employers` in the configuration'),
    at: [],
  }
}

/** `did you mean 'x'?` where something is near, else the keys there are, else `otherwise`. */
export function suggestion(word: string, known: readonly string[], otherwise: string): string {
  const near = nearest(word, known)
  if (near !== undefined) return `did you mean '${near}'?`
  return known.length > 0 && known.length <= 20 ? `${otherwise}; there are ${known.join(', ')}` : otherwise
}

/** Newest first: by the last day, then by the first. Jobs without times come first, as if they were today's. */
export function newestFirst(a: Employment, b: Employment): number {
  return order(lastDay(b), lastDay(a)) || order(lastStart(b), lastStart(a))
}

function lastDay({ spans }: Employment): number {
  return spans.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...spans.map((span) => span.end))
}

function lastStart({ spans }: Employment): number {
  return Math.max(...spans.map((span) => span.start), Number.NEGATIVE_INFINITY)
}
