/**
 * What Ruby has of the system: files below some folders; a folder in memory for what is temporary; the clock; random numbers;
 * lines it prints.
 */
import type { MachineHost } from './machine.ts'
import type { SystemFiles } from './system-files.ts'
import { rootOf } from './system-folders.ts'
import { type Fd, wasiShim } from './wasi-shim.ts'

interface SystemOptions {
  readonly files: SystemFiles
  /** a line that Ruby printed */
  print(line: string): void
}

/** The functions of WASI over `options`. */
export function systemFor(options: SystemOptions): Omit<MachineHost, 'answer'> {
  const shim = wasiShim()
  const lines = (): Fd => shim.ConsoleStdout.lineBuffered(options.print)
  const wasi = new shim.WASI(
    ['ruby'],
    [],
    [new shim.OpenFile(new shim.File([], { readonly: true })), lines(), lines(), rootOf(shim, options.files)],
    // Otherwise it writes what it does to the console.
    { debug: false },
  )
  return {
    system: wasi.wasiImport,
    attach: (instance) => {
      wasi.inst = instance as typeof wasi.inst
    },
  }
}
