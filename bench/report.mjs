/** What the benchmark says: a table, and a chart. */
import { CASES } from './cases.mjs'
import { median } from './measure.mjs'

/** The rows as one Markdown table; how many times as long as Whirl each took stands last. */
export function table(rows) {
  const lines = [
    '| site | case | builder | wall s | user s | system s | peak MB | pages | × Whirl |',
    '|---|---|---|--:|--:|--:|--:|--:|--:|',
  ]
  let above = ''
  for (const row of rows) {
    const own = `${row.site} ${row.case}`
    const lead = own === above ? ' | ' : `${row.site} | ${row.case}`
    above = own
    if (row.failed !== undefined) lines.push(`| ${lead} | ${row.builder} | failed: ${row.failed} | | | | | |`)
    else {
      const numbers = [
        seconds(row.wall),
        seconds(row.user),
        seconds(row.system),
        row.memory.toFixed(0),
        row.pages,
      ]
      lines.push(`| ${lead} | ${row.builder} | ${numbers.join(' | ')} | ${ratio(rows, row)} |`)
    }
  }
  return lines.join('\n')
}

function ratio(rows, row) {
  const whirl = sameCase(rows, row).find(({ builder }) => builder === 'whirl')
  return whirl?.wall === undefined ? '' : (row.wall / whirl.wall).toFixed(2)
}

const sameCase = (rows, row) => rows.filter((each) => each.site === row.site && each.case === row.case)

/** The times faster than Jekyll that Whirl builds the sites of `names`, of each case the median and the least. */
export function realRatios(rows, names) {
  return Object.keys(CASES).flatMap((word) => {
    const ratios = names.flatMap((name) => {
      const wallOf = (builder) =>
        rows.find((row) => row.site === name && row.case === word && row.builder === builder)?.wall
      const [jekyll, whirl] = [wallOf('jekyll'), wallOf('whirl')]
      return jekyll === undefined || whirl === undefined ? [] : [{ name, times: jekyll / whirl }]
    })
    if (ratios.length === 0) return []
    ratios.sort((a, b) => a.times - b.times)
    const middle = median(ratios.map(({ times }) => times))
    return [
      `${word}: ${ratios.length} real sites, ${middle.toFixed(1)} times faster than Jekyll in the median, least ${ratios[0].times.toFixed(1)} (${ratios[0].name})`,
    ]
  })
}

const seconds = (value) => value.toFixed(value < 10 ? 2 : 1)

const WIDTH = 760
const LEFT = 150
const BAR = 16
const COLOURS = { whirl: '#0b6', jekyll: '#c33', hugo: '#c4c', eleventy: '#666', floor: '#bbb' }

/** The wall times as an SVG picture: bars by case, each case with a scale of its own. */
export function chart(rows, caption) {
  const parts = []
  let y = 44
  for (const row of rows) {
    const group = sameCase(rows, row)
    if (group[0] !== row) continue
    const done = group.filter(({ wall }) => wall !== undefined)
    const most = Math.max(...done.map(({ wall }) => wall))
    parts.push(text(8, y, `${row.site}: ${CASES[row.case].about}`, 'font-weight="bold"'))
    y += 8
    for (const { builder, wall } of done) {
      const width = Math.max(1, ((WIDTH - LEFT - 90) * wall) / most)
      parts.push(
        text(LEFT - 8, y + 12, builder, 'text-anchor="end"'),
        `<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 3}" fill="${COLOURS[builder] ?? '#999'}"/>`,
        text(LEFT + width + 6, y + 12, `${seconds(wall)} s`),
      )
      y += BAR
    }
    y += 24
  }
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="12" role="img"><title>${escaped(caption)}</title>`
  return `${head}\n<rect width="100%" height="100%" fill="#fff"/>\n${text(8, 18, caption)}\n${parts.join('\n')}\n</svg>\n`
}

function text(x, y, words, more = '') {
  return `<text x="${typeof x === 'number' ? +x.toFixed(1) : x}" y="${y}" ${more}>${escaped(words)}</text>`
}

function escaped(words) {
  return words.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c])
}
