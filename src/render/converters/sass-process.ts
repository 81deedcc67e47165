/**
 * Sass compilers that are processes of their own. A package asks its compiler through a worker, the bundled command without
 * one (tools/sync-child.cjs): there, whoever compiles ahead of time does something else until the compiler answers.
 */
import { type Exhausted, outOfStack } from '../../base/index.ts'

interface Package<Compiler> {
  initCompiler(): Compiler
}

interface Disposable {
  dispose(): void
}

/** A compiler while one style sheet is compiled. */
interface Lent<Compiler> {
  readonly compiler: Compiler
  /** To be called when the style sheet is done. */
  giveBack(): void
  /**
   * To be told what the compiler threw that is no mistake it found: it may have ended, so the next style sheet gets another
   * one. Answers whether it ran out of stack.
   */
  failed(error: unknown): Exhausted | undefined
}

/**
 * The compilers of one build, started when first needed: each is a process, which ends with the build. One compiles one
 * style sheet at a time.
 */
export class SassCompilers {
  readonly #running = new Set<Disposable>()
  /** those that nobody uses, by their package */
  readonly #idle = new Map<object, Disposable[]>()
  #meanwhile: (() => boolean) | undefined

  /** Whether what is compiled now is compiled before anybody asks for it. */
  get isAhead(): boolean {
    return this.#meanwhile !== undefined
  }

  /**
   * Runs `run`, which compiles style sheets that will be asked for. While a compiler is at work, `meanwhile` does something
   * else, a little at a time; it answers whether there was anything to do, and throws nothing.
   */
  ahead(run: () => void, meanwhile: () => boolean): void {
    this.#meanwhile = () => {
      const before = this.#meanwhile
      this.#meanwhile = undefined
      try {
        return meanwhile()
      } finally {
        this.#meanwhile = before
      }
    }
    try {
      run()
    } finally {
      this.#meanwhile = undefined
    }
  }

  /** A compiler of `sass`. Throws what keeps it from starting. */
  lend<Compiler extends Disposable>(sass: Package<Compiler>): Lent<Compiler> {
    const compiler = (this.#idle.get(sass)?.pop() as Compiler | undefined) ?? this.#start(sass)
    const fill = this.#meanwhile
    fillWaits(compiler, fill)
    return {
      compiler,
      giveBack: () => {
        if (fill !== undefined) fillWaits(compiler, undefined)
        if (!this.#running.has(compiler)) return
        const idle = this.#idle.get(sass)
        if (idle === undefined) this.#idle.set(sass, [compiler])
        else idle.push(compiler)
      },
      failed: (error) => {
        this.#end(compiler)
        return error instanceof Error && error.message.includes('Stack Overflow')
          ? outOfStack(error)
          : undefined
      },
    }
  }

  /** Starts a compiler before there is something to compile, as that takes it a while. */
  startEarly(load: () => Package<Disposable>): void {
    try {
      this.lend(load()).giveBack()
    } catch {
      // The first style sheet will tell.
    }
  }

  /** Ends all of them: no style sheet follows. */
  end(): void {
    for (const compiler of this.#running) this.#end(compiler)
    this.#idle.clear()
  }

  #start<Compiler extends Disposable>(sass: Package<Compiler>): Compiler {
    const compiler = sass.initCompiler()
    silence(compiler)
    this.#running.add(compiler)
    return compiler
  }

  #end(compiler: Disposable): void {
    if (!this.#running.delete(compiler)) return
    try {
      compiler.dispose()
    } catch {
      // It has ended by itself.
    }
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

/** Has `fill` run, again and again, while the compiler has nothing to say; where its process is one that takes it. */
function fillWaits(compiler: object, fill: (() => boolean) | undefined): void {
  const child: unknown = Reflect.get(compiler, 'process')
  if (typeof child === 'object' && child !== null && 'meanwhile' in child) child.meanwhile = fill
}
