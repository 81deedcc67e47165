/** What the placeholders of a document's permalink stand for. */
import { compileStrftime, fields, slugify, type Time, type TimeFields, yearText } from '../base/index.ts'
import type { JekyllRules } from './jekyll-rules.ts'

/** What a document's URL is made of. */
interface UrlParts {
  readonly collection: string
  /** path in the collection without extension: `/sub/name` */
  readonly path: string
  readonly basename: string
  readonly outputExt: string
  /** front matter's or the file name's */
  readonly slug: string | undefined
  readonly categories: readonly string[]
  readonly date: Time
}

const DATE_FORMATS: Readonly<Record<string, (time: Time) => string>> = Object.fromEntries(
  Object.entries({
    hour: '%H',
    minute: '%M',
    second: '%S',
    i_day: '%-d',
    i_month: '%-m',
    short_month: '%b',
    long_month: '%B',
    short_year: '%y',
    y_day: '%j',
    week: '%V',
    w_year: '%G',
    w_day: '%u',
    short_day: '%a',
    long_day: '%A',
  }).map(([name, format]) => [name, compileStrftime(format)]),
)

/**
 * What gives the text of each placeholder, unescaped, and undefined for a name that is none. `:title` keeps case and
 * most punctuation, `:slug` and `:name` are plain slugs; `:categories` are in small letters with their spaces.
 */
export function placeholders(
  parts: UrlParts,
  { slugsKeepMarks: marks }: Pick<JekyllRules, 'slugsKeepMarks'>,
): (name: string) => string | undefined {
  let day: TimeFields | undefined
  return (name) => {
    if (name !== 'year' && name !== 'month' && name !== 'day') return placeholder(parts, name, marks)
    day ??= fields(parts.date)
    return name === 'year' ? yearText(day.year) : String(day[name]).padStart(2, '0')
  }
}

function placeholder(parts: UrlParts, name: string, marks: boolean): string | undefined {
  const format = Object.hasOwn(DATE_FORMATS, name) ? DATE_FORMATS[name] : undefined
  if (format !== undefined) return format(parts.date)
  switch (name) {
    case 'collection':
      return parts.collection
    case 'path':
      return parts.path
    case 'output_ext':
      return parts.outputExt
    case 'name':
      return slugify(parts.basename, 'default', { marks })
    case 'title':
      return slugify(parts.slug ?? parts.basename, 'pretty', { cased: true, marks })
    case 'slug':
      return slugify(parts.slug ?? parts.basename, 'default', { marks })
    case 'categories':
      return unique(parts.categories.map((category) => category.toLowerCase())).join('/')
    case 'slugified_categories':
      return unique(parts.categories.map((category) => slugify(category, 'default', { marks }))).join('/')
    default:
      return undefined
  }
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}
