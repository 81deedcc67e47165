/** A Sass compiler that is a process of its own, asked through a worker. */

interface Package<Compiler> {
  initCompiler(): Compiler
}

interface Running<Sass, Compiler> {
  readonly sass: Sass
  readonly compiler: Compiler
}

/**
 * The compiler, started when first asked for. Rendering does not wait for anything, so once Node comes round to waiting
 * it is over: the compiler is ended then, lest it keep the program from ending.
 */
export function compilerWhileBusy<Sass extends Package<Compiler>, Compiler extends { dispose(): void }>(
  load: () => Sass & Package<Compiler>,
): () => Running<Sass, Compiler> {
  let running: Running<Sass, Compiler> | undefined
  return () => {
    if (running !== undefined) return running
    const sass = load()
    const compiler = sass.initCompiler()
    setImmediate(() => {
      running = undefined
      compiler.dispose()
    })
    running = { sass, compiler }
    return running
  }
}
