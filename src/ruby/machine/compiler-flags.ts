/** How V8 compiles the Ruby that is WebAssembly. */
import { versions } from 'node:process'
import { setFlagsFromString } from 'node:v8'

/**
 * Those of V8 11 to 13 (Node 20 to 24); others may not know them, and would say so to the terminal.
 *
 * - Functions are looked over when they are first called: of twelve megabytes of code a plugin runs a tenth.
 * - What runs long is compiled a second time, to faster code, later than V8 does by itself: Ruby's interpreter is one large function
 *   whose compilation takes as long as all plugins of most sites, and which is hardly faster then.
 */
const FLAGS = ['--wasm-lazy-validation', '--wasm-tiering-budget=1000000000']
const KNOWN = { from: 11, to: 13 }

/** For all WebAssembly that this process compiles from now on. */
export function compileLittle(): void {
  const version = Number.parseInt(versions.v8, 10)
  if (version >= KNOWN.from && version <= KNOWN.to) for (const flag of FLAGS) setFlagsFromString(flag)
}
