/**
 * Runs a site through a reference or through Whirl's bundle, both under one clock, zone and locale.
 *
 * A directory is either a site, or a fixture with `source/` and perhaps `build.json` (`args`: flags of the build,
 * `env`: environment on top of the common one). The clock is `time:` of the configuration; a site that sets none gets
 * the time of CLOCK through one more configuration file.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ENVIRONMENT } from '../../tools/ask/references.mjs'

const CLOCK = '2026-01-02 03:04:05 +0000'
const CONFIGS = ['_config.yml', '_config.yaml', '_config.toml']

/** Whirl as a builder: what `build` takes, as a reference of tools/ask/references.mjs is. */
export const WHIRL = {
  command: [process.execPath, path.resolve(import.meta.dirname, '../../dist/cli.js')],
  env: ENVIRONMENT,
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
 * Builds `fixture` with a builder into `destination` (emptied first).
 * Answers the exit code, both outputs and the seconds it took.
 */
export function build({ command, env }, fixture, destination, timeout = 600_000) {
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
      env: { ...env, ...fixture.env },
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
