/**
 * Dart Sass 1.78, which stands for older compilers: as machine code, which is several times faster, or in JavaScript where
 * that is not installed or cannot be run. The only file that knows these two packages; each is loaded with the first style
 * sheet that wants it.
 */
import type { CompileResult, Compiler, Exception, Importer, StringOptions } from 'sass'
import { requirePackage } from '../../base/index.ts'
import { compilerWhileBusy, type RunningCompiler, startEarly } from './sass-process.ts'

/** Both packages have the same form. */
type Sass = typeof import('sass')

export type Sass178Options = StringOptions<'sync'>
export type Sass178Importer = Importer<'sync'>

export interface Sass178 {
  /** Throws a `SassMistake` for a mistake in the style sheet. */
  compile(text: string, options: Sass178Options): CompileResult
  /** To be called where there will be something to compile. */
  start(): void
}

/** What Dart Sass found wrong with a style sheet. */
export class SassMistake extends Error {
  readonly found: Pick<Exception, 'sassMessage' | 'span'>

  constructor(found: Exception) {
    super(found.sassMessage)
    this.found = found
  }
}

export function createSass178(): Sass178 {
  const running = compilerWhileBusy<Sass, Compiler>(() => requirePackage<Sass>('sass-embedded-1.78'))
  let javascript: Sass | undefined
  return {
    start: () => startEarly(running),
    compile(text, options) {
      if (javascript === undefined) {
        const result = viaProcess(running, text, options)
        if (result !== undefined) return result
        javascript = requirePackage<Sass>('sass')
      }
      const { compileString, Exception } = javascript
      return reporting(Exception, () => compileString(text, options))
    },
  }
}

/** undefined where the process cannot be had. */
function viaProcess(
  running: RunningCompiler<Sass, Compiler>,
  text: string,
  options: Sass178Options,
): CompileResult | undefined {
  let failed: ReturnType<typeof running>['failed'] | undefined
  try {
    const process = running()
    failed = process.failed
    return reporting(process.sass.Exception, () => process.compiler.compileString(text, options))
  } catch (error) {
    if (error instanceof SassMistake) throw error
    const lacking = failed?.(error)
    if (lacking !== undefined) throw lacking
    return undefined
  }
}

/** What `compile` makes, a mistake that it finds as a `SassMistake`. */
function reporting(Mistake: Sass['Exception'], compile: () => CompileResult): CompileResult {
  try {
    return compile()
  } catch (error) {
    throw error instanceof Mistake ? new SassMistake(error as Exception) : error
  }
}
