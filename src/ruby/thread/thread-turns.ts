/** Turns of the Ruby that is WebAssembly in a thread of its own. */
import { outOfStack } from '../../base/index.ts'
import type { AnswerNow, BegunRuby, Turn } from '../bridge/turns.ts'
import { RubyFault } from '../machine/machine.ts'
import type { FromThread, RubyThread, ThreadStart, ToThread } from './ruby-thread.ts'

interface ThreadHost {
  readonly answerNow: AnswerNow
  print(line: string): void
  unrepeatable(): void
}

export class ThreadTurns implements BegunRuby {
  readonly #thread: RubyThread
  readonly #host: ThreadHost
  readonly isLoaded: boolean

  /** Begins Ruby in `thread`. Throws as its turns do. */
  constructor(thread: RubyThread, start: ThreadStart, host: ThreadHost) {
    this.#thread = thread
    this.#host = host
    this.isLoaded = this.#told(['begin', start], 'begun')[1]
  }

  start(job: string): Turn {
    return this.#told(['start', job], 'turn')[1]
  }

  resume(number: number, answer: string): Turn {
    return this.#told(['resume', number, answer], 'turn')[1]
  }

  keep(how: string): void {
    this.#told(['keep', how], 'kept')
  }

  /** Sends `message`, and serves Ruby until it says what it was sent for. */
  #told<Kind extends FromThread[0]>(
    message: ToThread,
    wanted: Kind,
  ): Extract<FromThread, readonly [Kind, ...unknown[]]> {
    this.#thread.send(message)
    for (;;) {
      const said = this.#thread.next()
      if (said[0] === wanted) return said as Extract<FromThread, readonly [Kind, ...unknown[]]>
      this.#serve(said)
    }
  }

  #serve(said: FromThread): void {
    switch (said[0]) {
      case 'asked':
        this.#thread.send(['answer', this.#host.answerNow(said[1])])
        return
      case 'printed':
        this.#host.print(said[1])
        return
      case 'unrepeatable':
        this.#host.unrepeatable()
        return
      case 'deep':
        throw outOfStack(undefined)
      default:
        throw new RubyFault(String(said[1]))
    }
  }
}
