/** Words marked in coloured code, wherever the highlighter's elements begin and end. */

interface WordMarks {
  readonly words: readonly string[]
  /** of the `<mark>`; '' for none */
  readonly className: string
}

/** A character of the text: one, or one that is written as an entity. */
const UNIT = /&(?:#\d+|#x[\da-f]+|\w+);|[\s\S]/giy
const NAMED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

/** `html` with each occurrence of the words in `<mark>`, in pieces where it goes over elements; none goes over a line. */
export function withWordMarks(html: string, marks: readonly WordMarks[]): string {
  if (marks.every(({ words }) => words.length === 0)) return html
  const { units, plain } = unitsOf(html)
  const marked = new Uint8Array(plain.length)
  for (const [number, { words }] of marks.entries())
    for (const word of words)
      for (
        let at = word === '' ? -1 : plain.indexOf(word);
        at >= 0;
        at = plain.indexOf(word, at + word.length)
      )
        marked.fill(number + 1, at, at + word.length)
  let out = ''
  let open = 0
  let position = 0
  for (const unit of units) {
    const mark = isTag(unit) || unit === '\n' ? 0 : (marked[position] ?? 0)
    if (mark !== open) {
      if (open !== 0) out += '</mark>'
      const name = marks[mark - 1]?.className ?? ''
      if (mark !== 0) out += name === '' ? '<mark>' : `<mark class="${name}">`
      open = mark
    }
    out += unit
    if (!isTag(unit)) position++
  }
  return open === 0 ? out : `${out}</mark>`
}

function isTag(unit: string): boolean {
  return unit.length > 1 && unit.startsWith('<')
}

/** The tags and characters of `html`, and its text: each character of that is one of theirs. */
function unitsOf(html: string): { readonly units: readonly string[]; readonly plain: string } {
  const units: string[] = []
  let plain = ''
  let at = 0
  while (at < html.length) {
    const end = html[at] === '<' ? html.indexOf('>', at) : -1
    if (end > 0) {
      units.push(html.slice(at, end + 1))
      at = end + 1
      continue
    }
    UNIT.lastIndex = at
    const unit = UNIT.exec(html)?.[0] ?? ''
    units.push(unit)
    plain += NAMED[unit] ?? (unit.length === 1 ? unit : '\0')
    at += unit.length
  }
  return { units, plain }
}
