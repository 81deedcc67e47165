/** How deep Ruby's code may lie in itself. */
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { withDeepStacks } from '../../src/ruby/machine/deep-stacks.ts'
import { findEngine, type RubyEngine } from '../../src/ruby/machine/engine.ts'
import type { DeepJobs } from './deep.ts'
import { layer } from './layer.ts'

const CODE = `module Whirl
  def self.blocks(left, last)
    return [1].each { blocks(left - 1, last) } if left > 0

    last == 'collect' ? GC.start : raise('from below')
  end
  def self.collected(count) = blocks(count, 'collect').size
  def self.raised(count)
    [2, 1].sort_by { |each| blocks(count, 'raise') }
  rescue RuntimeError => error
    error.message
  end
  def self.method_in_itself(left) = left == 0 ? 'there' : method_in_itself(left - 1)
  def self.without_end(count = 0) = without_end(count + 1)
  def self.ended
    without_end
  rescue SystemStackError => error
    error.message
  end
end`

async function done(jobs: readonly string[]): Promise<readonly unknown[]> {
  const bundled = await build({
    entryPoints: [`${import.meta.dirname}/deep.ts`],
    bundle: true,
    platform: 'node',
    write: false,
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
    logLevel: 'error',
  })
  const engine = findEngine(import.meta.dirname) as RubyEngine
  const workerData: DeepJobs = { engine, layer: [...layer, CODE], jobs }
  const worker = new Worker(bundled.outputFiles[0]?.text ?? '', {
    eval: true,
    workerData,
    resourceLimits: { stackSizeMb: 16 },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

test('blocks within blocks, where garbage is collected and where an error comes from', async () => {
  expect(await done(['["collected",300]', '["raised",300]', '["collected",300]'])).toEqual([
    { done: 1 },
    { done: 'from below' },
    { done: 1 },
  ])
})

test("a method lies in itself as often as in Jekyll's Ruby, and not without end", async () => {
  expect(await done(['["method_in_itself",9000]', '["ended"]'])).toEqual([
    { done: 'there' },
    { done: 'stack level too deep' },
  ])
})

test('another program stays as it is', () => {
  const other = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 10, 4, 1, 2, 0, 0x0b)
  expect(withDeepStacks(other)).toBe(other)
})
