/**
 * What Ruby has of the system: files below some folders; a folder in memory for what is temporary; the clock; random numbers;
 * lines it prints.
 */
import type { RubyEngine } from './engine.ts'
import type { MachineHost } from './machine.ts'
import type { SystemFiles } from './system-files.ts'
import { rootOf } from './system-folders.ts'
import { type Fd, wasiShim } from './wasi-shim.ts'

interface SystemOptions {
  readonly engine: RubyEngine
  readonly files: SystemFiles
  /** a line that Ruby printed */
  print(line: string): void
  /** Ruby was told what is another thing each time: the time, or a random number. */
  unrepeatable(): void
}

/** Bytes of Ruby's own stacks for a fiber, in which all jobs are done: a method may lie in itself as often as in Jekyll, ten thousand times. */
const SIZES = ['RUBY_FIBER_VM_STACK_SIZE=524288', 'RUBY_FIBER_MACHINE_STACK_SIZE=1048576']

/** in nanoseconds */
const SECOND = 1_000_000_000n

/** What Ruby has of the system besides its memory. */
export interface RubySystem extends Omit<MachineHost, 'answer'> {
  /** whether nothing of it is in use: no open files, nothing temporary */
  isIdle(): boolean
}

/** The functions of WASI over `options`. */
export function systemFor(options: SystemOptions): RubySystem {
  const shim = wasiShim(options.engine)
  const lines = (): Fd => shim.ConsoleStdout.lineBuffered(options.print)
  const temporary = new shim.Directory(new Map())
  const root = rootOf(shim, options.files, temporary)
  const opened = [new shim.OpenFile(new shim.File([], { readonly: true })), lines(), lines(), root]
  const wasi = new shim.WASI(
    ['ruby'],
    SIZES,
    [...opened],
    // Otherwise it writes what it does to the console.
    { debug: false },
  )
  const { clock_time_get: clock, random_get: random } = wasi.wasiImport as Record<
    'clock_time_get' | 'random_get',
    (...given: unknown[]) => unknown
  >
  const told = {
    clock_time_get(id: number, precision: bigint, at: number) {
      // Ruby itself looks at the other clock, and at this one by the second: for when to collect garbage.
      if (id === shim.wasi.CLOCKID_REALTIME && precision < SECOND) options.unrepeatable()
      return clock(id, precision, at)
    },
    random_get(...given: unknown[]) {
      options.unrepeatable()
      return random(...given)
    },
  }
  return {
    isIdle: () =>
      temporary.contents.size === 0 && wasi.fds.every((fd, i) => fd === opened[i] || fd === undefined),
    system: { ...wasi.wasiImport, ...told },
    attach: (instance) => {
      wasi.inst = instance as typeof wasi.inst
    },
  }
}
