/**
 * Fixture files as they stand (tests/fixtures.ts says what they are): taken apart and put together without a change, so
 * that what a recorder does not write stays as somebody wrote it.
 */

const TITLE = /^=== (.*)$/
const SECTION = /^-- ([\w.][\w./-]*(?: [\w./-]+)*) --$/
const ESCAPED = /^\\+(?:=== |-- [\w.])/
const MARKER = /^\\*(?:=== |-- [\w.])/
const REFERENCES = /^references: (.+)$/m

/**
 * The head of the file and its cases: title, remarks, sections (name and lines as they stand), line from 1. Throws when a
 * section stands before the first title, or a title or a section of one case is given twice.
 */
export function parseFile(text, name = 'fixtures') {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const head = []
  const cases = []
  const titles = new Set()
  let into = head
  for (const [index, line] of lines.entries()) {
    const place = `${name}:${index + 1}`
    const title = TITLE.exec(line)?.[1]
    const opened = SECTION.exec(line)?.[1]
    if (title !== undefined) {
      if (titles.has(title)) throw new Error(`${place}: the title '${title}' is used twice`)
      titles.add(title)
      into = []
      cases.push({ title, line: index + 1, remarks: into, sections: [] })
    } else if (opened !== undefined) {
      const sections = cases.at(-1)?.sections
      if (sections === undefined) throw new Error(`${place}: a section before the first title`)
      if (sections.some((each) => each.name === opened))
        throw new Error(`${place}: the section '${opened}' is given twice`)
      into = []
      sections.push({ name: opened, lines: into })
    } else into.push(line)
  }
  return { head, cases }
}

/** A section's text. */
export const textOf = ({ lines }) =>
  lines.map((line) => (ESCAPED.test(line) ? line.slice(1) : line)).join('\n')

/** The section `name` with this text; an empty text is no line. */
export function sectionOf(name, text) {
  const lines = text === '' ? [] : text.split('\n')
  return { name, lines: lines.map((line) => (MARKER.test(line) ? `\\${line}` : line)) }
}

/** The file made of what `parseFile` answers. */
export function fileText({ head, cases }) {
  const lines = [...head]
  for (const { title, remarks, sections } of cases) {
    lines.push(`=== ${title}`, ...remarks)
    for (const section of sections) lines.push(`-- ${section.name} --`, ...section.lines)
  }
  return `${lines.join('\n')}\n`
}

/**
 * Which references a case was asked of: what a line `references: bookworm stock` among its remarks says, else one in the
 * head of the file, else Debian's.
 */
export function referencesOf(remarks, head) {
  const said = REFERENCES.exec(remarks.join('\n')) ?? REFERENCES.exec(head.join('\n'))
  return said === null ? ['bookworm'] : said[1].trim().split(/\s+/)
}

/** The section that lists, under a further reference, the answers that the first has and it has not. */
const ABSENT = 'absent'

/**
 * The sections of a case as `reference` answers it. The sections' own names are the first reference's answers; where
 * another answers otherwise it has `-- NAME REFERENCE --`, and `-- absent REFERENCE --` names those it has none of.
 */
export function sectionsUnder(sections, reference, references) {
  const [first, ...others] = references
  const own = Object.entries(sections).filter(([name]) => !others.some((each) => name.endsWith(` ${each}`)))
  if (reference === first) return Object.fromEntries(own)
  const absent = (sections[`${ABSENT} ${reference}`] ?? '').split('\n')
  const suffix = ` ${reference}`
  const twins = Object.entries(sections)
    .filter(([name]) => name.endsWith(suffix) && name !== ABSENT + suffix)
    .map(([name, text]) => [name.slice(0, -suffix.length), text])
  return Object.fromEntries([...own.filter(([name]) => !absent.includes(name)), ...twins])
}

/** The answers of a further reference beside the first's, both by name. */
export function twinsOf(answers, first, reference) {
  const twins = Object.entries(answers)
    .filter(([name, text]) => first[name] !== text)
    .map(([name, text]) => sectionOf(`${name} ${reference}`, text))
  const absent = Object.keys(first).filter((name) => !(name in answers))
  return absent.length === 0 ? twins : [...twins, sectionOf(`${ABSENT} ${reference}`, absent.join('\n'))]
}
