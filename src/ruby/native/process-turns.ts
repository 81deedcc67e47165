/** Turns of a Ruby of the machine. */
import type { AnswerNow, Turn, Turns } from '../bridge/turns.ts'
import type { RubyProcess } from './ruby-process.ts'

/** The machine has no Ruby that can be used, or it ended by itself. */
export class RubyProcessFault extends Error {
  override readonly name = 'RubyProcessFault'
}

interface ProcessHost {
  readonly answerNow: AnswerNow
  print(line: string): void
}

/** The layer by name, in order; whether the gems are those of a Gemfile. */
interface ProcessLayer {
  readonly files: readonly (readonly [name: string, code: string])[]
  readonly bundler: boolean
}

export class ProcessTurns implements Turns {
  readonly #process: RubyProcess
  readonly #host: ProcessHost
  /** the last lines that came without being part of a turn, for when it ends */
  readonly #printed: string[] = []

  /** Loads the layer. Throws a RubyProcessFault where that cannot be done. */
  constructor(process: RubyProcess, { files, bundler }: ProcessLayer, host: ProcessHost) {
    this.#process = process
    this.#host = host
    process.send((bundler ? 'b' : 'n') + JSON.stringify(files))
    const answer = this.#next()
    if (answer.startsWith('r')) return
    throw new RubyProcessFault(`Ruby of this machine cannot be used: ${answer.slice(1)}`)
  }

  start(job: string): Turn {
    return this.#turn(`s${job}`)
  }

  resume(number: number, answer: string): Turn {
    return this.#turn(`a[${number},${answer}]`)
  }

  #turn(given: string): Turn {
    this.#process.send(given)
    for (;;) {
      const said = this.#next()
      if (said.startsWith('t')) return JSON.parse(said.slice(1)) as Turn
      this.#process.send(this.#host.answerNow(said.slice(1)))
    }
  }

  /** The next line that is none of what was printed. */
  #next(): string {
    for (;;) {
      const [kind, text] = this.#process.next()
      if (kind === 'ended') {
        const last = this.#printed.slice(-3).join(' / ')
        throw new RubyProcessFault(`Ruby ${text}${last === '' ? '' : `: ${last}`}`)
      }
      if (kind === 'line' && !text.startsWith('p')) return text
      const line = kind === 'line' ? text.slice(1) : text
      this.#printed.push(line)
      if (this.#printed.length > 10) this.#printed.shift()
      this.#host.print(line)
    }
  }
}
