// node tools/rouge/check.mjs [TAG…] [-n COUNT]      how our tokens of Rouge's samples differ from Rouge's
// Without tags: one line per language. With tags: the first COUNT (default 5) places that differ.
import { classes, loadOurs, sample, sampleTags, show, tokensOf } from './rouge.mjs'

const args = process.argv.slice(2)
const n = args.includes('-n') ? Number(args.splice(args.indexOf('-n'), 2)[1]) : 5
const { tokenize, highlight } = await loadOurs()
for (const tag of args.length > 0 ? args : sampleTags()) {
  const { text, html } = sample(tag)
  const ours = tokenize(text, tag)
  if (ours === undefined) {
    if (args.length > 0) console.log(`${tag}: not written yet`)
    continue
  }
  const theirs = tokensOf(html)
  const a = classes(theirs)
  const b = classes(ours.map((t) => [t.cls, t.text]))
  let wrong = 0
  const places = []
  for (let i = 0; i < a.length; i++)
    if (a[i] !== b[i]) {
      wrong++
      const line = text.slice(0, i).split('\n').length
      if (places.at(-1) !== line) places.push(line)
    }
  const share = (100 * (1 - wrong / a.length)).toFixed(2)
  console.log(
    `${tag}: ${share} %${highlight(text, tag) === html ? ' exact' : wrong === 0 ? ' (but joined otherwise)' : ''}`,
  )
  if (args.length === 0) continue
  const lines = (tokens) => {
    const out = [[]]
    for (const [cls, t] of tokens)
      t.split(/(?<=\n)/).forEach((part, i) => {
        if (i > 0) out.push([])
        out.at(-1).push([cls, part])
        if (part.endsWith('\n') && i === t.split(/(?<=\n)/).length - 1) out.push([])
      })
    return out
  }
  const [r, w] = [lines(theirs), lines(ours.map((t) => [t.cls, t.text]))]
  for (const line of places.slice(0, n))
    console.log(`line ${line}\nR  ${show(r[line - 1])}\nW  ${show(w[line - 1] ?? [])}`)
  if (places.length > n) console.log(`… ${places.length} lines differ`)
}
