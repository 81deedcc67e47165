/** One build, measured: what it took of the clock, of the processors and of memory. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const TIME = '/usr/bin/time'

/**
 * Runs `command` in `folder`: seconds of the clock, of the program and of the system on its behalf, and the megabytes that
 * the largest of its processes had at its peak; or `failed`, the first lines of what it said.
 */
export function measure([command, ...args], folder, env, work) {
  if (!fs.existsSync(TIME)) throw new Error(`${TIME} is not there: install the package \`time\``)
  const report = path.join(work, 'time.txt')
  const began = performance.now()
  const done = spawnSync(TIME, ['-o', report, '-f', '%U %S %M', command, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const wall = (performance.now() - began) / 1000
  if (done.error) return { failed: done.error.message }
  if (done.status !== 0) return { failed: firstLines(done.stderr || done.stdout) || `exit ${done.status}` }
  const [user, system, kilobytes] = fs.readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ')
  return { wall, user: Number(user), system: Number(system), memory: Number(kilobytes) / 1024 }
}

function firstLines(text) {
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .slice(0, 2)
    .join(' ')
    .slice(0, 200)
}

/** The value in the middle; of an even number of them the mean of both. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
