// node tools/rouge/words.mjs TAG [TEMPLATE] < words       which class has each word? TEMPLATE holds %s (default: %s)
// Prints the words by the class Rouge gives them. With --wrong only those which we colour otherwise.
import fs from 'node:fs'
import { askRouge } from '../ask/rouge.mjs'
import { classes, loadOurs, tokensOf } from './rouge.mjs'

const wrong = process.argv.includes('--wrong')
const [tag, template = '%s'] = process.argv.slice(2).filter((a) => a !== '--wrong')
const words = [...new Set(fs.readFileSync(0, 'utf8').split(/\s+/).filter(Boolean))]
const { highlight } = await loadOurs()
const at = template.indexOf('%s')
const groups = new Map()
const code = (word) => template.replaceAll('\\n', '\n').replaceAll('%s', () => word)
const from = template.slice(0, at).replaceAll('\\n', '\n').length
const classOf = (html, word) =>
  [...new Set(classes(tokensOf(html)).slice(from, from + word.length))].join('+')
askRouge(words.map((word) => [tag, code(word)])).forEach((html, i) => {
  const cls = classOf(html, words[i])
  const ours = highlight(code(words[i]), tag)
  if (wrong && ours !== undefined && classOf(ours, words[i]) === cls) return
  groups.set(cls, [...(groups.get(cls) ?? []), words[i]])
})
for (const [cls, list] of [...groups].sort()) console.log(`${cls || "''"}: ${list.join(' ')}\n`)
