// node tools/fuzz-kramdown.mjs [--count 20000] [--seed 1] [--set jekyll] [--warnings] [--show 20] [--keep]
// Random documents, half of them made by a grammar of kramdown's marks, the others by changing kramdown's own cases,
// through our kramdown and the installed one. Prints how many differ, and the smallest document of each kind that does.
//   --reference which kramdown is asked (npm run ask -- --references)
//   --set       whose options (see SETS; `all`: each in turn)
//   --warnings  the warnings must be equal too
//   --keep      appends what was found to tests/kramdown/fixtures/found.txt for `npm run ask -- --record`
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { open } from './ask/questions.mjs'
import { kramdownOf, referenceAt } from './ask/references.mjs'

const root = path.resolve(import.meta.dirname, '..')
const shared = path.join(root, '../shared')
const words = process.argv.slice(2)
const flag = (name) => words.includes(`--${name}`)
const value = (name, other) => (flag(name) ? words[words.indexOf(`--${name}`) + 1] : other)
const count = Number(value('count', 20000))
const withWarnings = flag('warnings')
const referenceName = value('reference', 'bookworm')
const version = kramdownOf(referenceName)

const GFM = { input: 'GFM', hard_wrap: false, syntax_highlighter: null }
const OWN = { syntax_highlighter: null }
const SETS = {
  jekyll: GFM,
  kramdown: OWN,
  wrapped: { ...GFM, hard_wrap: true },
  html: { ...OWN, input: 'html' },
  quirks: { ...GFM, gfm_quirks: [] },
  untyped: { ...GFM, gfm_quirks: ['paragraph_end', 'no_auto_typographic'] },
  'no-span-html': { ...GFM, parse_span_html: false },
  'no-span-html-kramdown': { ...OWN, parse_span_html: false },
  'block-html': { ...GFM, parse_block_html: true },
  'block-html-kramdown': { ...OWN, parse_block_html: true },
  native: { ...GFM, html_to_native: true },
  'native-kramdown': { ...OWN, html_to_native: true },
  'native-block-html': { ...GFM, html_to_native: true, parse_block_html: true },
  'as-input': { ...GFM, entity_output: 'as_input' },
  numeric: { ...GFM, entity_output: 'numeric', smart_quotes: ['apos', 'apos', 'quot', 'quot'] },
  symbolic: { ...OWN, entity_output: 'symbolic', typographic_symbols: { mdash: '---', hellip: '<>' } },
  'header-links': { ...GFM, header_links: true },
  'header-links-kramdown': { ...OWN, header_links: true, auto_id_prefix: 'p-' },
  'link-text': { ...GFM, footnote_link_text: '<%s> & %s' },
  footnotes: {
    ...OWN,
    footnote_nr: 5,
    footnote_prefix: 'p',
    footnote_backlink: '^ %s & <b>',
    footnote_backlink_inline: true,
  },
  'no-backlink': { ...GFM, footnote_backlink: '' },
  ids: { ...OWN, auto_id_prefix: 'x-', auto_id_stripping: true, header_offset: 2, toc_levels: [2, 3] },
  'gfm-ids': { ...GFM, auto_id_prefix: 'x-', header_offset: -1, toc_levels: '1..2' },
  'no-ids': { ...GFM, auto_ids: false, math_engine: null },
  'no-math': { ...OWN, math_engine: null, remove_line_breaks_for_cjk: true },
  links: { ...GFM, link_defs: { a: ['http://x.y', 'T'], foo: ['z'] } },
  rest: {
    ...OWN,
    remove_block_html_tags: false,
    remove_span_html_tags: true,
    line_width: 20,
    enable_coderay: false,
  },
}

let state = Number(value('seed', 1)) * 2654435761 || 1
/** xorshift: the same documents for the same seed. */
const random = (n) => {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % n
}
const pick = (list) => list[random(list.length)]
const often = (percent) => random(100) < percent

