/** A thread beside the build whose stack is as large as code in Ruby needs, which may lie deeper in itself than the build's lets it. */
import type { Turn } from '../bridge/turns.ts'
import type { RubyEngine } from '../machine/engine.ts'

/** What Ruby is begun with there; all of it can be sent. */
export interface ThreadStart {
  readonly engine: RubyEngine
  readonly layer: readonly string[]
  /** the file that is kept of a started Ruby; undefined where nothing is kept */
  readonly kept: string | undefined
  /** how the first job was done, as `beginMachine` has it */
  readonly loaded: string | undefined
}

/** What the build tells Ruby: jobs and answers as texts of JSON. */
export type ToThread =
  | readonly [kind: 'begin', start: ThreadStart]
  | readonly [kind: 'start', job: string]
  | readonly [kind: 'resume', number: number, answer: string]
  | readonly [kind: 'answer', answer: string]
  | readonly [kind: 'keep', how: string]

/**
 * What Ruby tells the build.
 *
 * - `begun`: it is there, and whether with its first job done
 * - `turn`: a turn has ended
 * - `kept`: it is kept, or cannot be
 * - `asked`: a question to be answered on the spot
 * - `printed`: a line that it printed
 * - `unrepeatable`: it was told what is another thing each time
 * - `deep`: the stack was too small even so
 * - `failed`: an error that nothing in it has rescued, in Ruby or in the program
 * - `ended`: the thread is not there any more
 */
export type FromThread =
  | readonly [kind: 'begun', isLoaded: boolean]
  | readonly [kind: 'turn', turn: Turn]
  | readonly [kind: 'kept' | 'unrepeatable' | 'deep']
  | readonly [kind: 'asked' | 'printed' | 'failed' | 'ended', text: string]

/** The build, as Ruby sees it from its thread. */
export interface BuildBeside {
  tell(message: FromThread): void
  /** Waits for what the build says next. */
  next(): ToThread
}

/** The thread, as the build sees it. */
export interface RubyThread {
  send(message: ToThread): void
  /** Waits for what comes next. */
  next(): FromThread
  end(): void
}

export type StartRubyThread = () => RubyThread
