// node tools/record-kramdown.mjs [name…]: writes what the installed kramdown prints into tests/kramdown/fixtures/*.txt.
// A case has `-- options --` (JSON) and `-- text --`; its `-- html --` is made here, never by hand.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'tests/kramdown/fixtures')
const oracle = path.join(root, '../shared/oracle/oracle.rb')
const wanted = process.argv.slice(2)
const marker = /^\\*(?:=== |-- [\w.])/
const guarded = (text) =>
  text
    .split('\n')
    .map((line) => (marker.test(line) ? `\\${line}` : line))
    .join('\n')
const plain = (text) =>
  text
    .split('\n')
    .map((line) => (/^\\+(?:=== |-- [\w.])/.test(line) ? line.slice(1) : line))
    .join('\n')

for (const file of fs.readdirSync(folder).sort()) {
  if (wanted.length > 0 && !wanted.includes(file.replace(/\.txt$/, ''))) continue
  const cases = fs
    .readFileSync(path.join(folder, file), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const title = part.slice(0, part.indexOf('\n'))
      const [, options, text] =
        /^-- options --\n(.*)\n-- text --\n([\s\S]*?)(?:\n-- html --\n[\s\S]*)?\n?$/m.exec(part) ?? []
      return { title, options, text }
    })
  const asked = cases.map(({ options, text }) =>
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
  const made = cases.map(({ title, options, text }, n) => {
    const { output, error } = answers[n]
    if (output === undefined) throw new Error(`${file}: ${title}: ${error}`)
    return `=== ${title}\n-- options --\n${options}\n-- text --\n${text}\n-- html --\n${guarded(output)}\n`
  })
  fs.writeFileSync(path.join(folder, file), made.join(''))
  console.log(`${file}: ${made.length} cases`)
}
