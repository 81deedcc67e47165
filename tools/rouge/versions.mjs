// node tools/rouge/versions.mjs [TAG…]      by language and version, how many cases of tests/highlight ours gets wrong
// What the versions print stands in the cases: `npm run ask -- --record tests/highlight/TAG.txt` asks them.
import fs from 'node:fs'
import path from 'node:path'
import { parseFile, textOf } from '../ask/fixture-text.mjs'
import { VERSIONS } from '../ask/rouge.mjs'
import { loadOurs, ROOT } from './rouge.mjs'

const folder = path.join(ROOT, 'tests/highlight')
const wanted = process.argv.slice(2)
const { highlight } = await loadOurs()
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const tag = file.slice(0, -4)
  if (wanted.length > 0 && !wanted.includes(tag)) continue
  const row = {}
  for (const { sections } of parseFile(fs.readFileSync(path.join(folder, file), 'utf8')).cases) {
    const texts = Object.fromEntries(sections.map((each) => [each.name, textOf(each)]))
    let theirs = texts.html
    for (const version of VERSIONS) {
      theirs = version === '3.30' ? texts.html : (texts[`html ${version}`] ?? theirs)
      if ((highlight(texts.code, tag, { rouge: version }) ?? '') !== theirs)
        row[version] = (row[version] ?? 0) + 1
    }
  }
  if (Object.keys(row).length > 0) console.log(tag, JSON.stringify(row))
}
