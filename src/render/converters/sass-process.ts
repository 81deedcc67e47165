/** A Sass compiler that is a process of its own: its package asks it through a worker, the bundled command without (tools/sync-child.cjs). */
import { type Exhausted, outOfStack } from '../../base/index.ts'

interface Package<Compiler> {
  initCompiler(): Compiler
}

interface Running<Sass, Compiler> {
  readonly sass: Sass
  readonly compiler: Compiler
  /**
   * To be told what the compiler threw that is no mistake it found: it may have ended, so the next style sheet gets another
   * one. Answers whether it ran out of stack.
   */
  failed(error: unknown): Exhausted | undefined
}

/** Starts the compiler if it does not run. Throws what keeps it from starting. */
export type RunningCompiler<Sass, Compiler> = () => Running<Sass, Compiler>

/** Starts the compiler before there is something to compile, as that takes it a while. */
export function startEarly(running: RunningCompiler<unknown, unknown>): void {
  try {
    running()
  } catch {
    // The first style sheet will tell.
  }
}

/**
 * The compilers that run, by the package that started them: all sites that are built before Node comes round to waiting have
 * one together. A program may build hundreds in one go, and each is a process.
 */
const RUNNING = new WeakMap<object, unknown>()

/**
 * The compiler, started when first asked for. Rendering does not wait for anything, so once Node comes round to waiting
 * it is over: the compiler is ended then, lest it keep the program from ending.
 */
export function compilerWhileBusy<Sass extends Package<Compiler>, Compiler extends { dispose(): void }>(
  load: () => Sass & Package<Compiler>,
): RunningCompiler<Sass, Compiler> {
  let loaded: (Sass & Package<Compiler>) | undefined
  return () => {
    loaded ??= load()
    const sass = loaded
    const end = (compiler: Compiler): void => {
      if (RUNNING.get(sass) !== compiler) return
      RUNNING.delete(sass)
      try {
        compiler.dispose()
      } catch {
        // It has ended by itself.
      }
    }
    const running = (compiler: Compiler): Running<Sass, Compiler> => ({
      sass,
      compiler,
      failed(error) {
        end(compiler)
        return error instanceof Error && error.message.includes('Stack Overflow')
          ? outOfStack(error)
          : undefined
      },
    })
    const before = RUNNING.get(sass) as Compiler | undefined
    if (before !== undefined) return running(before)
    const compiler = sass.initCompiler()
    silence(compiler)
    RUNNING.set(sass, compiler)
    setImmediate(() => end(compiler))
    return running(compiler)
  }
}

/**
 * Keeps the compiler's own trace off standard error, to which the package passes it on when the compiler fails: what went
 * wrong is thrown, too.
 */
function silence(compiler: object): void {
  const log: unknown = Reflect.get(compiler, 'stderr$')
  if (typeof log === 'object' && log !== null && 'complete' in log && typeof log.complete === 'function')
    log.complete()
}
