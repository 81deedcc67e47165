/** What a document's file name tells: date, slug, title. */

interface NameParts {
  /** `2024-01-02`, as written; undefined when the name has no date */
  readonly date: string | undefined
  readonly slug: string
  /** with its dot; '' when none */
  readonly ext: string
}

const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$/s
const PLAIN = /^(.*)(\.[^.]+)$/s

/** The parts of `name` (without directories); null when it has neither a date nor an extension. */
export function nameParts(name: string): NameParts | null {
  const dated = DATED.exec(name)
  if (dated !== null) return { date: dated[1], slug: dated[2] ?? '', ext: dated[3] ?? '' }
  const plain = PLAIN.exec(name)
  return plain === null ? null : { date: undefined, slug: plain[1] ?? '', ext: plain[2] ?? '' }
}

/** `My old-post` for slug `my OLD-post`: words between hyphens, each with one capital. */
export function titleFromSlug(slug: string): string {
  return slug.split('-').filter(trailing).map(capitalize).join(' ')
}

/** Ruby's `split` drops empty words at the end only. */
function trailing(_word: string, index: number, words: readonly string[]): boolean {
  return words.slice(index).some((word) => word !== '')
}

/** Ruby's `capitalize`: the first letter large, the others small. */
function capitalize(word: string): string {
  const first = word.codePointAt(0)
  if (first === undefined) return ''
  const letter = String.fromCodePoint(first)
  return letter.toUpperCase() + word.slice(letter.length).toLowerCase()
}
