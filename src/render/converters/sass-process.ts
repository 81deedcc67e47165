/** A Sass compiler that is a process of its own, asked through a worker. */

interface Package<Compiler> {
  initCompiler(): Compiler
}

interface Running<Sass, Compiler> {
  readonly sass: Sass
  readonly compiler: Compiler
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
    const before = RUNNING.get(sass) as Compiler | undefined
    if (before !== undefined) return { sass, compiler: before }
    const compiler = sass.initCompiler()
    RUNNING.set(sass, compiler)
    setImmediate(() => {
      RUNNING.delete(sass)
      try {
        compiler.dispose()
      } catch {
        // It has ended by itself.
      }
    })
    return { sass, compiler }
  }
}
