/** Does jobs in a Ruby, in a thread with a stack of its own size: `deep.test.ts` bundles it. */
import { parentPort, workerData } from 'node:worker_threads'
import { MachineTurns } from '../../src/ruby/bridge/machine-turns.ts'
import type { RubyEngine } from '../../src/ruby/machine/engine.ts'
import { rubyProgram } from '../../src/ruby/machine/program.ts'
import { systemFor } from '../../src/ruby/machine/system.ts'

export interface DeepJobs {
  readonly engine: RubyEngine
  readonly layer: readonly string[]
  readonly jobs: readonly string[]
}

const { engine, layer, jobs } = workerData as DeepJobs
const files = {
  kindOf: () => undefined,
  list: () => [],
  mayChange: () => false,
  write: () => {},
  makeDirectory: () => {},
  remove: () => {},
  setTime: () => {},
  read: () => new Uint8Array(),
  stat: () => ({ size: 0, mtime: 0 }),
}
const system = systemFor({ engine, files, print: () => {}, unrepeatable: () => {} })
const turns = MachineTurns.start(rubyProgram(engine, 'start'), system, layer, () => '{"ok":"/site"}')
parentPort?.postMessage(jobs.map((job) => turns.start(job)))
