/**
 * Dart Sass 1.78, which stands for older compilers: as machine code, which is several times faster, or in JavaScript where
 * that is not installed or cannot be run. The only file that knows these two packages; each is loaded with the first style
 * sheet that wants it.
 */
import type { CompileResult, Compiler, Exception, Importer, StringOptions } from 'sass'
import { requirePackage } from '../../base/index.ts'
import type { SassCompilers } from './sass-process.ts'

/** Both packages have the same form. */
type Sass = typeof import('sass')
type Embedded = Sass & { initCompiler(): Compiler }
type Lent = ReturnType<typeof SassCompilers.prototype.lend<Compiler>>

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

export function createSass178(compilers: SassCompilers): Sass178 {
  let embedded: Embedded | undefined
  let javascript: Sass | undefined
  const load = (): Embedded => (embedded ??= requirePackage<Embedded>('sass-embedded-1.78'))
  return {
    start: () => compilers.startEarly(load),
    compile(text, options) {
      if (javascript === undefined) {
        const result = viaProcess(load, compilers, text, options)
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
  load: () => Embedded,
  compilers: SassCompilers,
  text: string,
  options: Sass178Options,
): CompileResult | undefined {
  let lent: Lent | undefined
  try {
    const sass = load()
    const { compiler } = (lent = compilers.lend(sass))
    return reporting(sass.Exception, () => compiler.compileString(text, options))
  } catch (error) {
    if (error instanceof SassMistake) throw error
    const lacking = lent?.failed(error)
    if (lacking !== undefined) throw lacking
    return undefined
  } finally {
    lent?.giveBack()
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
