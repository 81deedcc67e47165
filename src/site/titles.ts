/** What a document's file name tells: date, slug, title. */

interface NameParts {
  /** `2024-01-02`, as written; undefined when the name has no date */
  readonly date: string | undefined
  readonly slug: string
  /** with its dot; '' when none */
  readonly ext: string
}

const DATE = /^\d{2,4}-\d{1,2}-\d{1,2}(?=-)/

/** The parts of `name` (without directories); null when it has neither a date nor an extension. */
export function nameParts(name: string): NameParts | null {
  const dot = name.lastIndexOf('.')
  if (dot === -1 || dot === name.length - 1) return null
  const lead = DATE.exec(name)?.[0]
  const date = lead !== undefined && lead.length < dot ? lead : undefined
  return { date, slug: name.slice(date === undefined ? 0 : date.length + 1, dot), ext: name.slice(dot) }
}

/** `My old-post` for slug `my OLD-post`: words between hyphens, each with one capital. */
export function titleFromSlug(slug: string): string {
  const words = slug.split('-')
  // Ruby's `split` drops empty words at the end only.
  while (words.at(-1) === '') words.pop()
  return words.map(capitalize).join(' ')
}

/** What a document is called where it is headed, linked and cited: its title, or for a blank one that of its slug; '' without both. */
export function shownTitle(title: string, slug: string): string {
  return title.trim() === '' ? titleFromSlug(slug) : title
}

/** Ruby's `capitalize`: the first letter large, the others small. */
function capitalize(word: string): string {
  const first = word.codePointAt(0)
  if (first === undefined) return ''
  const letter = String.fromCodePoint(first)
  return letter.toUpperCase() + word.slice(letter.length).toLowerCase()
}
