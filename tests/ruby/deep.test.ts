/** How deep Ruby's code may lie in itself. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { build as bundle } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { withDeepStacks } from '../../src/ruby/machine/deep-stacks.ts'
import { findEngine, type RubyEngine } from '../../src/ruby/machine/engine.ts'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
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
  const bundled = await bundle({
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

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')

describe.skipIf(lacking('bundle', 'dist/cli.js', fs.existsSync(cli)))(
  'plugins of the bundled command',
  () => {
    const build = (blocks: number) => {
      const site = makeSite({
        '_config.yml': 'url: http://x\n',
        '_plugins/deep.rb': `module Deep
  def blocks(_, count) = nested(count)
  def nested(left) = left == 0 ? 'there' : [1].each { return nested(left - 1) }
end
Liquid::Template.register_filter(Deep)
`,
        'a.html': `---\n---\n{{ 'x' | blocks: ${blocks} }}\n`,
      })
      const { stderr, status } = spawnSync(process.execPath, [cli, 'build'], {
        cwd: site.root,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      })
      return { status, stderr, made: site.list().includes('_site/a.html') ? site.read('_site/a.html') : '' }
    }

    test('lie three hundred blocks deep in themselves', () => {
      expect(build(300)).toMatchObject({ status: 0, made: 'there\n' })
    }, 120_000)

    test('and where they do so without end, that is said with its place', () => {
      const { status, stderr, made } = build(1_000_000)
      expect([status, made]).toEqual([1, ''])
      expect(stderr).toContain('stack level too deep')
      expect(stderr).toContain('a.html:3:1')
    }, 120_000)
  },
)
