// node tools/rouge/fixture.mjs TAG < snippets      snippets stand between lines of `---` (or `%%%`); a first line `#= title` names one
// Adds the snippets to tests/highlight/TAG.txt, without those already there; `npm run ask -- --record` asks Rouge about them.
import fs from 'node:fs'
import path from 'node:path'
import { fileText, parseFile, sectionOf, textOf } from '../ask/fixture-text.mjs'
import { ROOT, SEPARATOR } from './rouge.mjs'

const [tag] = process.argv.slice(2)
const file = path.join(ROOT, `tests/highlight/${tag}.txt`)
const parsed = parseFile(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '')
const known = new Set(
  parsed.cases.map(({ sections }) => textOf(sections.find(({ name }) => name === 'code'))),
)
for (const text of fs.readFileSync(0, 'utf8').replace(/\n$/, '').split(SEPARATOR)) {
  const titled = /^#= (.*)\n/.exec(text)
  const code = titled === null ? text : text.slice(titled[0].length)
  if (known.has(code)) continue
  known.add(code)
  const lines = code.split('\n').map((line) => line.trim())
  const first = lines.find((line) => line !== '')?.slice(0, 60) ?? 'blank'
  parsed.cases.push({
    title: titled?.[1] ?? `${parsed.cases.length + 1}: ${first}`,
    remarks: [],
    sections: [sectionOf('code', code)],
  })
}
fs.writeFileSync(file, fileText(parsed))
