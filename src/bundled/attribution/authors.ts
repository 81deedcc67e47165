/** Authors: `author` and `authors` in the configuration, `_data/authors`, and those written into a front matter. */
import { type Hash, isHash, listOf, rubyToS, slugify, type Value } from '../../plugin-api.ts'
import { ownEmployments, suggestion } from './employers.ts'
import { lineAt, textAt, urlAt, wrongType } from './fields.ts'
import type { Author, Employer, Employment, Profile } from './model.ts'
import { below, ignore, type Report } from './problem.ts'
import { profileOf, profilesOf } from './profiles.ts'

/** Keys that other plugins read as profiles: jekyll-seo-tag, minima. */
const LOOSE_PROFILES = ['github', 'mastodon', 'linkedin', 'twitter'] as const

/** An author as a hash says it; null when it has no name. */
export function authorOf(
  key: string | null,
  fields: Hash,
  employers: ReadonlyMap<string, Employer>,
  report: Report,
): Author | null {
  const email = textAt(fields, 'email', report)
  const name = lineAt(fields, 'name', report) ?? lineAt(fields, 'login', ignore) ?? key
  if (name === null) {
    report({
      code: 'attribution/nameless-author',
      message: 'An author has no name.',
      help: 'write `name: …` there',
      at: [],
    })
    return null
  }
  const own = fields.get('employers') ?? fields.get('employer')
  return {
    key,
    name,
    family: lineAt(fields, 'family', report),
    given: lineAt(fields, 'given', report),
    email: email !== null && /^[^\s@<>"]+@[^\s@<>"]+$/.test(email) ? email : null,
    url: urlAt(fields, fields.has('url') ? 'url' : 'uri', report),
    orcid: orcidOf(fields, report),
    profiles: withLoose(profilesOf(fields, report), fields),
    employments: own === undefined ? [] : ownEmployments(own, employers, report),
  }
}

function withLoose(profiles: readonly Profile[], fields: Hash): readonly Profile[] {
  const known = new Set(profiles.map((profile) => profile.name.toLowerCase()))
  const loose = LOOSE_PROFILES.flatMap((name) => {
    const value = fields.get(name)
    return typeof value === 'string' && !known.has(name) ? profileOf(name, value, null, ignore) : []
  })
  return loose.length === 0 ? profiles : [...profiles, ...loose]
}

/** Sixteen digits in four groups, the last perhaps X; its check digit must be right (ISO 7064). */
function orcidOf(fields: Hash, report: Report): string | null {
  const text = lineAt(fields, 'orcid', report)
  if (text === null) return null
  const match = /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])\/?$/i.exec(
    text,
  )
  const id = match === null ? '' : match.slice(1).join('-').toUpperCase()
  if (id !== '' && isChecked(id.replaceAll('-', ''))) return id
  report({
    code: 'attribution/bad-orcid',
    message: `'${text}' is not an ORCID.`,
    help: 'write its sixteen digits as on orcid.org: 0000-0002-1825-0097',
    at: ['orcid'],
  })
  return null
}

function isChecked(digits: string): boolean {
  let total = 0
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2
  const check = (12 - (total % 11)) % 11
  return (check === 10 ? 'X' : String(check)) === digits[15]
}

/** `authors` of the configuration over `_data/authors`, by key. */
export function authorsOf(
  config: Hash,
  data: Value,
  employers: ReadonlyMap<string, Employer>,
  report: Report,
): ReadonlyMap<string, Author> {
  const authors = new Map<string, Author>()
  const add = (value: Value, at: Report): void => {
    if (value === null || value === undefined) return
    if (!isHash(value)) {
      at({ ...wrongType('authors', 'a hash of keys and authors', value), at: [] })
      return
    }
    for (const [name, fields] of value) {
      const key = rubyToS(name)
      if (authors.has(key)) continue
      const inside = below(at, key)
      if (!isHash(fields) && typeof fields !== 'string') {
        inside({ ...wrongType(key, 'a hash with `name` and so on', fields), at: [] })
        continue
      }
      const made = authorOf(key, isHash(fields) ? fields : new Map([['name', fields]]), employers, inside)
      if (made !== null) authors.set(key, made)
    }
  }
  add(config.get('authors'), below(report, 'authors'))
  add(isHash(data) ? data.get('authors') : null, ignore)
  return authors
}

/** What a page or the configuration says of its authors, resolved. */
interface AuthorSources {
  readonly authors: ReadonlyMap<string, Author>
  readonly employers: ReadonlyMap<string, Employer>
  /** the site's own author, whose employments are those of the site */
  readonly own: Author | null
}

/**
 * The authors `value` names: a key, a name, a hash, or a list of these. A name that is not a key is an author without
 * employers, unless it is the site's author's.
 */
export function namedAuthors(value: Value, sources: AuthorSources, report: Report): readonly Author[] {
  const found: Author[] = []
  for (const [index, item] of listOf(value).entries()) {
    const at = Array.isArray(value) ? below(report, index) : report
    const author = isHash(item) ? inPlace(item, sources, at) : byName(item, sources, at)
    if (author !== null && !found.some((each) => each.name === author.name)) found.push(author)
  }
  return found
}

function inPlace(fields: Hash, sources: AuthorSources, report: Report): Author | null {
  const key = fields.get('key')
  const known = typeof key === 'string' ? sources.authors.get(key) : undefined
  const made = authorOf(known?.key ?? null, fields, sources.employers, report)
  const same = known ?? (made === null ? null : ownOf(made.name, sources))
  if (made === null || same === null) return made
  const jobs = fields.has('employers') || fields.has('employer') ? made.employments : same.employments
  return {
    ...made,
    url: made.url ?? same.url,
    email: made.email ?? same.email,
    orcid: made.orcid ?? same.orcid,
    profiles: made.profiles.length > 0 ? made.profiles : same.profiles,
    employments: jobs,
  }
}

function byName(value: Value, sources: AuthorSources, report: Report): Author | null {
  if (value === null || value === undefined || value === false || value === '') return null
  if (Array.isArray(value)) {
    report({ ...wrongType('author', 'a key, a name or a hash', value), at: [] })
    return null
  }
  const name = rubyToS(value).trim().replace(/\s+/g, ' ')
  const known = sources.authors.get(name) ?? byFullName(name, sources)
  if (known !== undefined) return known
  if (sources.authors.size > 0 && !name.includes(' '))
    report({
      code: 'attribution/unknown-author',
      message: `There is no author '${name}'.`,
      help: suggestion(
        name,
        [...sources.authors.keys()],
        'add the key to `authors`, or write the whole name',
      ),
      at: [],
    })
  return nameOnly(name, [])
}

function byFullName(name: string, { authors, own }: AuthorSources): Author | undefined {
  const wanted = slugify(name)
  if (own !== null && (slugify(own.name) === wanted || own.key === name)) return own
  for (const author of authors.values()) if (slugify(author.name) === wanted) return author
  return undefined
}

function ownOf(name: string, { own }: AuthorSources): Author | null {
  return own !== null && slugify(own.name) === slugify(name) ? own : null
}

/** An author of whom nothing but the name is known. */
export function nameOnly(name: string, employments: readonly Employment[]): Author {
  return {
    key: null,
    name,
    family: null,
    given: null,
    email: null,
    url: null,
    orcid: null,
    profiles: [],
    employments,
  }
}
