// node tools/rouge/probe.mjs TAG [--diff] < snippets      snippets stand between lines of `---` (or `%%%`)
// Prints Rouge's tokens of each snippet, and ours where they differ. --diff prints only those that differ.
import fs from 'node:fs'
import { askRouge } from '../ask/rouge.mjs'
import { loadOurs, SEPARATOR, show, tokensOf } from './rouge.mjs'

const [tag, flag] = process.argv.slice(2)
const snippets = fs.readFileSync(0, 'utf8').replace(/\n$/, '').split(SEPARATOR)
const { highlight } = await loadOurs()
let bad = 0
askRouge(snippets.map((code) => [tag, code])).forEach((html, i) => {
  const ours = highlight(snippets[i], tag)
  if (ours === html && flag) return
  if (ours === html) console.log(`=  ${show(tokensOf(html))}`)
  else {
    bad++
    console.log(`R  ${show(tokensOf(html ?? 'unknown'))}\nW  ${show(tokensOf(ours ?? 'unknown'))}`)
  }
})
console.log(`${snippets.length - bad}/${snippets.length} equal`)
