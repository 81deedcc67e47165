// kramdown against markdown-it, marked (where it is installed) and Ruby's kramdown, one run, the same texts.
//   node bench/kramdown.mjs <folder with .md files> [--megabytes 5] [--ruby]
// Prints megabytes per second, and the median over the files of each rival's time by ours: the best of twelve runs, of three for
// Ruby, which compiles nothing while it runs and whose own processor time is taken.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import MarkdownIt from 'markdown-it'

const words = process.argv.slice(2)
const at = words.indexOf('--megabytes')
const limit = (at < 0 ? 5 : Number(words[at + 1])) * 1e6
const folder = words.find((word, n) => !word.startsWith('--') && n !== at + 1) ?? words[0]

/** One sample per construct, repeated, for those who have no folder of posts. */
const SAMPLES = {
  paragraphs:
    'Some *text* with `code`, a [link](https://example.org "title") -- and "quotes" that aren\'t rare.\n\n',
  lists: '* one\n  * two\n* three\n\n1. first\n\n   more\n2. second\n\n',
  tables: '| a | b |\n|---|:-:|\n| `c` | d |\n\n',
  headers: '# One\n\n## Two *words*\n\n',
  code: '```ruby\nputs "x"\n```\n\n    indented\n\n',
  html: '<div class="x"><p>a</p></div>\n\nText with <b>bold</b> <img src="x" />.\n\n',
  quotes: '> quoted\n> > nested\n\n',
  references: 'See [a] and [the b][b].\n\n[a]: https://a.example\n[b]: <https://b.example> "B"\n\n',
}

function texts() {
  if (!folder) return Object.values(SAMPLES).map((sample) => sample.repeat(200))
  const files = fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.(md|markdown)$/.test(file))
    .sort()
  const out = []
  let size = 0
  for (const file of files) {
    if (size >= limit) break
    const text = fs.readFileSync(path.join(folder, file), 'utf8').replace(/^---\s*\n[\s\S]*?\n---\s*\n/, '')
    out.push(text)
    size += text.length
  }
  return out
}

const bundle = path.join(tmpdir(), `whirl-kramdown-${process.pid}.mjs`)
await build({
  entryPoints: [path.resolve(import.meta.dirname, '../src/kramdown/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
})
const { toHtml, jekyllDefaults } = await import(pathToFileURL(bundle).href)
fs.rmSync(bundle)

const all = texts()
const bytes = all.reduce((n, text) => n + Buffer.byteLength(text), 0)
const markdownIt = new MarkdownIt({ html: true, typographer: true })
const options = { ...jekyllDefaults, syntax_highlighter: null }
const engines = {
  whirl: (text) => toHtml(text, options).html,
  'markdown-it': (text) => markdownIt.render(text),
}
const marked = await import('marked').catch(() => undefined)
if (marked) engines.marked = (text) => marked.parse(text)
console.log(`${all.length} texts, ${(bytes / 1e6).toFixed(1)} MB`)

const times = {}
for (const [name, convert] of Object.entries(engines)) {
  for (const text of all) convert(text)
  times[name] = all.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 12; round++)
    all.forEach((text, n) => {
      const start = process.hrtime.bigint()
      convert(text)
      times[name][n] = Math.min(times[name][n], Number(process.hrtime.bigint() - start))
    })
}
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1]
for (const [name, list] of Object.entries(times)) {
  const seconds = list.reduce((a, b) => a + b, 0) / 1e9
  const ratio = median(list.map((time, n) => time / times.whirl[n]))
  console.log(
    `${name.padEnd(12)} ${(bytes / 1e6 / seconds).toFixed(1).padStart(6)} MB/s   median ${ratio.toFixed(2)}x our time`,
  )
}
if (words.includes('--ruby')) {
  const program = `require "json"; require "kramdown"; require "kramdown-parser-gfm"
texts = JSON.parse($stdin.read); o = { :input => "GFM", :hard_wrap => false, :syntax_highlighter => nil }
now = -> { Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) }
puts JSON.generate(texts.map { |t| (1..3).map { s = now.call; Kramdown::Document.new(t, o).to_html; now.call - s }.min })`
  const { stdout } = spawnSync('ruby', ['-e', program], { input: JSON.stringify(all), maxBuffer: 1e9 })
  const list = JSON.parse(stdout.toString()).map((seconds) => seconds * 1e9)
  const seconds = list.reduce((a, b) => a + b, 0) / 1e9
  const ratio = median(list.map((time, n) => time / times.whirl[n]))
  console.log(
    `${'kramdown'.padEnd(12)} ${(bytes / 1e6 / seconds).toFixed(1).padStart(6)} MB/s   median ${ratio.toFixed(2)}x our time`,
  )
}
