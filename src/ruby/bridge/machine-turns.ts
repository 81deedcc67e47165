/** Turns of the Ruby that is WebAssembly. */
import { type MachineHost, RubyMachine } from '../machine/machine.ts'
import type { KeptImage, MachineImage } from '../machine/machine-image.ts'
import type { AnswerNow, Turn, Turns } from './turns.ts'

type Host = Omit<MachineHost, 'answer'>

export class MachineTurns implements Turns {
  readonly #machine: RubyMachine
  readonly #jobs: number
  readonly #given: Given

  private constructor(machine: RubyMachine, given: Given) {
    this.#machine = machine
    this.#given = given
    this.#jobs = machine.object('Whirl::Jobs')
  }

  /** Starts Ruby with the code of `layer`. */
  static start(
    program: WebAssembly.Module,
    host: Host,
    layer: readonly string[],
    answerNow: AnswerNow,
  ): MachineTurns {
    const given: Given = { text: '' }
    const machine = RubyMachine.start(program, answering(host, given, answerNow))
    for (const code of layer) machine.run(code)
    return new MachineTurns(machine, given)
  }

  /** Brings Ruby back, as `RubyMachine.restore` does. */
  static restore(
    program: WebAssembly.Module,
    host: Host,
    images: readonly KeptImage[],
    answerNow: AnswerNow,
  ): MachineTurns | undefined {
    const given: Given = { text: '' }
    const machine = RubyMachine.restore(program, answering(host, given, answerNow), images)
    return machine === undefined ? undefined : new MachineTurns(machine, given)
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
    this.#given.text = given
    return JSON.parse(this.#machine.call(this.#jobs, name)) as Turn
  }
}

/** What Ruby is given when it asks for its job or for an answer it waited for. */
interface Given {
  text: string
}

function answering(host: Host, given: Given, answerNow: AnswerNow): MachineHost {
  return {
    ...host,
    answer: (question) => (question === 'job' || question === 'answer' ? given.text : answerNow(question)),
  }
}
