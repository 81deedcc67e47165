// node bench/highlight.mjs [--kb N]      code colouring: Whirl against Rouge, Shiki, Prism and highlight.js, in one run
//
// N KB (default 100) of each language, repeated from ../shared/conformance/rouge; the best of three passes counts. Rouge
// needs Debian's ruby-rouge.
import { spawnSync } from 'node:child_process'
import { loadOurs, sample } from '../tools/rouge/rouge.mjs'

const kb = process.argv.includes('--kb') ? Number(process.argv[process.argv.indexOf('--kb') + 1]) : 100
// Our name and, where they differ, those of Prism and highlight.js.
const LANGUAGES = [
  ['c'],
  ['cpp'],
  ['css'],
  ['go'],
  ['html', 'markup', 'xml'],
  ['java'],
  ['javascript'],
  ['json'],
  ['markdown'],
  ['python'],
  ['ruby'],
  ['rust'],
  ['scss'],
  ['shell', 'bash', 'bash'],
  ['sql'],
  ['typescript'],
  ['yaml'],
]

const best = (run) => {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage().user
    run()
    least = Math.min(least, (process.cpuUsage().user - before) / 1000)
  }
  return least
}
const optional = async (load) => {
  try {
    return await load()
  } catch {
    return undefined
  }
}

const { highlight } = await loadOurs()
const Prism = await optional(async () => {
  const prism = (await import('prismjs')).default
  const load = (await import('prismjs/components/index.js')).default
  load.silent = true
  load(LANGUAGES.map(([ours, prismName]) => prismName ?? ours))
  return prism
})
const hljs = await optional(async () => (await import('highlight.js')).default)

const shiki = await optional(async () => {
  const { createHighlighter } = await import('shiki')
  const langs = LANGUAGES.map(([ours]) => ours)
  return createHighlighter({ themes: ['github-dark'], langs })
})

const codes = LANGUAGES.map(([tag]) => {
  const { text } = sample(tag)
  return text.repeat(Math.ceil((kb * 1024) / text.length)).slice(0, kb * 1024)
})
const RUBY = `
require "json"; require "rouge"
STDIN.each_line do |line|
  tag, code = JSON.parse(line)
  times = 2.times.map do
    before = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    Rouge::Formatters::HTML.new.format(Rouge::Lexer.find(tag).lex(code))
    Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - before
  end
  puts times.min * 1000
end`
const ruby = spawnSync('ruby', ['-e', RUBY], {
  input: codes.map((code, i) => `${JSON.stringify([LANGUAGES[i][0], code])}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})
const rouge = ruby.status === 0 ? ruby.stdout.trim().split('\n').map(Number) : []

const rows = LANGUAGES.map(([tag, prismName = tag, hljsName = tag], i) => {
  const code = codes[i]
  return {
    tag,
    whirl: best(() => highlight(code, tag)),
    rouge: rouge[i],
    shiki: shiki && best(() => shiki.codeToHtml(code, { lang: tag, theme: 'github-dark' })),
    prism:
      Prism?.languages[prismName] && best(() => Prism.highlight(code, Prism.languages[prismName], prismName)),
    hljs: hljs && best(() => hljs.highlight(code, { language: hljsName })),
  }
})
const cell = (ms) => (ms === undefined ? '-' : ms.toFixed(1)).padStart(9)
const ratio = (ms, ours) => (ms === undefined ? '-' : `${(ms / ours).toFixed(1)}x`).padStart(8)
console.log(`${kb} KB of each, ms of CPU time (ratio to Whirl)\n`)
console.log(`${'language'.padEnd(12)}    Whirl    Rouge            Shiki            Prism            hljs`)
for (const { tag, whirl, rouge: r, shiki: s, prism, hljs: h } of rows)
  console.log(
    `${tag.padEnd(12)}${cell(whirl)}${cell(r)}${ratio(r, whirl)}${cell(s)}${ratio(s, whirl)}${cell(prism)}${ratio(prism, whirl)}${cell(h)}${ratio(h, whirl)}`,
  )
const median = (values) =>
  values
    .filter((v) => v !== undefined && !Number.isNaN(v))
    .sort((a, b) => a - b)
    .at(values.length >> 1)
for (const name of ['rouge', 'shiki', 'prism', 'hljs'])
  console.log(
    `median ${name}: ${median(rows.map((row) => row[name] && row[name] / row.whirl))?.toFixed(1) ?? '-'}x`,
  )
