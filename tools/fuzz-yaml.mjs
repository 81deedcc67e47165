// node tools/fuzz-yaml.mjs [--count 200000] [--seed 1] [--show 20] [--stock]
// Random front matter, rich in tags, through our reader and Psych of the installed Jekyll, or SafeYAML of upstream's (WHIRL_STOCK). Prints how many texts differ in
// value or in whether they are refused, and the smallest of those that do. Not counted: symbols, which we take on purpose
// as SafeYAML does, numbers and bytes that JSON cannot hold, and values that contain themselves, which we refuse on purpose:
// no page could print them. Keys that are hashes with bytes in them are compared as the text of those bytes.
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { open } from './ask/questions.mjs'
import { referenceAt } from './ask/references.mjs'

const root = path.resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const value = (name, other) =>
  words.includes(`--${name}`) ? Number(words[words.indexOf(`--${name}`) + 1]) : other
const count = value('count', 200000)
const isStock = words.includes('--stock')

let state = value('seed', 1) * 2654435761 || 1
/** xorshift: the same texts for the same seed. */
const random = (n) => {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % n
}
const pick = (list) => list[random(list.length)]
const often = (percent) => random(100) < percent

const TAGS = (
  '! !x !X/y !!foo !str !!str !int !!int !float !!float !bool !!bool !null !!null !binary !!binary !omap !!omap !set !!set ' +
  '!seq !!seq !map !!map !!timestamp !!pairs !!merge !ruby/object !ruby/object:Foo !ruby/hash !ruby/hash:Foo !ruby/array ' +
  '!ruby/string !ruby/str !ruby/range !ruby/regexp !ruby/struct !ruby/exception !<x> !<tag:yaml.org,2002:str>'
).split(' ')
const SCALARS = (
  'a No yes ~ null true 2 3.5 010 0x1f 0b11 1e3 1.0e+3 1_0 1,5 1:30 .5 5. -1 +1 .inf 2020-01-01 2020-1-1 08 1__0 y Off << ' +
  '"" \'\' "2" \'~\' "a b" \'No\' "1e3" " 3" aGk= a-b #c & *a @a a:b -a'
).split(/ (?=(?:[^"']|"[^"]*"|'[^']*')*$)/)

function scalar() {
  if (often(4))
    return `${pick(['2020-01-01', '2020-1-1'])} ${pick(['0:00:00', '1:02:03.5', '10:00:00 Z', '1:02:03 +01:00'])}`
  return pick(SCALARS)
}
const tagged = (text) => `${often(35) ? `${pick(TAGS)} ` : ''}${often(4) ? '&a ' : ''}${text}`

function flow(depth) {
  const items = (make) => Array.from({ length: random(4) }, make).join(', ')
  if (depth > 2 || often(55)) return tagged(often(6) ? '' : scalar())
  if (often(50))
    return tagged(`[${items(() => (often(20) ? `${scalar()}: ${flow(depth + 1)}` : flow(depth + 1)))}]`)
  return tagged(`{${items(() => `${pick(['a', 'b', 'str', '1', '<<'])}: ${flow(depth + 1)}`)}}`)
}

function block(indent, depth) {
  const pad = ' '.repeat(indent)
  const lines = []
  const list = often(30)
  for (let n = 1 + random(3); n > 0; n--) {
    const key = list ? '-' : `${pick(['a', 'b', 'c', 'str', '? d', '"e"', '1', '<<'])}:`
    if (often(12))
      lines.push(
        `${pad}${key} ${tagged(pick(['|', '>', '|-', '>-', '|+']))}\n${pad}  ${scalar()}${often(30) ? `\n${pad}  ${scalar()}` : ''}`,
      )
    else if (depth < 2 && often(20))
      lines.push(`${pad}${key} ${often(40) ? pick(TAGS) : ''}\n${block(indent + 2, depth + 1)}`)
    else lines.push(`${pad}${key} ${flow(0)}`)
  }
  return lines.join('\n')
}

const bundle = path.join(tmpdir(), `whirl-yaml-fuzz-${process.pid}.mjs`)
await build({
  entryPoints: [path.join(root, 'src/base/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
})
const { CalendarDate, parseYaml, RubyFloat, rubyToS, Time, zoneFor } = await import(
  pathToFileURL(bundle).href
)
fs.rmSync(bundle)
const zone = zoneFor('UTC')

/** As the reference's answer is: JSON, and the classes of the scalars. */
function shown(item) {
  if (item instanceof Map)
    return [
      Object.fromEntries([...item].map(([k, v]) => [rubyToS(k), shown(v)[0]])),
      Object.fromEntries([...item].map(([k, v]) => [rubyToS(k), shown(v)[1]])),
    ]
  if (Array.isArray(item)) return [item.map((v) => shown(v)[0]), item.map((v) => shown(v)[1])]
  if (item instanceof CalendarDate) return [rubyToS(item), 'Date']
  if (item instanceof Time) return [rubyToS(item), 'Time']
  if (item instanceof RubyFloat) return [item.value, 'Float']
  if (typeof item === 'number') return [item, Number.isInteger(item) ? 'Integer' : 'Float']
  if (typeof item === 'bigint') return [Number(item), 'Integer']
  if (item === null) return [null, 'NilClass']
  if (typeof item === 'boolean') return [item, item ? 'TrueClass' : 'FalseClass']
  return [item, 'String']
}
const ordered = (item) =>
  JSON.stringify(item, (_, v) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort())
      : v,
  )

/** Bytes and signs that Ruby writes as `\xD7` or `\u001F`, as text: ours holds `!binary` as text from the start. */
const unescaped = (json) =>
  json.replace(/(?:\\{2}x[0-9A-F]{2}|[\x80-\uffff]|\\{2}u00[01][0-9A-F])+/g, (run) => {
    const bytes = [...run.matchAll(/\\{2}(?:x|u00)(..)|([^\\])/g)].map(([, hex, sign]) =>
      hex === undefined ? Buffer.from(sign) : Buffer.from([Number.parseInt(hex, 16)]),
    )
    return Buffer.concat(bytes).toString('utf8')
  })
/** A hash or a list within itself, as Ruby shows it in a key. */
const CYCLE = /\{\.\.\.\}|\[\.\.\.\]/

function ours(text) {
  const { error, value: read } = parseYaml(text, zone, 'a', isStock ? 'safe_yaml' : 'psych')
  return error === undefined ? shown(read) : undefined
}
const LEFT_OUT = /Symbol|GeneratorError|NaN|Infinity|is no JSON/
/** 'same', 'other', or 'out' for what is not counted. */
function compared(text, { error, output, classes }) {
  if (LEFT_OUT.test(error ?? ordered(classes)) || CYCLE.test(ordered(output ?? null))) return 'out'
  const own = ours(text)
  if (error !== undefined || own === undefined)
    return error !== undefined && own === undefined ? 'same' : 'other'
  return unescaped(ordered(own)) === unescaped(ordered([output, classes])) ? 'same' : 'other'
}

const reference = open(referenceAt(isStock ? 'stock' : 'bookworm'))
const ask = (text) => reference.ask({ ask: 'yaml', text })
const tally = { same: 0, other: 0, out: 0 }
const found = []
for (let from = 0; from < count; from += 1000) {
  const texts = Array.from({ length: Math.min(1000, count - from) }, () => block(0, 0))
  const answers = await Promise.all(texts.map(ask))
  texts.forEach((text, n) => {
    const kind = compared(text, answers[n])
    tally[kind]++
    if (kind === 'other') found.push(text)
  })
}
const share = ((100 * tally.same) / Math.max(1, tally.same + tally.other)).toFixed(3)
console.log(`${count} texts, ${tally.other} differ (${share} % equal), ${tally.out} not compared`)
for (const text of found.sort((a, b) => a.length - b.length).slice(0, value('show', 20))) {
  const { error, output, classes } = await ask(text)
  console.log(
    `## ${JSON.stringify(text)}\n  reference ${error ?? ordered([output, classes])}\n  ours      ${ordered(ours(text))}`,
  )
}
reference.end()
