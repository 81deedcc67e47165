/**
 * npm run bench -- [--posts 24,1000,10000] [--with whirl,jekyll,hugo] [--runs N] [--work DIR]
 *
 * Builds the same blog with Whirl, Jekyll and Hugo in one run and prints wall time, CPU time, peak memory and how many
 * times faster than Jekyll each is. Every build starts from nothing: no output, no cache. Of N runs the fastest
 * counts (default: 5 of the smallest, 1 of the largest).
 *
 * Jekyll is not handicapped: its walk over the written files, which looks every file up in a list of all before it,
 * is replaced by a plain one (linear-jekyll.rb); stock Jekyll is slower still.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateSite } from './generate-site.mjs'

const here = import.meta.dirname
const words = process.argv.slice(2)
const option = (name, fallback) => {
  const at = words.indexOf(`--${name}`)
  return at < 0 ? fallback : words[at + 1]
}
const sizes = option('posts', '24,1000,10000').split(',').map(Number)
const wanted = option('with', 'whirl,jekyll,hugo').split(',')
const work = path.resolve(option('work', path.join(os.tmpdir(), 'whirl-bench')))
const cli = path.resolve(here, '../dist/cli.js')

const BUILDERS = {
  jekyll: {
    source: 'jekyll',
    command: (out) => ['jekyll', 'build', '--quiet', '--disable-disk-cache', '-d', out],
    env: { RUBYOPT: `-r${path.join(here, 'linear-jekyll.rb')}`, JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
  },
  whirl: {
    source: 'jekyll',
    command: (out) => [process.execPath, cli, 'build', '--quiet', '--disable-disk-cache', '-d', out],
    env: {},
  },
  hugo: {
    source: 'hugo',
    command: (out) => ['hugo', '--quiet', '--ignoreCache', '--noBuildLock', '-d', out],
    env: {},
  },
}

/** Wall and CPU seconds and peak megabytes of one build, or the reason why there are none. */
function measure(name, site, out) {
  const builder = BUILDERS[name]
  fs.rmSync(out, { recursive: true, force: true })
  const report = path.join(work, 'time.txt')
  const began = performance.now()
  const done = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S %M', ...builder.command(out)], {
    cwd: path.join(site, builder.source),
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...builder.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const wall = (performance.now() - began) / 1000
  if (done.error) return { failed: done.error.message }
  if (done.status !== 0) return { failed: (done.stderr || done.stdout).trim().split('\n')[0] }
  const [user, system, kilobytes] = fs
    .readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map(Number)
  const pages = fs
    .readdirSync(out, { recursive: true })
    .filter((file) => /\.(html|xml)$/.test(String(file))).length
  return { wall, cpu: user + system, memory: kilobytes / 1024, pages }
}

function fastest(name, site, out, runs) {
  let best
  for (let run = 0; run < runs; run++) {
    const taken = measure(name, site, out)
    if (taken.failed) return taken
    if (best === undefined || taken.wall < best.wall) best = taken
  }
  return best
}

fs.mkdirSync(work, { recursive: true })
console.log(`${os.cpus().length} x ${os.cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`)
console.log('posts    builder   wall s    CPU s   peak MB   pages   times faster than Jekyll')
for (const posts of sizes) {
  const site = path.join(work, String(posts))
  generateSite(posts, site)
  const runs = Number(option('runs', posts <= 100 ? 5 : posts <= 1000 ? 3 : 1))
  const results = new Map(
    wanted.map((name) => [name, fastest(name, site, path.join(work, `out-${name}`), runs)]),
  )
  const jekyll = results.get('jekyll')
  for (const [name, result] of results) {
    const lead = `${String(posts).padEnd(8)} ${name.padEnd(8)}`
    if (result.failed) {
      console.log(`${lead} failed: ${result.failed}`)
      process.exitCode = 1
      continue
    }
    const ratio = jekyll?.wall === undefined ? '' : `${(jekyll.wall / result.wall).toFixed(1)}x`
    const numbers = [result.wall.toFixed(2), result.cpu.toFixed(2), result.memory.toFixed(0)]
    console.log(
      `${lead} ${numbers[0].padStart(7)}  ${numbers[1].padStart(7)}   ${numbers[2].padStart(7)} ${String(result.pages).padStart(7)}   ${ratio}`,
    )
  }
}
