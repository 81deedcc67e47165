/**
 * Reads fixture files: many small cases in one text file, each a test named by its title.
 *
 *     === limit and offset after reversed
 *     -- template --
 *     {% for i in a reversed limit:2 %}{{ i }}{% endfor %}
 *     -- output --
 *     21
 *
 * A line `=== title` starts a case; a line `-- name --` starts a section of it (name: letters, digits, `_`, `.`,
 * `/`, `-` and single spaces between them, so paths serve as names). A section's text is everything between its marker line and the next
 * marker line of either kind (or the end of the file) without the one newline before that marker: `21` above, not
 * `21\n`. A text that ends with a newline is therefore followed by one empty line. An empty section is `''`.
 * Lines between a title and its first section are remarks, as are lines before the first title.
 * A text line that would read as a marker is written with a backslash before it (`\=== x`), which is dropped.
 *
 * Answers come from references (tools/ask/references.mjs), written by `npm run ask -- --record FILE`. A line
 * `references: bookworm stock` at the head of the file, or among the remarks of a case, says which were asked; without
 * one it was Debian's alone, and nothing is said of another. The first one's answers stand in the sections' own names;
 * `-- output stock --` is what another answers otherwise, `-- absent stock --` names sections that it has none of.
 */
import { readFileSync } from 'node:fs'
import { parseFile, referencesOf, sectionsUnder, textOf } from '../tools/ask/fixture-text.mjs'
import { compatOf } from '../tools/ask/references.mjs'

export interface Fixture {
  readonly title: string
  /** section name -> text */
  readonly sections: Readonly<Record<string, string>>
  /** line of the title in the file, from 1 */
  readonly line: number
  /** who was asked; the sections' own names are the first one's answers */
  readonly references: readonly string[]
}

/**
 * The cases of the file at `file` (a path or a `file:` URL, e.g. `new URL('./for.txt', import.meta.url)`).
 * Throws when a section stands before the first title, or a title or a section of one case is given twice.
 */
export function readFixtures(file: string | URL): Fixture[] {
  return parseFixtures(
    readFileSync(typeof file === 'string' && file.startsWith('file:') ? new URL(file) : file, 'utf8'),
    String(file),
  )
}

/** The cases in `text`; `name` is what errors call the file. */
export function parseFixtures(text: string, name = 'fixtures'): Fixture[] {
  const { head, cases } = parseFile(text, name)
  return cases.map(({ title, line, remarks, sections }) => ({
    title,
    line,
    references: referencesOf(remarks, head),
    sections: Object.fromEntries(sections.map((section) => [section.name, textOf(section)])),
  }))
}

/** A case as one reference answers it. */
export interface Answered {
  /** the case's title, with the reference where that is not Debian's */
  readonly title: string
  /** how Whirl is told to be the same Jekyll */
  readonly compat: string
  readonly sections: Readonly<Record<string, string>>
}

/** The cases of a file, each once for every reference that was asked of it. */
export function readAnswered(file: string | URL): Answered[] {
  return readFixtures(file).flatMap(({ title, sections, references }) =>
    references.map((reference) => ({
      title: reference === 'bookworm' ? title : `${title} (${reference})`,
      compat: compatOf(reference),
      sections: sectionsUnder(sections, reference, references),
    })),
  )
}
