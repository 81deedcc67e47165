/** The compiled Ruby, a file of the package that has it. */
import fs from 'node:fs'
import type { RubyEngine } from './engine.ts'
import { exportGlobals } from './exported-globals.ts'

/** What tells one compiled Ruby from another. */
export function rubyVersion({ program }: RubyEngine): string {
  const { size, mtimeMs } = fs.statSync(program)
  return `${size} ${mtimeMs}`
}

/** Ruby with its library, its globals exported. */
export function rubyProgram({ program }: RubyEngine): WebAssembly.Module {
  return new WebAssembly.Module(exportGlobals(fs.readFileSync(program)))
}