const cases = JSON.parse(fs.readFileSync(path.join(shared, 'conformance/kramdown/cases.json'), 'utf8'))
const caseLines = [...new Set(cases.flatMap((one) => one.text.split('\n')))].filter(
  (line) => line.length < 120,
)
const WORDS = 'foo bar a b Ünï 日本 x1 it s 2 word The'.split(' ')
const MARKS = [
  ...'* ** *** _ __ ` `` " \' \'\' "" \'" -- --- ... << >> < > & &amp; &copy; &#38; &#x41; &bogus; [ ] ![ ]('.split(
    ' ',
  ),
  ...') [a] [^1] [^x] ](u) [][a] ]: <b> </b> <br> <br/> </i> <span> </span> <code> </code> <p> </p> <div>'.split(
    ' ',
  ),
  ...'</div> <http://a.b/c_d> <a@b.c> $$ $$x$$ \\ \\* \\" \\[ \\| {:.c} {::comment} {:/} {::nomarkdown}'.split(
    ' ',
  ),
  ..."{:/comment} ~~ ~ | \t : ; . , ! ? - + = # { } ^ s 1. 80s '80s (c) \\\\ <script> </script> <kbd>".split(
    ' ',
  ),
  ...[
    '](u "t")',
    '](<u v>)',
    '<i x="1">',
    '<!-- c -->',
    '{: #i k="v"}',
    ' | ',
    '  ',
    '</kbd>',
    '<em>',
    '</em>',
  ],
  ...[
    '<strong>',
    '</strong>',
    '<a href="x">',
    '</a>',
    '<img src="y" alt="&amp;">',
    '<u markdown="0">',
    '</u>',
  ],
  ...[
    '<time>',
    '</time>',
    '<![CDATA[',
    ']]>',
    '<![CDATA[ <x> ]]>',
    '<source src="a">',
    '<?x',
    '?>',
    'foo bar',
  ],
  ...[
    '&nsub;',
    '&frac23;',
    '&Gammad;',
    '&ape;',
    '&bigstar;',
    'a_b',
    'a__b',
    '___',
    '____',
    'foo_',
    'foo\tbar',
    '\n',
  ],
  ...[
    '<video>',
    '</video>',
    '<audio src="s" />',
    '1__',
    '-_',
    '!__',
    'Ünï_b',
    '1:',
    '<embed>',
    '<data>',
    '</data>',
    '\u00a0',
    '\u2003',
  ],
]

function span() {
  let out = ''
  for (let n = 1 + random(8); n > 0; n--) {
    out += often(50) ? pick(WORDS) : pick(MARKS)
    if (often(45)) out += ' '
  }
  return out
}

