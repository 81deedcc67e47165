// node tools/rouge/versions.mjs [TAG…] [--diff]      what other versions of Rouge print for the cases of tests/highlight
// Writes a section `-- html 4.1 --` where a version prints something else than the one before it (3.26: than 3.30).
// --diff writes nothing and says, by language and version, how many cases ours gets wrong.
// ROUGE_LIBS names a folder that holds the gems' folders by version: 3.26.0/lib, 4.1.3/lib, …
import fs from 'node:fs'
import path from 'node:path'
import { askRouge, loadOurs, ROOT, VERSIONS } from './rouge.mjs'

const args = process.argv.slice(2)
const diff = args.includes('--diff')
const folder = path.join(ROOT, 'tests/highlight')
const wanted = args.filter((arg) => !arg.startsWith('-'))
const files = fs.readdirSync(folder).filter((f) => f.endsWith('.txt'))
const { highlight } = await loadOurs()
const guarded = (text) => text.replace(/^(\\*(?:=== |-- [\w.]))/gm, '\\$1')
const plain = (text) => text.replace(/^\\(\\*(?:=== |-- [\w.]))/gm, '$1')

const cases = []
for (const file of files) {
  const tag = file.slice(0, -4)
  if (wanted.length > 0 && !wanted.includes(tag)) continue
  const text = fs.readFileSync(path.join(folder, file), 'utf8')
  const parts = text.split(/^(?==== )/m)
  for (const part of parts.filter((p) => p.startsWith('=== '))) {
    const [head, code, html] = part.split(/^-- (?:code|html) --\n/m)
    cases.push({
      tag,
      head,
      code: plain(code.replace(/\n$/, '')),
      html: html.split(/^-- html [\d.]+ --\n/m)[0].replace(/\n$/, ''),
    })
  }
}
const answers = new Map(
  VERSIONS.filter((v) => v !== '3.30').map((v) => [
    v,
    askRouge(
      cases.map(({ tag, code }) => [tag, code]),
      v,
    ),
  ]),
)
if (diff) {
  const wrong = new Map()
  cases.forEach(({ tag, code, html }, i) => {
    for (const v of VERSIONS) {
      const theirs = v === '3.30' ? plain(html) : answers.get(v)[i]
      if ((highlight(code, tag, { rouge: v }) ?? null) === theirs) continue
      const row = wrong.get(tag) ?? {}
      row[v] = (row[v] ?? 0) + 1
      wrong.set(tag, row)
    }
  })
  for (const [tag, row] of wrong) console.log(tag, JSON.stringify(row))
} else {
  const numbered = cases.map((one, i) => ({ ...one, i }))
  for (const tag of new Set(cases.map((one) => one.tag))) {
    const list = numbered.filter((one) => one.tag === tag)
    let out = ''
    for (const { head, code, html, i } of list) {
      out += `${head}-- code --\n${guarded(code)}\n-- html --\n${html}\n`
      const old = answers.get('3.26')[i]
      const own = plain(html)
      if (old !== own) out += `-- html 3.26 --\n${guarded(old ?? '')}\n`
      let before = own
      for (const v of VERSIONS.slice(2)) {
        const now = answers.get(v)[i]
        if (now !== before) out += `-- html ${v} --\n${now === null ? '' : guarded(now)}\n`
        before = now
      }
    }
    fs.writeFileSync(path.join(folder, `${tag}.txt`), out)
  }
}
