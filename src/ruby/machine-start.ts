/** Ruby as WebAssembly, brought back as near to where it is wanted as something is kept. */
import { MachineTurns } from './bridge/machine-turns.ts'
import type { AnswerNow, BegunRuby } from './bridge/turns.ts'
import type { RubyEngine } from './machine/engine.ts'
import {
  encodeImage,
  type KeptImage,
  type MachineImages,
  nameAfter,
  openImage,
} from './machine/machine-image.ts'
import { rubyProgram } from './machine/program.ts'
import type { RubySystem } from './machine/system.ts'

interface MachineParts {
  readonly engine: RubyEngine
  readonly layer: readonly string[]
  readonly images: MachineImages | undefined
}

/** Ruby as it was when it had loaded the plugins in the way called `loaded`, where that is kept; else as it was started, or started now. */
export function beginMachine(
  { engine, layer, images }: MachineParts,
  system: RubySystem,
  answerNow: AnswerNow,
  loaded: string | undefined,
): BegunRuby {
  const restore = (...kept: readonly KeptImage[]): MachineTurns | undefined =>
    MachineTurns.restore(rubyProgram(engine, 'restore'), system, kept, answerNow)
  /** What `use` makes of the one that was started. */
  const withStarted = <Made>(use: (started: KeptImage) => Made): Made | undefined =>
    images?.reading('started', (bytes) => {
      const started = openImage(bytes)
      return started === undefined ? undefined : use(started)
    })
  const start = (): MachineTurns => {
    const turns = MachineTurns.start(rubyProgram(engine, 'start'), system, layer, answerNow)
    images?.write('started', encodeImage(turns.image()))
    return turns
  }
  const atOnce =
    loaded === undefined
      ? undefined
      : withStarted((started) =>
          images?.reading('loaded', (bytes) => {
            const kept = openImage(bytes)
            return kept?.after === nameAfter(started, loaded) ? restore(started, kept) : undefined
          }),
        )
  const turns = atOnce ?? withStarted((started) => restore(started)) ?? start()
  return {
    start: (job) => turns.start(job),
    resume: (number, answer) => turns.resume(number, answer),
    isLoaded: atOnce !== undefined,
    keep(how) {
      // Open files and what is temporary are not in an image.
      if (system.isIdle())
        withStarted((base) => images?.write('loaded', encodeImage(turns.image(), { base, how })))
    },
  }
}
