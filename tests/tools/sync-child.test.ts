/** A child process that is asked without a worker (tools/sync-child.cjs). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { execPath } from 'node:process'
import { afterEach, expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'

interface Child {
  meanwhile: (() => boolean) | undefined
  readonly stdin: { write(bytes: Buffer): void; end(): void }
  yield(): { readonly type: string; readonly data?: Buffer }
}

type Class = new (command: string, args: readonly string[], options: object) => Child

const { insteadOf, startAhead } = createRequire(import.meta.url)('../../tools/sync-child.cjs') as {
  insteadOf(own: () => unknown): Class
  startAhead(command: readonly string[]): (own: () => unknown) => Class
}

/** Says what it is told. */
const ECHO = ['-e', 'process.stdin.pipe(process.stdout)']

let child: Child

afterEach(() => {
  child.stdin.end()
  while (child.yield().type !== 'exit');
})

test('while the child has nothing to say something else is done, until there is nothing more', () => {
  child = new (insteadOf(() => Object))(execPath, ECHO, {})
  let done = 0
  const say = (text: string): void => child.stdin.write(Buffer.from(text))
  child.meanwhile = () => {
    done++
    if (done === 3) say('a')
    return true
  }
  expect(child.yield().data?.toString()).toBe('a')
  expect(done).toBeGreaterThanOrEqual(3)
  child.meanwhile = () => {
    say('b')
    return false
  }
  expect(child.yield().data?.toString()).toBe('b')
  child.meanwhile = undefined
  say('c')
  expect(child.yield().data?.toString()).toBe('c')
})

test('one that would go on by itself is ended', () => {
  child = new (insteadOf(() => Object))(execPath, ['-e', 'setInterval(() => {}, 1000)'], {})
  child.stdin.end()
  expect(child.yield()).toEqual({ type: 'exit' })
})

test('where a program may not be run, the own class is asked, and no other process hears of it', async () => {
  const site = makeSite({ compiler: '' })
  const script = createRequire(import.meta.url).resolve('../../tools/sync-child.cjs')
  const ask = `const { insteadOf } = require(${JSON.stringify(script)})
    class Own { constructor(program) { console.log(program) } }
    new (insteadOf(() => Own))('./compiler', [], {})
    setTimeout(() => console.log('goes on'), 100)`
  const asking = spawn(execPath, ['-e', ask], { cwd: site.root, detached: true })
  let said = ''
  asking.stdout.on('data', (data) => {
    said += data
  })
  const [code, signal] = await once(asking, 'close')
  expect([said, code, signal]).toEqual(['./compiler\ngoes on\n', 0, null])
})

test('the first that is asked for with the words of one that was started before is that one', async () => {
  const site = makeSite({})
  const note = `require('node:fs').appendFileSync(${JSON.stringify(site.at('pids'))}, process.pid + '\\n')`
  const words = ['-e', `${note}; process.stdout.write(String(process.pid))`, '--']
  const started = () => (fs.existsSync(site.at('pids')) ? site.read('pids').split('\n').filter(Boolean) : [])
  const Started = startAhead([execPath, ...words])(() => Object)
  while (started().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  const ask = (args: readonly string[]): string | undefined => {
    child = new Started(execPath, args, { cwd: path.dirname(execPath) })
    return child.yield().data?.toString()
  }
  const [first] = started()
  const other = ask(words)
  expect(other).not.toBe(first)
  expect(ask([...words, '--embedded'])).toBe(first)
  const next = ask([...words, '--embedded'])
  expect(started()).toEqual([first, other, next])
})
