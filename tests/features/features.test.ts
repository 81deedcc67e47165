/**
 * Jekyll's own scenarios, run with the bundled command: `conformance/jekyll-features.snap` holds how many pass and names
 * those that do not. `WHIRL_UPDATE=1` writes it anew; a change of it is looked at like any other.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'

const root = path.resolve(import.meta.dirname, '../..')
const runner = path.join(root, '../shared/conformance/jekyll-features/run.mjs')
const cli = path.join(root, 'dist/cli.js')
const snapshot = path.join(root, 'conformance/jekyll-features.snap')

const missing =
  lacking('shared', '../shared', fs.existsSync(runner)) ||
  lacking('bundle', 'dist/cli.js', fs.existsSync(cli))

interface Results {
  readonly scenarios: readonly {
    readonly id: string
    readonly name: string
    readonly status: string
    readonly reason?: string
  }[]
}

test.skipIf(missing)("Jekyll's scenarios pass", { timeout: 600_000 }, async () => {
  const at = makeSite()
  const file = at.at('results.json')
  const command = at.at('jekyll')
  const cases = `build|b|serve|server|s|new) exec "${process.execPath}" "${cli}" "$@" --compat ${RECORDED} ;;`
  fs.writeFileSync(
    command,
    `#!/bin/sh\ncase "$1" in ${cases} *) exec "${process.execPath}" "${cli}" "$@" ;; esac\n`,
  )
  fs.chmodSync(command, 0o755)
  const said = await run([runner, '--command', command, '--json', file, '--jobs', '1'])
  const { scenarios } = JSON.parse(fs.readFileSync(file, 'utf8')) as Results
  const counted = scenarios.filter((each) => ['passed', 'failed'].includes(each.status))
  const failed = counted.filter((each) => each.status === 'failed')
  const lines = failed.map((each) => `${each.id} ${each.name} -- ${each.reason ?? ''}`)
  const text = [`passed ${counted.length - failed.length}/${counted.length}`, ...lines, ''].join('\n')
  if (process.env.WHIRL_UPDATE === '1') fs.writeFileSync(snapshot, text)
  expect(text, said).toBe(fs.readFileSync(snapshot, 'utf8'))
})

/** Runs a script with Node; answers all it printed. */
function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const add = (text: Buffer): void => {
      said += text.toString()
    }
    child.stdout.on('data', add)
    child.stderr.on('data', add)
    child.on('error', reject)
    child.on('close', () => resolve(said))
  })
}
