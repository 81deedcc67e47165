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
 */
import { readFileSync } from 'node:fs'

export interface Fixture {
  readonly title: string
  /** section name -> text */
  readonly sections: Readonly<Record<string, string>>
  /** line of the title in the file, from 1 */
  readonly line: number
}

const TITLE = /^=== (.*)$/
const SECTION = /^-- ([\w.][\w./-]*(?: [\w./-]+)*) --$/
const ESCAPED = /^\\+(?:=== |-- [\w.])/

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
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const fixtures: Fixture[] = []
  const titles = new Set<string>()
  let sections: Record<string, string> = {}
  let section: string | undefined
  let body: string[] = []
  const close = () => {
    if (section !== undefined) sections[section] = body.join('\n')
    section = undefined
    body = []
  }
  for (const [index, line] of lines.entries()) {
    const place = `${name}:${index + 1}`
    const title = TITLE.exec(line)?.[1]
    const opened = SECTION.exec(line)?.[1]
    if (title !== undefined) {
      close()
      if (titles.has(title)) throw new Error(`${place}: the title '${title}' is used twice`)
      titles.add(title)
      sections = {}
      fixtures.push({ title, sections, line: index + 1 })
    } else if (opened !== undefined) {
      close()
      if (fixtures.length === 0) throw new Error(`${place}: a section before the first title`)
      if (opened in sections) throw new Error(`${place}: the section '${opened}' is given twice`)
      section = opened
    } else if (section !== undefined) body.push(ESCAPED.test(line) ? line.slice(1) : line)
  }
  close()
  return fixtures
}
