/** A child process that is asked without a worker (tools/sync-child.cjs). */
import { createRequire } from 'node:module'
import { execPath } from 'node:process'
import { afterEach, expect, test } from 'vitest'

interface Child {
  meanwhile: (() => boolean) | undefined
  readonly stdin: { write(bytes: Buffer): void; end(): void }
  yield(): { readonly type: string; readonly data?: Buffer }
}

type Class = new (command: string, args: readonly string[], options: object) => Child

const { insteadOf } = createRequire(import.meta.url)('../../tools/sync-child.cjs') as {
  insteadOf(worker: unknown): Class
}

/** Says what it is told. */
const ECHO = ['-e', 'process.stdin.pipe(process.stdout)']

let child: Child

afterEach(() => {
  child.stdin.end()
  while (child.yield().type !== 'exit');
})

test('while the child has nothing to say something else is done, until there is nothing more', () => {
  child = new (insteadOf(Object))(execPath, ECHO, {})
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
