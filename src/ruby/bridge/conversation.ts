/**
 * The program and Ruby, taking turns. The program gives jobs; a job asks questions while it goes on. What can be answered by
 * looking is answered at once; what takes work, in which there may be other jobs, makes the job wait in a fiber of its own, so
 * that no code of Ruby's ever runs above code of the program that runs above code of Ruby's.
 */
import { Abort } from '../../liquid/index.ts'
import { RubyFault } from '../machine/machine.ts'
import { type AnswerNow, LATER, type Turn, type Turns } from './turns.ts'
import { Held, toWire, type Wire } from './wire.ts'

/** Answers to the questions of a job, by name. */
export type Answers = Readonly<Record<string, (...given: readonly Wire[]) => unknown>>

/** What a plugin in Ruby failed with. */
export class RubyPluginError extends Error {
  override readonly name = 'RubyPluginError'

  constructor(
    message: string,
    /** `NoMethodError` */
    readonly kind: string,
    /** absolute, where the error came from a file */
    readonly file: string | undefined,
    readonly line: number | undefined,
  ) {
    super(message)
  }
}

/** Thrown by what would give a job while Ruby waits for an answer on the spot; templates and guards of plugins pass it on. */
class NotNow extends Abort {}

export class Conversation {
  readonly held = new Held()
  readonly #turns: Turns
  /** answers of the jobs under way, the one at work last */
  readonly #answers: Answers[] = []
  #answering = false
  /** errors of the program that went through Ruby as numbers */
  readonly #errors: unknown[] = []

  /** `begin` gives the other side, whose questions are answered by the function that it is given. */
  constructor(begin: (answerNow: AnswerNow) => Turns) {
    this.#turns = begin((question) => this.#answerNow(question))
  }

  /**
   * Has Ruby do the job `kind`. Throws a RubyPluginError for what it failed with, and what `answers` threw where nobody
   * in Ruby rescued it.
   */
  job(kind: string, given: readonly Wire[], answers: Answers): Wire {
    if (this.#answering) throw new NotNow()
    this.#answers.push(answers)
    try {
      let turn = this.#turns.start(JSON.stringify([kind, ...given]))
      while ('ask' in turn) {
        const [name, ...asked] = turn.ask
        const { number } = turn
        turn = this.#turns.resume(number, this.#answer(name, asked, answers))
      }
      if ('done' in turn) return turn.done
      throw this.#error(turn.failed)
    } finally {
      this.#answers.pop()
    }
  }

  #answerNow(question: string): string {
    const answers = this.#answers.at(-1)
    this.#answering = true
    try {
      const [name, ...asked] = JSON.parse(question) as [string, ...Wire[]]
      return answers === undefined ? LATER : this.#answer(name, asked, answers)
    } catch {
      // Only the layer knows how to ask.
      return JSON.stringify({
        error: ['this is no question', this.#errors.push(new RubyFault(question)) - 1],
      })
    } finally {
      this.#answering = false
    }
  }

  /** The answer as Ruby reads it. */
  #answer(name: string, asked: readonly Wire[], answers: Answers): string {
    try {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
      if (answer === undefined) throw new RubyFault(`nothing answers '${name}' here`)
      return JSON.stringify({ ok: toWire(answer(...asked), this.held) })
    } catch (error) {
      if (error instanceof NotNow) return LATER
      this.#errors.push(error)
      const message = error instanceof Error ? error.message : String(error)
      return JSON.stringify({ error: [message, this.#errors.length - 1] })
    }
  }

  #error(failed: Extract<Turn, { failed: unknown }>['failed']): unknown {
    if ('number' in failed) return this.#errors[failed.number]
    return new RubyPluginError(
      failed.message,
      failed.class,
      failed.file ?? undefined,
      failed.line ?? undefined,
    )
  }
}