const TAGS = [
  ...[
    '<div>',
    '</div>',
    '<div markdown="1">',
    '<p>',
    '</p>',
    '<pre>',
    '</pre>',
    '<table>',
    '<span>',
    '</span>',
    '<br>',
  ],
  ...[
    '<div class="x" markdown="span">',
    '<hr>',
    '<!-- x',
    '-->',
    '<!-- y -->',
    '<script>',
    '</script>',
    '<foo>',
  ],
  ...[
    '</foo>',
    '<details>',
    '</details>',
    '<div markdown="0">',
    '<ul><li>',
    '</li></ul>',
    '<img src="x">',
    '<dl><dt>',
  ],
  ...[
    '<section markdown="block">',
    '</section>',
    '<h2>',
    '</h2>',
    '<ol>',
    '<li>',
    '</li>',
    '</ol>',
    '<blockquote>',
  ],
  ...[
    '</blockquote>',
    '<table><tr><td>',
    '</td></tr></table>',
    '<td>',
    '<th>',
    '<tr>',
    '</table>',
    '</dt><dd>',
  ],
  ...[
    '</dd></dl>',
    '<pre><code class="language-x">',
    '</code></pre>',
    '<em>',
    '</em>',
    '<?xml ?>',
    '<textarea>',
  ],
  ...['<time>', '</time>', '<![CDATA[', ']]>', '<![CDATA[ & <b> ]]>', '<?php', '?>', '<video>', '</video>'],
  ...['<style/>', '<script a=""/>', '<hr markdown="block">', '<hr markdown="span">', '<br markdown="block">'],
  ...['<div markdown="1"/>', '<div/>', '<style markdown="block"></style>', '<script markdown="1">x</script>'],
  ...[
    '<source>',
    '<embed>',
    '<figure>',
    '</figure>',
    '<table>\n</table>',
    '<template>',
    '</template>',
    '<picture>',
  ],
]
const OPTIONS = [
  ...[
    'hard_wrap="true"',
    'hard_wrap="false"',
    'gfm_quirks="paragraph_end"',
    'gfm_quirks=""',
    'parse_block_html="true"',
  ],
  ...[
    'parse_span_html="false"',
    'html_to_native="true"',
    'auto_id_prefix="p-"',
    'header_offset="1"',
    'entity_output="numeric"',
  ],
  ...[
    'smart_quotes="apos,apos,quot,quot"',
    'toc_levels="2..3"',
    'footnote_nr="3"',
    'a b="c"',
    'toc_levels="x"',
    'math_engine=""',
  ],
  ...[
    'header_links="true"',
    'footnote_link_text="[%s]"',
    'footnote_link_text="x"',
    'forbidden_inline_options="auto_ids"',
  ],
]
const BLOCKS = [
  () => `# ${span()}`,
  () => '#'.repeat(1 + random(7)) + pick([' ', '', '\t']) + span() + pick([' #', '', '{#id}', ' {#id}']),
  () => `${span()}\n${pick(['---', '===', '-', '=', '- -', '-='])}`,
  () => pick(['* ', '- ', '+ ', '1. ', '10. ', '*\t', '-   ', '* * ', '*| ']) + span(),
  () => pick(['* ', '- ', '1. ']) + pick(['[ ] ', '[x] ', '{:.c} ', '> ', '# ', '    ', '']) + span(),
  () => `> ${span()}`,
  () => pick(['>', '> > ', ' > ', '>     ']) + span(),
  () => `    ${span()}`,
  () => `\t${span()}`,
  () => `${pick([' \t', '  \t', '   \t'])}${span()}\n${pick([' \t', '  \t', ''])}${span()}`,
  () =>
    `${pick(['```', '~~~'])}${pick(['\u00a0', '\u2003', ' \u00a0', ' x\u00a0', ' x\u2003y', '\u00a0x y'])}\n${span()}\n${pick(['```', '~~~'])}`,
  () =>
    `${pick(['```', '~~~', '````', '```ruby', '~~~ js', '``` a b', '```x?y=1'])}\n${span()}\n${pick(['```', '~~~', '', '````', '  ```'])}`,
  () => pick(['***', '* * *', '---', '___', '- - -', '-- -']),
  () => `| ${span()} | ${span()}${pick([' |', ''])}`,
  () => pick(['|---|---|', '|:-:|-:|', '---|---', '|===|', '|-', '+--+--+']),
  () => `| ${span()} | ${span()} |\n|---|:-:|\n| ${span()} | ${span()} |\n`,
  () => pick([':   ', ': ', ' : ', ':\t']) + span(),
  () => `[a]: ${pick(['u', '<u v>', 'u "t"', "u 't'", '"u"', 'u v', '', 'u\n  "t"'])}`,
  () => `[^1]: ${span()}`,
  () => `[^x]:\n    ${span()}`,
  () => `*[foo]: ${span()}`,
  () =>
    `*[${pick(['foo bar', 'a b', 'foo  bar', 'a', 'x1 it s', 'a_b', ' a', 'foo bar ', 'a\tb', 'foo\\]', 'it'])}]: ${span()}`,
  () =>
    pick([
      '{:.c}',
      '{: #i}',
      '{:a: .x k="v"}',
      '{: a}',
      '{:toc}',
      '{: .no_toc}',
      '{:}',
      '{:.c #d}',
      '{:class=""}',
      '{:.d class="e"}',
      '{:auto_ids}',
      '{:auto_ids-p}',
    ]),
  () =>
    pick([
      '{::comment}',
      '{:/comment}',
      '{:/}',
      '{::options auto_ids="false" /}',
      '{::nomarkdown}',
      '{:/nomarkdown}',
      '{:.c}\n{::comment}\nx\n{:/comment}',
      '{:.c}\n{::nomarkdown}\nx\n{:/}',
    ]),
  () =>
    pick([
      '{::comment /}',
      '{::options hard_wrap="true" /}',
      '{::unknown}',
      '{::options nosuch="1" /}',
      '{:footnotes}',
    ]),
  () => '^',
  () => `{::options ${pick(OPTIONS)} /}`,
  () => pick(TAGS) + pick(['', span(), span() + pick(TAGS)]),
  () => `$$ ${span()} $$`,
  () => `$$\n${span()}\n$$`,
  span,
  span,
  span,
  () => span() + pick(['  ', '\\', '\\\\', '   ']),
  () => pick(caseLines),
  () => pick(caseLines),
  () => '',
  () => '',
  () => ' '.repeat(random(8)),
  () => '* toc\n{:toc}',
  () => 'term',
]

function grown() {
  const out = []
  for (let n = 1 + random(9); n > 0; n--) {
    let block = pick(BLOCKS)()
    if (often(25)) {
      const indent = pick(['  ', '    ', ' ', '   ', '\t', ' \t', '> ', '     ', '      '])
      block = block
        .split('\n')
        .map((line) => indent + line)
        .join('\n')
    }
    out.push(block)
    if (often(35)) out.push('')
  }
  return out.join('\n') + pick(['\n', '', '\n\n'])
}

