/**
 * What plugins in Ruby take: sites that have some, built by Jekyll and by Whirl in one run. Prints a table of processor time
 * (of the program and of the system on its behalf, with all its processes) and of memory at its peak.
 *
 *     node bench/ruby-plugins.mjs [OPTION…] SITE…
 *
 * A SITE is a folder, a repository or an address, NAME= before it or not; behind it `:_config.yml,more.yml` where it is built
 * with other files of settings. `--tag POSTS` measures, besides, what one small tag in Ruby costs a made blog of so many posts.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildersFor } from './builders.mjs'
import { generateSite } from './generate-site.mjs'
import { measure, median } from './measure.mjs'
import { realSite } from './real-site.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1' },
    jekyll: { type: 'string' },
    flags: { type: 'string' },
    tag: { type: 'string' },
    work: { type: 'string', default: path.join(os.tmpdir(), 'whirl-bench-ruby') },
  },
})
if (positionals.length === 0 && values.tag === undefined) {
  console.error(
    'usage: node bench/ruby-plugins.mjs [--runs N] [--jekyll COMMAND] [--flags WORDS] [--tag POSTS] SITE…',
  )
  process.exit(2)
}
const work = path.resolve(values.work)
fs.mkdirSync(work, { recursive: true })
const { whirl, jekyll } = buildersFor({
  commands: { jekyll: values.jekyll },
  flags: values.flags?.split(' ').filter(Boolean),
  work,
})
const CACHE = '.jekyll-cache'
const runs = Number(values.runs)

/** A builder's own copy of a site, in which it builds with `settings`. */
function copyOf(source, settings, builder) {
  const root = path.join(work, 'copy')
  fs.rmSync(root, { recursive: true, force: true })
  const place = { source: path.join(root, 'source'), out: path.join(root, 'out'), list: '' }
  const skipped = new Set([CACHE, '.jekyll-metadata', '_site'].map((name) => path.join(source, name)))
  fs.cpSync(source, place.source, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    filter: (file) => !skipped.has(file),
  })
  const more = settings === undefined ? [] : ['--config', settings]
  return {
    cache: path.join(place.source, CACHE),
    build(isCold) {
      if (isCold) fs.rmSync(place.out, { recursive: true, force: true })
      return measure([...builder.command(place, isCold), ...more], place.source, builder.env, work)
    },
  }
}

/** The started Ruby in the cache, without what is kept of plugins; nothing where none was started. */
function startedIn(cache) {
  const found = fs
    .readdirSync(cache, { recursive: true, withFileTypes: true })
    .find(
      (entry) =>
        entry.isFile() && path.basename(entry.parentPath) === 'ruby' && /^[0-9a-f]+$/.test(entry.name),
    )
  return found === undefined ? undefined : path.join(found.parentPath, found.name)
}

/** Leaves in the cache what a machine keeps for all sites with plugins in Ruby, as if this one had never been built. */
function keepStarted(cache) {
  const file = startedIn(cache)
  if (file === undefined) return fs.rmSync(cache, { recursive: true, force: true })
  const bytes = fs.readFileSync(file)
  fs.rmSync(cache, { recursive: true, force: true })
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
}

/** The builds of one site: by name, or with `failed`. */
function measured(source, settings) {
  const taken = { jekyll: [], first: [], kept: [], again: [] }
  const note = (name, once) => {
    if (once.failed !== undefined) throw new Error(`${name}: ${once.failed}`)
    taken[name].push(once)
  }
  const other = copyOf(source, settings, jekyll)
  for (let run = 0; run < runs; run++) {
    fs.rmSync(other.cache, { recursive: true, force: true })
    note('jekyll', other.build(true))
  }
  const own = copyOf(source, settings, whirl)
  for (let run = 0; run < runs; run++) {
    fs.rmSync(own.cache, { recursive: true, force: true })
    note('first', own.build(true))
    keepStarted(own.cache)
    note('kept', own.build(true))
    note('again', own.build(false))
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [
      name,
      {
        cpu: median(all.map(({ user, system }) => user + system)),
        memory: median(all.map(({ memory }) => memory)),
      },
    ]),
  )
}

const seconds = (value) => value.toFixed(2)
const times = (one, other) => `${(one / other).toFixed(2)} ×`
const rows = []
const tell = (words) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${words}` : '')

console.log(
  `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}`,
)
console.log(
  `Whirl ${whirl.version()}; ${jekyll.version()}; medians of ${runs} runs, seconds of processor time, megabytes at the peak\n`,
)
console.log(
  'first: nothing in the cache. kept: a started Ruby in the cache, nothing of the site. again: right behind that, nothing changed.\n',
)
console.log(
  '| site | Jekyll | Whirl, first | kept | Jekyll / kept | again | Jekyll / again | memory: Jekyll | first | kept | again |',
)
console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
for (const word of positionals) {
  const [, address, settings] = /^(.*?)(?::([^/:]*\.ya?ml.*))?$/s.exec(word)
  const { name, sourceOf } = realSite(address, work)
  tell(name)
  try {
    const row = measured(sourceOf(), settings)
    rows.push(row)
    const { jekyll: one, first, kept, again } = row
    const memory = [one, first, kept, again].map((each) => each.memory.toFixed(0))
    const cells = [
      ...[one.cpu, first.cpu, kept.cpu].map(seconds),
      times(one.cpu, kept.cpu),
      seconds(again.cpu),
      times(one.cpu, again.cpu),
      ...memory,
    ]
    tell('')
    console.log(`| ${[name, ...cells].join(' | ')} |`)
  } catch (error) {
    tell('')
    console.log(`| ${name} | failed: ${error.message} | | | | | | | | | |`)
    process.exitCode = 1
  }
}
const ratios = (name) => rows.map((row) => row.jekyll.cpu / row[name].cpu).sort((a, b) => a - b)
if (rows.length > 1)
  for (const name of ['kept', 'again'])
    console.log(
      `\nJekyll / ${name}: median ${times(median(ratios(name)), 1)}, least ${times(ratios(name)[0], 1)}`,
    )

if (values.tag !== undefined) {
  const blog = path.join(work, 'blog')
  generateSite(Number(values.tag), blog, { kinds: ['jekyll'] })
  const without = measured(path.join(blog, 'jekyll'))
  const withTag = path.join(work, 'blog-with-tag')
  fs.rmSync(withTag, { recursive: true, force: true })
  fs.cpSync(path.join(blog, 'jekyll'), withTag, { recursive: true, preserveTimestamps: true })
  fs.mkdirSync(path.join(withTag, '_plugins'))
  fs.writeFileSync(
    path.join(withTag, '_plugins/small.rb'),
    "class Small < Liquid::Tag\n  def render(_context) = 'small'\nend\nLiquid::Template.register_tag('small', Small)\n",
  )
  fs.writeFileSync(path.join(withTag, 'small.html'), '---\n---\n{% small %}\n')
  const added = measured(withTag)
  console.log(`\nOne small tag in a blog of ${values.tag} posts, seconds:`)
  for (const name of ['jekyll', 'first', 'kept', 'again'])
    console.log(
      `  ${name.padEnd(7)} ${seconds(without[name].cpu)} without, ${seconds(added[name].cpu)} with it`,
    )
}
fs.rmSync(path.join(work, 'copy'), { recursive: true, force: true })
