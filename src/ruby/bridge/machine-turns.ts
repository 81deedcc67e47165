/** Turns of the Ruby that is WebAssembly. */
import { type Exhausted, exhausted, outOfStack } from '../../base/index.ts'
import { type MachineHost, RubyMachine } from '../machine/machine.ts'
import type { KeptImage, MachineImage } from '../machine/machine-image.ts'
import type { AnswerNow, Turn, Turns } from './turns.ts'

type Host = Omit<MachineHost, 'answer'>

export class MachineTurns implements Turns {
  readonly #machine: RubyMachine
  readonly #jobs: number
  readonly #given: Given
  /** whether its first job, in which plugins are loaded, has not ended */
  #isLoading: boolean

  private constructor(machine: RubyMachine, given: Given, isLoading: boolean) {
    this.#machine = machine
    this.#given = given
    this.#isLoading = isLoading
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
    return new MachineTurns(machine, given, true)
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
    return machine === undefined ? undefined : new MachineTurns(machine, given, images.length === 1)
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
    try {
      const turn = this.#said(name)
      if (!('ask' in turn)) this.#isLoading = false
      return turn
    } catch (error) {
      const lack = this.#lackOf(error)
      if (lack?.deep !== true) throw error
      if (this.#isLoading) return this.#tooDeep()
      throw lack
    }
  }

  /** What ran out. */
  #lackOf(error: unknown): Exhausted | undefined {
    const isStopped = error instanceof WebAssembly.RuntimeError && this.#machine.hasOverrun
    return isStopped ? outOfStack(error) : exhausted(error)
  }

  /** What plugins failed with that lay too deep in themselves for the stack of this process while they were loaded. */
  #tooDeep(): Turn {
    try {
      if (this.#machine.isInPlace) return this.#said('too_deep')
    } catch {
      // It was not to be asked any more.
    }
    return { failed: { class: 'SystemStackError', message: 'stack level too deep', file: null, line: null } }
  }

  #said(name: string): Turn {
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
