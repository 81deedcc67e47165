// Hostile texts, four times and sixteen times as long: what they cost must grow with their length and not faster.
//   node bench/kramdown-pathological.mjs [part of a name…] [--sizes 65536,262144,1048576] [--set jekyll|kramdown|native]
// Prints the process's own milliseconds (the best of up to twelve runs) and growth per four times the text; `!!` marks
// growth above 4.6. Ends with an error when there is any.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const fill = (part) => (n) => part.repeat(Math.ceil(n / part.length)).slice(0, n)
const ended = (part, end) => (n) => fill(part)(n) + end
const begun = (start, part) => (n) => start + fill(part)(n)
/** Parts made from rising numbers. */
const counted =
  (part, end = '') =>
  (n) => {
    const out = []
    for (let k = 0, size = 0; size < n; k++) {
      out.push(part(k))
      size += out[k].length
    }
    return out.join('') + end
  }
/** Runs of a mark, each one shorter than the one before. */
const shrinking = (mark, end, least) => (n) => {
  let out = ''
  for (let k = Math.floor(Math.sqrt(2 * n)); k >= least; k--) out += mark.repeat(k) + end
  return out
}
const nested =
  (open, close, end = '') =>
  (n) =>
    open.repeat(n / 2 / open.length) + close.repeat(n / 2 / close.length) + end

