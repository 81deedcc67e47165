/**
 * What each build of a command line of its own begins with, and tests that build hundreds of small sites in one process have
 * once: compilers of Sass, which are processes, and a started Ruby, which is brought back as second builds bring it back. The
 * first build of a test process starts both as it does outside of tests; so do all tests that run the bundle.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Compiler } from 'sass'
import { MachineTurns } from '../src/ruby/bridge/machine-turns.ts'
import { findEngine } from '../src/ruby/machine/engine.ts'
import { encodeImage, type KeptImage, openImage } from '../src/ruby/machine/machine-image.ts'
import { rubyProgram } from '../src/ruby/machine/program.ts'

interface Sass {
  initCompiler(): Compiler
  readonly Exception: new (...given: never[]) => Error
}

const KEEPS = Symbol.for('whirl: kept between builds')

/** Has `sass` lend the compilers that a build has ended to the next one. */
function keepCompilers(name: string): void {
  const require = createRequire(import.meta.url)
  const place = require.resolve(name)
  const { Exception } = require(place) as Sass
  const sync = require(path.join(path.dirname(place), 'src/compiler/sync.js')) as Sass
  const start = sync.initCompiler
  const idle: Compiler[] = []
  sync.initCompiler = () => idle.pop() ?? lent(start())

  function lent(compiler: Compiler): Compiler {
    const compileString = compiler.compileString.bind(compiler)
    const dispose = compiler.dispose.bind(compiler)
    let isWhole = true
    compiler.compileString = (...given) => {
      try {
        return compileString(...given)
      } catch (error) {
        // What is no mistake in a style sheet may have ended it.
        if (!(error instanceof Exception)) isWhole = false
        throw error
      }
    }
    compiler.dispose = () => {
      if (isWhole) idle.push(compiler)
      else dispose()
    }
    return compiler
  }
}

/** Has the code of a layer run once; a machine that is started with it again is the first one, as it was then. */
function keepStarted(): void {
  const engine = findEngine(import.meta.dirname)
  if (engine === undefined) return
  const begin = MachineTurns.start
  const started = new Map<string, KeptImage>()
  // V8 keeps what it has compiled of a program, for all that have the same bytes, as long as one of them is there.
  const programs: WebAssembly.Module[] = []
  let program: WebAssembly.Module | undefined
  MachineTurns.start = (given, host, layer, answerNow) => {
    const name = layer.join('\0')
    const kept = started.get(name)
    if (kept !== undefined) {
      program ??= rubyProgram(engine, 'restore')
      const turns = MachineTurns.restore(program, host, [kept], answerNow)
      if (turns === undefined) throw new Error('a started Ruby was kept that is none')
      return turns
    }
    programs.push(given)
    const turns = begin(given, host, layer, answerNow)
    const bytes = Buffer.concat(encodeImage(turns.image()))
    const image = openImage({
      length: bytes.length,
      read: (into, at) => void bytes.copy(into, 0, at, at + into.length),
    })
    if (image !== undefined) started.set(name, image)
    return turns
  }
}

// Files that share a process run this one each.
if (!(KEEPS in MachineTurns)) {
  Object.defineProperty(MachineTurns, KEEPS, { value: true })
  for (const name of ['sass-embedded', 'sass-embedded-1.78']) keepCompilers(name)
  keepStarted()
}