function changed(text) {
  const lines = text.split('\n')
  for (let n = 1 + random(3); n > 0; n--) {
    const at = random(lines.length)
    const line = lines[at] ?? ''
    const column = random(line.length + 1)
    switch (random(7)) {
      case 0:
        lines.splice(at, 1)
        break
      case 1:
        lines.splice(at, 0, pick(caseLines))
        break
      case 2:
        lines[at] = pick(['  ', '    ', '> ', '* ', ' ']) + line
        break
      case 3:
        lines.splice(at, 0, '')
        break
      case 4:
        lines[at] = line.slice(0, column) + pick(MARKS) + line.slice(column)
        break
      case 5:
        lines[at] = line.slice(0, column) + line.slice(column + 1)
        break
      default:
        lines[at] = line.replace(/^\s+/, '')
    }
  }
  return lines.join('\n')
}

const bundle = path.join(tmpdir(), `whirl-kramdown-fuzz-${process.pid}.mjs`)
await build({
  entryPoints: [path.join(root, 'src/kramdown/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
})
const { toHtml } = await import(pathToFileURL(bundle).href)
fs.rmSync(bundle)

const reference = open(referenceAt(referenceName))
const ask = (text, options) => reference.ask({ ask: 'kramdown', text, options })

function ours(text, options) {
  try {
    return toHtml(text, { ...options, version })
  } catch (error) {
    return { html: `CRASH ${error.stack}`, warnings: [] }
  }
}
// kramdown says the same thing twice when it goes back to read a text again.
const sorted = (list) => JSON.stringify([...new Set(list)].sort())
function equal(text, options, answer) {
  if (answer.error) return true
  const { html, warnings } = ours(text, options)
  return html === answer.output && (!withWarnings || sorted(warnings) === sorted(answer.warnings))
}

/** The smallest part of `text` that still differs: first without lines, then without characters. */
async function smallest(text, options) {
  const differs = async (part) => !equal(part, options, await ask(part, options))
  let parts = text.split(/(?<=\n)/)
  for (const split of [(list) => list, (list) => [...list.join('')]]) {
    parts = split(parts)
    for (let size = Math.max(1, parts.length >> 1); size >= 1; ) {
      let any = false
      for (let at = 0; at < parts.length; ) {
        const left = [...parts.slice(0, at), ...parts.slice(at + size)]
        if (left.length > 0 && (await differs(left.join('')))) {
          parts = left
          any = true
        } else at += size
      }
      if (size > 1) size >>= 1
      else if (!any) break
    }
  }
  return parts.join('')
}

async function run(name, options) {
  const found = []
  let errors = 0
  for (let from = 0; from < count; from += 500) {
    const texts = Array.from({ length: Math.min(500, count - from) }, () =>
      often(60) ? grown() : changed(pick(cases).text),
    )
    const answers = await Promise.all(texts.map((text) => ask(text, options)))
    texts.forEach((text, n) => {
      if (answers[n].error) errors++
      else if (!equal(text, options, answers[n])) found.push(text)
    })
  }
  const share = (100 * (1 - found.length / count)).toFixed(2)
  console.log(
    `${name}: ${count} documents, ${found.length} differ (${share} % equal), ${errors} reference errors`,
  )
  const kinds = new Set()
  for (const text of found) {
    if (kinds.size >= Number(value('show', 20))) break
    const small = await smallest(text, options)
    const kind = small.replace(/[a-z0-9]+/gi, 'w')
    if (kinds.has(kind)) continue
    kinds.add(kind)
    const answer = await ask(small, options)
    const own = ours(small, options)
    console.log(`## ${JSON.stringify(small)}\n  reference ${JSON.stringify(answer.output)}`)
    console.log(`  ours      ${JSON.stringify(own.html)?.slice(0, 600)}`)
    if (withWarnings && sorted(own.warnings) !== sorted(answer.warnings)) {
      console.log(`  reference warns ${JSON.stringify(answer.warnings)}`)
      console.log(`  ours            ${JSON.stringify(own.warnings)}`)
    }
    if (flag('keep')) keep(small, options)
  }
}

/** As a fixture without an answer; `npm run ask -- --record` asks for it. */
function keep(text, options) {
  const file = path.join(root, 'tests/kramdown/fixtures/found.txt')
  const old = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const title = text
    .trim()
    .replace(/\s*\n\s*/g, ' / ')
    .slice(0, 60)
  let name = title
  for (let n = 2; old.includes(`=== ${name}\n`); n++) name = `${title} (${n})`
  const warned = withWarnings ? '-- warnings --\n\n' : ''
  fs.appendFileSync(
    file,
    `=== ${name}\n-- options --\n${JSON.stringify(options)}\n-- text --\n${text}\n-- html --\n\n${warned}`,
  )
}

const wanted = value('set', 'jekyll')
for (const [name, options] of Object.entries(SETS))
  if (wanted === 'all' || wanted.split(',').includes(name)) await run(name, options)
reference.end()
