// node tools/rouge/fixture.mjs TAG < snippets      snippets stand between lines of `---` (or `%%%`); a first line `#= title` names one
// Adds the snippets to tests/highlight/TAG.txt with Rouge's answers. Snippets already there are left out.
import fs from 'node:fs'
import path from 'node:path'
import { askRouge, ROOT, SEPARATOR } from './rouge.mjs'

const [tag] = process.argv.slice(2)
const file = path.join(ROOT, `tests/highlight/${tag}.txt`)
const old = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
const guarded = (text) => text.replace(/^(\\*(?:=== |-- [\w.]))/gm, '\\$1')
const known = new Set([...old.matchAll(/^-- code --\n([\s\S]*?)\n-- html --$/gm)].map((m) => m[1]))
let number = (old.match(/^=== /gm) ?? []).length
let added = old
const cases = fs
  .readFileSync(0, 'utf8')
  .replace(/\n$/, '')
  .split(SEPARATOR)
  .map((text) => {
    const title = /^#= (.*)\n/.exec(text)
    return { title: title?.[1], code: title ? text.slice(title[0].length) : text }
  })
const answers = askRouge(cases.map(({ code }) => [tag, code]))
cases.forEach(({ title, code }, i) => {
  if (known.has(guarded(code))) return
  known.add(guarded(code))
  const first =
    code
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 60) ?? 'blank'
  added += `=== ${title ?? `${++number}: ${first}`}\n-- code --\n${guarded(code)}\n-- html --\n${guarded(answers[i])}\n`
})
fs.writeFileSync(file, added)
