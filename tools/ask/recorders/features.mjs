/** What Jekyll says and does about the cases of tests/features/*.txt: answers.json beside them. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { changes, plainLines, readCases, writeCase } from '../../../tests/features/answered.mjs'
import { referenceAt } from '../references.mjs'

export const features = {
  files: /^tests\/features\/[\w-]+\.txt$/,
  record({ file, title }) {
    const { command, env } = referenceAt('bookworm')
    const target = path.join(path.dirname(file), 'answers.json')
    const old = JSON.parse(fs.readFileSync(target, 'utf8'))
    const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'answers-')))
    const answers = readCases(path.basename(file)).map((one) => {
      const name = `${one.group}: ${one.title}`
      if (old[name] !== undefined && !one.title.includes(title)) return [name, old[name]]
      const parent = path.join(scratch, 'parent')
      const site = writeCase(parent, one)
      const done = spawnSync(command[0], one.args, {
        cwd: site,
        // Ruby would show lines of its own sources.
        env: { ...env, RUBYOPT: '--disable=error_highlight', ...one.env },
        encoding: 'utf8',
        timeout: 60_000,
      })
      return [
        name,
        {
          exit: done.status,
          out: plainLines(done.stdout, site),
          err: plainLines(done.stderr, site),
          ...(done.status === 0 ? { files: changes(parent, one) } : {}),
        },
      ]
    })
    fs.rmSync(scratch, { recursive: true, force: true })
    const own = `${path.basename(file, '.txt')}: `
    const rest = Object.entries(old).filter(([name]) => !name.startsWith(own))
    // By files, as they are read.
    const groupOf = ([name]) => name.slice(0, name.indexOf(': '))
    const all = [...rest, ...answers].sort((a, b) =>
      groupOf(a) < groupOf(b) ? -1 : groupOf(a) > groupOf(b) ? 1 : 0,
    )
    fs.writeFileSync(target, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`)
    return answers.length
  },
}
