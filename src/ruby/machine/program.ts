/** The compiled Ruby, from the package that has it: the adapter of @ruby/4.0-wasm-wasi. */
import fs from 'node:fs'
import { packageFile } from '../../base/index.ts'
import { exportGlobals } from './exported-globals.ts'
import { hasSystem } from './wasi-shim.ts'

const PROGRAM = '@ruby/4.0-wasm-wasi/dist/ruby+stdlib.wasm'

/** Whether the packages that Ruby is made of are installed. */
export function hasRuby(): boolean {
  try {
    packageFile(PROGRAM)
    return hasSystem()
  } catch {
    return false
  }
}

/** What tells one compiled Ruby from another. */
export function rubyVersion(): string {
  const { size, mtimeMs } = fs.statSync(packageFile(PROGRAM))
  return `${size} ${mtimeMs}`
}

/** Ruby with its library, its globals exported. Throws where the package is not there. */
export function rubyProgram(): WebAssembly.Module {
  return new WebAssembly.Module(exportGlobals(fs.readFileSync(packageFile(PROGRAM))))
}
