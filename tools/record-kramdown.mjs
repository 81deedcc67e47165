// node tools/record-kramdown.mjs [name…]: writes what the installed kramdown prints into tests/kramdown/fixtures/*.txt.
// A case has `-- options --` (JSON) and `-- text --`; its `-- html --` is made here, never by hand, and so is its
// `-- warnings --` (one a line) when it has that section.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'tests/kramdown/fixtures')
const oracle = path.join(root, '../shared/oracle/oracle.rb')
const wanted = process.argv.slice(2)
const MARKER = /^\\*(?:=== |-- [\w.])/

/** A line of text that reads like a marker gets a backslash in front. */
const guarded = (text) => text.replace(/^.*$/gm, (line) => (MARKER.test(line) ? `\\${line}` : line))
const plain = (text) => text.replace(/^\\+(?:=== |-- [\w.]).*$/gm, (line) => line.slice(1))

/** One case: its title and its sections by name, each without the line feed that ends it. */
function readCase(part) {
  const end = part.indexOf('\n')
  const sections = {}
  const marks = [...part.matchAll(/^-- (\w+) --$/gm)]
  marks.forEach((mark, n) => {
    const from = mark.index + mark[0].length + 1
    sections[mark[1]] = part.slice(from, n + 1 < marks.length ? marks[n + 1].index - 1 : part.length - 1)
  })
  return { title: part.slice(0, end), sections }
}

for (const file of fs.readdirSync(folder).sort()) {
  if (wanted.length > 0 && !wanted.includes(file.replace(/\.txt$/, ''))) continue
  const cases = fs.readFileSync(path.join(folder, file), 'utf8').split(/^=== /m).slice(1).map(readCase)
  const asked = cases.map(({ sections: { options, text } }) =>
    JSON.stringify({ ask: 'kramdown', text: plain(text), options: JSON.parse(options) }),
  )
  const { stdout } = spawnSync('ruby', [oracle], {
    input: `${asked.join('\n')}\n`,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
    maxBuffer: 1e9,
  })
  const answers = stdout
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const made = cases.map(({ title, sections }, n) => {
    const { output, warnings, error } = answers[n]
    if (output === undefined) throw new Error(`${file}: ${title}: ${error}`)
    const warned = 'warnings' in sections ? `-- warnings --\n${guarded(warnings.join('\n'))}\n` : ''
    return `=== ${title}\n-- options --\n${sections.options}\n-- text --\n${sections.text}\n-- html --\n${guarded(output)}\n${warned}`
  })
  fs.writeFileSync(path.join(folder, file), made.join(''))
  console.log(`${file}: ${made.length} cases`)
}
