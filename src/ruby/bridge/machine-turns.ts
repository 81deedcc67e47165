/** Turns of the Ruby that is WebAssembly. */
import { type MachineHost, RubyMachine } from '../machine/machine.ts'
import type { MachineImage } from '../machine/machine-image.ts'
import type { AnswerNow, Turn, Turns } from './turns.ts'

export class MachineTurns implements Turns {
  readonly #machine: RubyMachine
  readonly #jobs: number
  /** what Ruby is given when it asks for its job or for an answer it waited for */
  #given = ''

  /** Starts Ruby with the code of `layer`, or brings it back as `image` has it. */
  constructor(
    program: WebAssembly.Module,
    host: Omit<MachineHost, 'answer'>,
    start: { readonly layer: readonly string[] } | { readonly image: MachineImage },
    answerNow: AnswerNow,
  ) {
    const whole: MachineHost = {
      ...host,
      answer: (question) => (question === 'job' || question === 'answer' ? this.#given : answerNow(question)),
    }
    if ('image' in start) this.#machine = RubyMachine.restore(program, whole, start.image)
    else {
      this.#machine = RubyMachine.start(program, whole)
      for (const code of start.layer) this.#machine.run(code)
    }
    this.#jobs = this.#machine.object('Whirl::Jobs')
  }

  /** Everything as it is now, to be brought back later. No job may be under way. */
  image(): MachineImage {
    return this.#machine.image()
  }

  start(job: string): Turn {
    return this.#turn('start', job)
  }

  resume(number: number, answer: string): Turn {
    return this.#turn('resume', `[${number},${answer}]`)
  }

  #turn(name: 'start' | 'resume', given: string): Turn {
    this.#given = given
    return JSON.parse(this.#machine.call(this.#jobs, name)) as Turn
  }
}
