/** The adapter of whirl-ruby: which files Ruby is made of, and where they are installed. */
import { packageFile } from '../../base/index.ts'

/** Absolute paths of files. */
export interface RubyEngine {
  /** Ruby with its library, as WebAssembly */
  readonly program: string
  /** the package that has WASI in JavaScript: its main file */
  readonly wasi: string
}

/** The Ruby that is installed for the site in `source`, else beside the program; undefined where neither is. */
export function findEngine(source: string): RubyEngine | undefined {
  for (const from of [`${source}/package.json`, undefined])
    try {
      const home = packageFile('whirl-ruby/package.json', from)
      return {
        program: packageFile('@ruby/4.0-wasm-wasi/dist/ruby+stdlib.wasm', home),
        wasi: packageFile('@bjorn3/browser_wasi_shim', home),
      }
    } catch {
      // It is not there, or not whole.
    }
  return undefined
}