const HOSTILE = {
  'open brackets': fill('['),
  'open images': fill('!['),
  'nested brackets': nested('[', ']'),
  'nested brackets, a definition': nested('[', ']', '\n\n[b]: c\n'),
  'nested brackets, long definitions': nested('[', ']', `\n\n[${'b'.repeat(3000)}]: c\n`),
  'nested brackets with words': nested('[a ', ' b]', '\n\n[a]: c\n'),
  'nested images': nested('![', '](a)'),
  'nested links': nested('[', '](a)'),
  'brackets and words': fill('[a '),
  'closing brackets': fill(']'),
  'brackets, no text': fill('[]'),
  'brackets and parentheses': fill('[]('),
  'links, open parentheses': fill('[a]('),
  'links, nested parentheses': begun('[a]', '('),
  'links, open titles': fill('[a](b "c '),
  'links, many quotes': begun('[a](b "', 'c" '),
  'links, angle brackets': fill('[a](<b'),
  'links, spaces': begun('[a](', ' '),
  references: ended('[a] ', '\n\n[b]: c\n'),
  'open references': ended('[a][b', '\n\n[b]: c\n'),
  'references to one definition': ended('[b] [b][] [x][b] ', '\n\n[b]: c\n'),
  'references with spaces': ended('[b]   ', '\n\n[b]: c\n'),
  'references, no definition': fill('[a][b] '),
  stars: fill('*'),
  'stars and words': fill('*a '),
  'stars around words': fill('*a *'),
  'stars in words': fill('a**b'),
  'emphasis runs': fill('*a **b __c _d '),
  'emphasis, no end': ended('*a ', '`x*`'),
  'strong and emphasis': ended('**a *b ', '`x*`'),
  'both marks': fill('*a _b '),
  'mixed closing': fill('*a_ _b* **c__ __d** '),
  'emphasis in brackets': ended('[*a ', '`*]`'),
  'brackets in emphasis': ended('*[a ', '`*]`'),
  'brackets in strong': ended('**[a ', '`**]`'),
  'emphasis in images': ended('![*a ', '`*]`'),
  'emphasis in tags': ended('*<i>', '`*`'),
  'tags in emphasis': ended('*<b>a</b> ', '`*`'),
  underscores: fill('_'),
  'underscores and words': ended('_a ', '`x_`'),
  'underscores in words': fill('a_b_'),
  'stars three': fill('***a'),
  backticks: fill('`'),
  'growing backticks': counted((k) => `${'`'.repeat(k + 1)} `),
  'shrinking backticks': shrinking('`', ' ', 1),
  'backticks one and two': fill('`a ``b '),
  quotes: fill('"'),
  'two kinds of quotes': fill('\'"'),
  'quotes and words': fill('"a '),
  'quotes after spaces': fill(' "'),
  'quotes and emphasis': fill('"*a* \'_b_ '),
  'nested block quotes': fill('> '),
  'nested block quotes, no spaces': fill('>'),
  'block quotes': fill('> a\n'),
  'nested block quotes in lines': fill('> > > a\n'),
  'block quotes, lazy': begun('> a\n', 'b\n'),
  'block quotes deeper and deeper': counted((k) => `${'>'.repeat((k % 300) + 1)} a\n`),
  'block quotes and lists': fill('> * a\n'),
  'nested lists': counted((k) => `${' '.repeat(2 * (k % 400))}* a\n`),
  'lists deeper and deeper': counted((k) => `${'  '.repeat(k)}* a\n`),
  'lists in one line': fill('* '),
  'numbers in one line': fill('1. '),
  'list items': fill('* a\n'),
  'list items and blank lines': fill('* a\n\n'),
  'numbered items': fill('1. a\n'),
  'list items with code': fill('* a\n\n      code\n'),
  'list items with paragraphs': fill('* a\n\n  b\n'),
  'list items, lazy': begun('* a\n', 'b\n'),
  'list items, many blank lines': begun('* a\n', '\n  b\n'),
  'lists of two kinds': fill('* a\n1. b\n'),
  'task lists': fill('- [ ] a\n'),
  'items with attribute lists': fill('* {:.a} b\n'),
  'items, open attribute lists': fill('* {:.a b\n'),
  'deep code in lists': begun('* a\n\n', '        b\n'),
  tables: fill('| a | b |\n'),
  bars: fill('|'),
  'tables with open code': fill('| `a\n'),
  separators: fill('|-|-|\n'),
  'tables, no boundary': ended('a | b\n', 'c'),
  'small tables': fill('a|b\n\n'),
  'tables with angle brackets': fill('|<a\n'),
  'tables with tags': fill('|<i>\n'),
  'escaped bars': fill('\\|'),
  'bars and backticks': fill('|`'),
  'bars and code tags': fill('|<code>'),
  'tables with footers': fill('|a|\n|=\n'),
  'growing rows': counted((k) => `${'|a'.repeat(k + 1)}\n`),
  ampersands: fill('&'),
  'open entities': fill('&a'),
  'open numbers': fill('&#1'),
  'one long entity': begun('&', 'a'),
  'unknown entities': fill('&a--;'),
  'angle brackets': fill('<'),
  'open tags': fill('<a '),
  'open attributes': fill('<a b="'),
  attributes: begun('<a ', 'b="c" '),
  'block tags': fill('<div>'),
  'block tags in lines': fill('<div>\n'),
  'span tags': fill('<i>'),
  'closing tags': fill('</i>'),
  'closing block tags': fill('</div>\n'),
  comments: fill('<!--'),
  'open comments': fill('<!-- \n\n'),
  'processing instructions': begun('<div>', '<?'),
  'character data': begun('<div>', '<![CDATA['),
  'paragraphs with Markdown': fill('<p markdown="1">'),
  'paragraphs with Markdown in lines': fill('<p markdown="1">\n\n'),
  'divisions with Markdown': fill('<div markdown="1">\n'),
  'divisions with Markdown, closed': fill('<div markdown="1">\na\n</div>\n'),
  scripts: fill('<script>'),
  'scripts in lines': fill('<script>\n\n'),
  'open addresses': fill('<http:'),
  'open mail addresses': fill('<a@b'),
  'one long mail address': begun('<', 'a.'),
  'tags and lines': fill('a\n<div\n'),
  'unclosed tags in paragraphs': fill('a <u>b\n\n'),
  'code tags': fill('<code>a'),
  'link definitions': counted((k) => `[a${k}]: b\n`),
  'one link definition, often': fill('[a]: b\n'),
  'open titles of definitions': fill('[a]: b "c\n'),
  'open link definitions': fill('[a\n'),
  'quotes in link definitions': begun('[a]: ', 'b "c '),
  'titles on the next line': fill('[a]: b\n "c\n'),
  footnotes: counted((k) => `x[^a${k}]\n\n[^a${k}]: b\n\n`),
  'footnote markers': ended('[^a]', '\n\n[^a]: b\n'),
  'nested footnotes': fill('[^a]: '),
  'one footnote, often': fill('[^a]: b\n'),
  'footnotes in a footnote': begun('[^a]: b\n', '    [^b]: c\n'),
  'footnotes refer to the next': counted((k) => `[^${k}]: x[^${k + 1}]\n\n`, '\nx[^0]\n'),
  abbreviations: counted((k) => `*[ab${k}]: b\n`, '\nab1 ab2\n'),
  'abbreviations in text': begun('*[ab]: c\n\n', 'ab '),
  'abbreviations of one letter': begun('*[a]: c\n\n', 'a'),
  'many abbreviations, much text': (n) =>
    `${counted((k) => `*[${'a'.repeat((k % 50) + 1)}${k}]: b\n`)(n / 4)}\n${fill('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ')(n)}`,
  math: fill('$$'),
  'open math': fill('$$a '),
  'math in lines': fill('$$\n\n'),
  'attribute lists': begun('*a*', '{:.b}'),
  'open attribute lists': fill('{:'),
  'attribute lists in lines': fill('{:.b}\n'),
  'open attribute lists in lines': fill('{:\n'),
  'escaped braces': fill('{:\\}'),
  'one long attribute list': begun('{:', ' .a'),
  'quotes in attribute lists': begun('{:', ' a="'),
  'attribute lists refer to each other': counted((k) => `{:a${k}: a${k + 1} a${k + 1}}\n`, '\np\n{: a0}\n'),
  'attribute lists for one paragraph': begun('p\n', '{:.b #c d="e"}\n'),
  'definitions of one attribute list': fill('{:a: .b}\n'),
  extensions: fill('{::comment}'),
  'extensions in lines': fill('{::comment}\n'),
  'closing extensions': fill('{:/}'),
  'closed extensions': fill('{::comment}a{:/}'),
  options: fill('{::options auto_ids="false" /}\n'),
  tildes: fill('~'),
  'open strikethroughs': fill('~~a '),
  strikethroughs: fill('~~a~~'),
  'strikethroughs that cannot end': fill('~~a ~~b'),
  'strikethroughs and spaces': fill('~~a ~~ '),
  'nested strikethroughs': fill('~~*a '),
  fences: fill('```\n'),
  'growing fences': counted((k) => `${'`'.repeat(k + 3)}x\n`),
  'shrinking fences': shrinking('`', ' x\n', 3),
  'open fences': fill('```x\n\n'),
  'two kinds of fences': fill('```\n~~~\n'),
  headers: fill('# a\n'),
  'headers of equal names': fill('# a\n\n'),
  'headers with lines under them': fill('a\n===\n\n'),
  'one long row of hashes': fill('#'),
  'hashes in a header': begun('# ', 'a#'),
  'ids of headers': fill('# a {#b}\n'),
  'definition lists': fill('a\n: b\n\n'),
  definitions: begun('a\n', ': b\n'),
  terms: ended('a\n', ': b\n'),
  colons: fill(': '),
  'nested definitions': counted((k) => `${'    '.repeat(k % 100)}a\n${'    '.repeat(k % 100)}: b\n\n`),
  'blank lines': fill('\n'),
  spaces: fill(' '),
  'spaces and tabs': fill(' \t\n'),
  'code blocks': fill('    a\n'),
  'code blocks, lazy': begun('    a\n', 'b\n'),
  'code blocks and blank lines': fill('    a\n\n\n'),
  rules: fill('***\n'),
  dashes: fill('-'),
  dots: fill('.'),
  backslashes: fill('\\'),
  'backslashes at ends of lines': fill('a\\\n'),
  'line breaks': fill('a  \n'),
  'ends of blocks': fill('^\n'),
  words: fill('hello world '),
  lines: fill('hello world\n'),
  'words of other scripts': fill('日本 '),
  emoji: fill(':a'),
  'headers under a table of contents': begun('* t\n{:toc}\n\n', '# a\n'),
  'carriage returns': fill('a\r'),
  nulls: fill('\0'),
  surrogates: fill('\ud83d'),
}

// The collector copies what is alive, so a text that fits the young generation costs it nothing and a longer one does.
// With room for the longest of ours what is measured is the work itself.
const FLAGS = ['--expose-gc', '--min-semi-space-size=512', '--max-semi-space-size=512']
if (!FLAGS.every((flag) => process.execArgv.includes(flag))) {
  const { status } = spawnSync(process.execPath, [...FLAGS, ...process.argv.slice(1)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}

const words = process.argv.slice(2)
const value = (name, other) => (words.includes(name) ? words[words.indexOf(name) + 1] : other)
const sizes = value('--sizes', '65536,262144,1048576').split(',').map(Number)
const parts = words.filter((word, n) => !word.startsWith('--') && !words[n - 1]?.startsWith('--'))

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
const SETS = {
  jekyll: { ...jekyllDefaults, syntax_highlighter: null },
  kramdown: { syntax_highlighter: null, parse_block_html: true },
  native: { ...jekyllDefaults, syntax_highlighter: null, html_to_native: true },
}
const options = SETS[value('--set', 'jekyll')]

/** The best of several runs: the first ones of a kind are compiling, and any may meet the collector. */
function milliseconds(text) {
  let best = Number.POSITIVE_INFINITY
  let spent = 0
  for (let k = 0; k < 12 && (k < 3 || spent < 800); k++) {
    globalThis.gc({ type: 'minor' })
    const before = process.cpuUsage()
    toHtml(text, options)
    const { user, system } = process.cpuUsage(before)
    const taken = (user + system) / 1000
    best = Math.min(best, taken)
    spent += taken
  }
  return best
}

const bad = []
console.log(`${'text'.padEnd(38)}${sizes.map((n) => `${n >> 10} KB`.padStart(9)).join('')}   growth`)
for (const [name, make] of Object.entries(HOSTILE)) {
  if (parts.length > 0 && !parts.some((part) => name.includes(part))) continue
  const times = sizes.map((n) => milliseconds(make(n)))
  const growth = times.slice(1).map((time, n) => time / times[n])
  // What takes no time at all measures the clock.
  const slow = growth.some((ratio, n) => ratio > 4.6 && times[n + 1] > 25)
  if (slow) bad.push(name)
  console.log(
    `${slow ? '!!' : '  '} ${name.padEnd(35)}${times.map((time) => time.toFixed(1).padStart(9)).join('')}   ${growth.map((ratio) => ratio.toFixed(1)).join(' ')}`,
  )
}
console.log(bad.length === 0 ? 'all grow with their length' : `${bad.length} grow faster: ${bad.join(', ')}`)
process.exitCode = bad.length === 0 ? 0 : 1
