/** Addresses of Hugo's pages by the patterns under `permalinks`, as `hugo list all` of 0.111 prints them. */
import { CalendarDate, isHash, strftime, type Value } from '../base/index.ts'

/** A page as patterns see it. */
interface HugoPage {
  /** `2024-03-05…`, where it has a date */
  readonly date: string | undefined
  /** the folders it is in that are sections: the first below `content`, others where they have an `_index.md` */
  readonly sections: readonly string[]
  readonly title: string
  /** '' where front matter has none */
  readonly slug: string
  /** the file's without its ending, the folder's of an `index.md` */
  readonly name: string
}

/** The patterns for pages, by section: `permalinks` has them itself, or under `page`. */
export function permalinksOf(permalinks: Value): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!isHash(permalinks)) return found
  for (const [section, pattern] of [...permalinks, ...pagesIn(permalinks.get('page') ?? null)])
    if (typeof section === 'string' && typeof pattern === 'string') found.set(section, pattern)
  return found
}

function pagesIn(value: Value): Iterable<readonly [Value, Value]> {
  return isHash(value) ? value : []
}

/** The address of `page` by `pattern`; undefined where it has a word that is not known here. */
export function hugoAddress(pattern: string, page: HugoPage): string | undefined {
  let complete = true
  const address = pattern.replace(
    /:(\w+)(?:\[([\w:]*)\])?/g,
    (_, word: string, slice: string | undefined) => {
      const value =
        word === 'sections' ? sliced(page.sections, slice).map(urlized).join('/') : part(word, page)
      if (value === undefined) complete = false
      return value ?? ''
    },
  )
  return complete ? `/${address}/`.replace(/\/{2,}/g, '/') : undefined
}

function part(word: string, page: HugoPage): string | undefined {
  const { title, slug, name } = page
  switch (word) {
    case 'section':
      return urlized(page.sections[0] ?? '')
    case 'title':
      return urlized(title)
    case 'slug':
      return urlized(slug || title || name)
    case 'filename':
    case 'contentbasename':
      return urlized(name)
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return urlized(slug || name)
    default:
      return page.date === undefined ? undefined : partOfDate(word, page.date)
  }
}

/** Hugo's words for parts of dates, and those of Go's layouts, as Ruby's `strftime` has them. */
const DATE_PARTS: Readonly<Record<string, string>> = {
  year: '%Y',
  month: '%m',
  monthname: '%B',
  day: '%d',
  weekday: '%w',
  weekdayname: '%A',
  yearday: '%-j',
  '2006': '%Y',
  '06': '%y',
  '01': '%m',
  '1': '%-m',
  January: '%B',
  Jan: '%b',
  '02': '%d',
  '2': '%-d',
}

function partOfDate(word: string, date: string): string | undefined {
  const format = Object.hasOwn(DATE_PARTS, word) ? DATE_PARTS[word] : undefined
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number)
  return format === undefined ? undefined : strftime(new CalendarDate(year, month, day), format).toLowerCase()
}

/** Hugo's slices: `[1:]`, `[:last]`, `[last]`, `[1:2]`; none is the whole. */
function sliced(sections: readonly string[], slice: string | undefined): readonly string[] {
  if (slice === undefined) return sections
  const at = (bound: string): number => (bound === 'last' ? sections.length - 1 : Number(bound))
  const [from = '', to] = slice.split(':')
  if (to === undefined) return sections.slice(at(from), at(from) + 1)
  return sections.slice(from === '' ? 0 : at(from), to === '' ? sections.length : at(to))
}

/** What Hugo makes of a title or a name in an address: letters, digits and a few signs stay, blanks are a hyphen where there is none yet. */
export function urlized(text: string): string {
  let out = ''
  let waits = false
  for (const letter of text.trim()) {
    if (/[\p{L}\p{N}\p{M}./\\_#~@+-]/u.test(letter)) {
      if (waits && letter !== '-') out += '-'
      waits = false
      out += letter
    } else if (/\s/.test(letter)) waits = out !== '' && !out.endsWith('-')
  }
  // A plus is a blank in its turn.
  return out
    .replace(/\++/g, (plus, at: number) => (out[at - 1] === '-' || out[at + plus.length] === '-' ? '' : '-'))
    .toLowerCase()
}
