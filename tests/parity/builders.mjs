/**
 * Runs a site through the installed Jekyll or through Whirl's bundle, both under one clock, zone and locale.
 *
 * A directory is either a site, or a fixture with `source/` and perhaps `build.json` (`args`: flags of the build,
 * `env`: environment on top of the common one). The clock is `time:` of the configuration; a site that sets none gets
 * the time of CLOCK through one more configuration file.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const CLOCK = '2026-01-02 03:04:05 +0000'
const CONFIGS = ['_config.yml', '_config.yaml', '_config.toml']

/** The environment every builder gets: UTC, a UTF-8 locale, nothing of Bundler's. */
export const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: os.tmpdir(),
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  JEKYLL_NO_BUNDLER_REQUIRE: 'true',
}

/** The commands that can build, as words. */
export const JEKYLL = ['jekyll']
export const WHIRL = [process.execPath, path.resolve(import.meta.dirname, '../../dist/cli.js')]

/** Whether Jekyll 4.3 is installed. */
export function hasJekyll() {
  const done = spawnSync('jekyll', ['--version'], { encoding: 'utf8', env: ENVIRONMENT })
  return done.status === 0 && done.stdout.startsWith('jekyll 4.3')
}

/** What to build for the directory `dir`: its source, flags and environment. */
export function fixtureAt(dir) {
  const source = fs.existsSync(path.join(dir, 'source')) ? path.join(dir, 'source') : dir
  const file = path.join(dir, 'build.json')
  const { args = [], env = {} } =
    source !== dir && fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  return { name: path.basename(path.resolve(dir)), source: path.resolve(source), args, env }
}

/**
 * Builds `fixture` with `command` into `destination` (emptied first).
 * Answers the exit code, both outputs and the seconds it took.
 */
export function build(command, fixture, destination, timeout = 600_000) {
  fs.rmSync(destination, { recursive: true, force: true })
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'parity-'))
  try {
    const args = [...fixture.args]
    const own = CONFIGS.find((name) => fs.existsSync(path.join(fixture.source, name)))
    const timed =
      own !== undefined && /^time\s*[:=]/m.test(fs.readFileSync(path.join(fixture.source, own), 'utf8'))
    if (!timed && !args.includes('--config')) {
      const clock = path.join(scratch, 'clock.yml')
      fs.writeFileSync(clock, `time: ${CLOCK}\n`)
      args.push('--config', [...(own ? [own] : []), path.relative(fixture.source, clock)].join(','))
    }
    const [file, ...words] = [...command, 'build', '--disable-disk-cache', '-d', destination, ...args]
    const began = performance.now()
    const done = spawnSync(file, words, {
      cwd: fixture.source,
      env: { ...ENVIRONMENT, ...fixture.env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout,
    })
    const seconds = (performance.now() - began) / 1000
    return { code: done.status ?? -1, stdout: done.stdout ?? '', stderr: done.stderr ?? '', seconds }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true })
  }
}
