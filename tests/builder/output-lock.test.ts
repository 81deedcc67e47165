/** Builds of one destination take turns; a lock whose holder is no more holds nobody up. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import { cleanSite } from '../../src/builder/index.ts'
import { thisProcess } from '../../src/builder/output/lock-holder.ts'
import { lockOutput } from '../../src/builder/output/output-lock.ts'
import { configFrom } from '../../src/site/index.ts'
import { siteForEachTest } from '../site-maker.ts'

const place = siteForEachTest()
const lockFile = (): string => place.at('_site/.whirl-lock')
const beside = (): string => place.at('.whirl-lock-_site')

/** Makes a lock as another holder would: `change` says how it differs from one of this process. */
function held(change: Readonly<Record<string, unknown>>, file = lockFile()): void {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, '')
  const { ino } = fs.statSync(file)
  fs.writeFileSync(file, JSON.stringify({ ...thisProcess(ino), ...change }))
}

/** Takes the lock and gives it back; answers who had it. */
function taken(): number {
  const lock = lockOutput(place.at('_site'))
  const file = fs.existsSync(lockFile()) ? lockFile() : beside()
  const { pid } = JSON.parse(fs.readFileSync(file, 'utf8')) as { pid: number }
  lock?.release()
  expect(fs.existsSync(file)).toBe(false)
  return pid
}

const running: ChildProcess[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** A process that runs, and the number of one that does not. */
function another(): number {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' })
  running.push(child)
  return child.pid!
}
const gone = (): number => spawnSync(process.execPath, ['-e', '0']).pid

/** When `process` was started, as the system has it; '' where it does not say. */
function startOf(pid: number): string {
  const stat = `/proc/${pid}/stat`
  if (!fs.existsSync(stat)) return ''
  const text = fs.readFileSync(stat, 'latin1')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]!
}

test('it lies in the destination, or beside it where there is none, and goes', () => {
  expect(taken()).toBe(process.pid)
  expect(fs.readdirSync(place.root)).toEqual([])
  place.put({ '_site/a.html': 'a' })
  expect(taken()).toBe(process.pid)
  expect(fs.readdirSync(place.at('_site'))).toEqual(['a.html'])
})

describe('taken over is', () => {
  test.each([lockFile, beside])('the lock of a process that is no more', (file) => {
    held({ pid: gone() }, file())
    if (file === beside) fs.rmSync(place.at('_site'), { recursive: true, force: true })
    expect(taken()).toBe(process.pid)
  })

  test('that of one whose number another has now', () => {
    const pid = another()
    if (startOf(pid) === '') return
    held({ pid, started: `${startOf(pid)}0` })
    expect(taken()).toBe(process.pid)
  })

  test('that of one with our number, in a container of before', () => {
    held({ started: '1' })
    expect(taken()).toBe(process.pid)
  })

  test('a copy of a lock', () => {
    held({ pid: another(), inode: 1 })
    expect(taken()).toBe(process.pid)
  })

  test('one of another machine that is a minute old', () => {
    held({ pid: another(), machine: 'another' })
    const old = Date.now() / 1000 - 61
    fs.utimesSync(lockFile(), old, old)
    expect(taken()).toBe(process.pid)
  })

  test('what is no lock, link and directory too', () => {
    const old = Date.now() / 1000 - 6
    for (const text of [
      '',
      '{',
      'null',
      '{"pid":"1"}',
      '{"pid":-1,"inode":1,"since":1,"started":"","machine":""}',
    ]) {
      place.put({ '_site/.whirl-lock': text })
      fs.utimesSync(lockFile(), old, old)
      expect(taken()).toBe(process.pid)
    }
    fs.symlinkSync('/dev/zero', lockFile())
    expect(taken()).toBe(process.pid)
    place.put({ '_site/.whirl-lock/deep/a.txt': 'a' })
    expect(taken()).toBe(process.pid)
  })

  test('that of a process that was killed while it took one over', () => {
    held({ pid: gone() })
    place.put({ '_site/.whirl-lock-taken': '' })
    const old = Date.now() / 1000 - 6
    fs.utimesSync(`${lockFile()}-taken`, old, old)
    expect(taken()).toBe(process.pid)
    expect(fs.readdirSync(place.at('_site'))).toEqual([])
  })
})

describe('waited for is', () => {
  /** What a build says that waits for a lock, `milliseconds` after its first look. */
  function refusal(milliseconds: number): readonly string[] {
    const said: string[] = []
    const began = Date.now()
    let looks = 0
    // Two looks a round; a round more than needed, since others may look, too.
    vi.spyOn(Date, 'now').mockImplementation(() => {
      looks++
      return began + (looks <= 2 ? 0 : looks <= 6 ? 2000 : milliseconds)
    })
    try {
      lockOutput(place.at('_site'), (topic, message) => said.push(`${topic} ${message}`))
    } catch (error) {
      if (!(error instanceof BuildError)) throw error
      const [{ message, help } = { message: '', help: '' }] = error.diagnostics
      said.push(message, help ?? '')
    }
    return said.map((each) => each.replaceAll(place.root, 'SITE'))
  }

  test('a process that runs: it is named, and how long it has been writing', () => {
    const pid = another()
    held({ pid, started: startOf(pid), since: 1_000_000_000_000 })
    const named = `process ${pid} since 2001-09-09 01:46:40 +0000`
    expect(refusal(91_000)).toEqual([
      `Waiting: for ${named}, which is writing to SITE/_site.`,
      `The destination SITE/_site is being written to by ${named}.`,
      'wait for it or end it; if it is no build at all, remove SITE/_site/.whirl-lock',
    ])
    expect(fs.existsSync(lockFile())).toBe(true)
  })

  test('until it is done', () => {
    const pid = another()
    held({ pid, started: startOf(pid) })
    const release = spawn(process.execPath, [
      '-e',
      `setTimeout(() => require('fs').unlinkSync(${JSON.stringify(lockFile())}), 50)`,
    ])
    running.push(release)
    expect(taken()).toBe(process.pid)
  })
})

describe('clean', () => {
  const clean = (): void => {
    const { config } = configFrom(new Map(), new Map([['source', place.root]]), {
      cwd: place.root,
      zone: zoneFor('UTC'),
    })
    cleanSite(config, () => {})
  }

  test('takes the output away at once, with what a build left in it that was killed', () => {
    place.put({ 'a.md': 'a', '_site/b/c.html': 'c', '_site/.whirl-stage-1/journal': '{' })
    held({ pid: gone() })
    const renamed = vi.spyOn(fs, 'renameSync')
    clean()
    expect(renamed.mock.calls.map(([from]) => from)).toEqual([place.at('_site')])
    expect(fs.readdirSync(place.root)).toEqual(['a.md'])
  })

  test('file by file where it cannot be renamed', () => {
    place.put({ 'a.md': 'a', '_site/b/c.html': 'c' })
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
    })
    clean()
    expect(fs.readdirSync(place.root)).toEqual(['a.md'])
  })
})
