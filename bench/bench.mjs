/** npm run bench: builds sites with Whirl and its peers, side by side. `npm run bench -- --help` says how. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildersFor } from './builders.mjs'
import { CASES } from './cases.mjs'
import { editedPlaces, FLAVOURS, generateSite } from './generate-site.mjs'
import { realSite } from './real-site.mjs'
import { chart, realRatios, table } from './report.mjs'
import { runSite } from './run-site.mjs'

const OPTIONS = {
  posts: {
    type: 'string',
    default: '24,1000,10000',
    about: 'sizes of the made blog; none for real sites alone',
  },
  blogs: { type: 'string', default: 'plain', about: `kinds of it: ${FLAVOURS.join(', ')}` },
  sites: {
    type: 'string',
    multiple: true,
    default: [],
    about: 'a folder, repository or address, NAME= before it or not',
  },
  with: { type: 'string', default: 'whirl,jekyll,hugo,floor', about: 'who builds; eleventy comes from npm' },
  cases: { type: 'string', default: Object.keys(CASES).join(','), about: 'what is measured' },
  runs: { type: 'string', default: '3', about: 'how often; the medians count' },
  flags: {
    type: 'string',
    about:
      'what Whirl gets besides, `--flags="--compat NAME"`; by default what makes it the Jekyll beside it',
  },
  jekyll: { type: 'string', about: 'the command that is Jekyll' },
  hugo: { type: 'string', about: 'the command that is Hugo' },
  work: { type: 'string', default: path.join(os.tmpdir(), 'whirl-bench'), about: 'where all of it happens' },
  json: { type: 'string', about: 'where the numbers go; by default bench.json there' },
  chart: { type: 'string', about: 'where the picture goes; by default bench.svg there' },
  help: { type: 'boolean', default: false, about: 'this' },
}
function parsed() {
  try {
    return parseArgs({ options: OPTIONS }).values
  } catch (error) {
    console.error(`bench: ${error.message}`)
    process.exit(2)
  }
}

const HELP = `npm run bench -- [OPTION…]

${Object.entries(OPTIONS)
  .map(
    ([name, { about, default: value }]) =>
      `  --${name.padEnd(8)} ${about}${typeof value === 'string' && value !== '' ? ` (${value})` : ''}`,
  )
  .join('\n')}

Cases:
${Object.entries(CASES)
  .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  .join('\n')}
`
const CACHES = `cold: output and every cache are removed before each run. All others: they are kept from the build before, each builder's own
(Whirl's and Jekyll's .jekyll-cache, Hugo's resources). Every run makes another edit, which must show in the output.
Each builder builds each site once before anything is measured: what belongs to a program (its code as V8 compiled it) is there.`

const values = parsed()
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const list = (text) => text.split(',').filter((word) => word !== '' && word !== 'none')
const work = path.resolve(values.work)
fs.mkdirSync(work, { recursive: true })
const known = buildersFor({
  commands: { jekyll: values.jekyll, hugo: values.hugo },
  flags: values.flags?.split(' ').filter(Boolean),
  work,
})
const wanted = list(values.with)
const cases = list(values.cases)
for (const [words, names] of [
  [wanted, Object.keys(known)],
  [cases, Object.keys(CASES)],
  [list(values.blogs), FLAVOURS],
])
  for (const word of words)
    if (!names.includes(word)) {
      console.error(`bench: no ${word}; there are: ${names.join(', ')}`)
      process.exit(2)
    }

const builders = Object.fromEntries(wanted.map((name) => [name, known[name]]))
for (const { prepare } of Object.values(builders)) prepare?.()
const tell = (words) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${words}` : '')
const settings = { cases, runs: Number(values.runs), work, tell }

const machine = {
  date: new Date().toISOString().slice(0, 10),
  cpus: os.cpus().length,
  model: os.cpus()[0]?.model ?? 'unknown',
  memory: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.release()}`,
  node: process.version,
}
const versions = Object.fromEntries(Object.entries(builders).map(([name, { version }]) => [name, version()]))
const caption = `${machine.date}, ${machine.cpus} × ${machine.model}, ${machine.memory} GB, ${machine.system}, Node ${machine.node}`
console.log(`${caption}\n`)
for (const [name, version] of Object.entries(versions)) console.log(`${name.padEnd(9)} ${version}`)
console.log(`\n${CACHES}\nMedians of ${values.runs} runs, the builders by turns.\n`)

const rows = []
const real = []
for (const word of values.sites) {
  const site = realSite(word, work)
  real.push(site.name)
  const fitting = Object.fromEntries(Object.entries(builders).filter(([, { kind }]) => kind === 'jekyll'))
  const places = site.placesOf()
  const possible = cases.filter(
    (each) => CASES[each].file === undefined || places[CASES[each].file] !== undefined,
  )
  rows.push(...runSite(site, { ...settings, cases: possible, builders: fitting }))
}
for (const flavour of list(values.blogs))
  for (const posts of list(values.posts).map(Number)) {
    const name = `${posts} posts${flavour === 'plain' ? '' : `, ${flavour}`}`
    const blog = path.join(work, 'blogs', `${flavour}-${posts}`)
    const kinds = [...new Set(Object.values(builders).map(({ kind }) => kind))]
    tell(`${name}: made`)
    generateSite(posts, blog, { flavour, kinds })
    const sourceOf = (kind) => path.join(blog, kind)
    const placesOf = (kind) => editedPlaces(kind, posts, flavour)
    rows.push(...runSite({ name, posts, sourceOf, placesOf }, { ...settings, builders }))
  }
tell('')
console.log(table(rows))
const ratios = realRatios(rows, real)
if (ratios.length > 0) console.log(`\n${ratios.join('\n')}`)
const result = { machine, versions, caches: CACHES, runs: settings.runs, real: ratios, rows }
const json = values.json ?? path.join(work, 'bench.json')
const picture = values.chart ?? path.join(work, 'bench.svg')
fs.writeFileSync(json, `${JSON.stringify(result, undefined, 2)}\n`)
fs.writeFileSync(picture, chart(rows, caption))
console.log(`\nwritten: ${json}, ${picture}`)
if (rows.some(({ failed }) => failed !== undefined)) process.exitCode = 1
