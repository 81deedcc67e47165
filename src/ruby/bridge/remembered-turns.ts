/**
 * Turns of an earlier build as long as they are the same: Ruby is started only for the first job, answer or file that is another
 * one. It is then given everything that came before, with the answers that it had, which leaves it as the earlier build had it at
 * this place.
 */
import { sha256 } from '../../base/index.ts'
import { fileAnswer, isFileQuestion } from '../machine/file-questions.ts'
import { RubyFault } from '../machine/machine.ts'
import type { SystemFiles } from '../machine/system-files.ts'
import type { AnswerNow, BegunRuby, Turn, Turns } from './turns.ts'

/**
 * What happened, in turn; of jobs and answers only digests.
 *
 * - `job`: a job begins
 * - `spot`: a question and its answer on the spot; also one about files
 * - `print`: a line that Ruby printed
 * - `wait`: a question with which a turn ends
 * - `given`: what it was answered
 * - `end`: a turn that ends its job
 */
type Happening =
  | readonly ['job' | 'given', digest: string]
  | readonly ['spot', question: string, digest: string]
  | readonly ['wait' | 'end', turn: string]
  | readonly ['print', line: string]

export type Happenings = readonly Happening[]

interface Surroundings {
  readonly answerNow: AnswerNow
  readonly files: SystemFiles
  print(line: string): void
  /** Begins Ruby, which asks and prints by these; with its first job done, where it can, if `loaded` says what that saw. */
  begin(answerNow: AnswerNow, print: (line: string) => void, loaded: string | undefined): BegunRuby
}

export class RememberedTurns implements Turns {
  readonly #before: Happenings
  readonly #around: Surroundings
  /** what happened in this build */
  readonly #happened: Happening[] = []
  /** the job or answer behind each digest in it, until Ruby has started */
  #texts: string[] = []
  #ruby: BegunRuby | undefined
  /** how much of it Ruby has been given, while it is */
  #given: number | undefined
  /** another answer than before to the question that comes next */
  #next: string | undefined
  /** how much of what happened before was the same when Ruby began */
  #same: number | undefined
  /** jobs under way; where the outermost of them began */
  #depth = 0
  #outermost = 0
  /** how much of what happened was the first job; 0 where that had to wait, undefined until it has ended */
  #first: number | undefined
  /** how much of what happened will be the same next time; undefined for all of it */
  #sure: number | undefined
  /** numbers of the questions that jobs wait for */
  readonly #waiting: number[] = []

  /** `before` is what happened in the earlier build. */
  constructor(before: Happenings, around: Surroundings) {
    this.#before = before
    this.#around = around
  }

  /** What happened so far and will be the same next time; undefined where it is what happened before. */
  news(): Happenings | undefined {
    const happened = this.#happened.slice(0, this.#sure)
    const { length } = this.#before
    return happened.length === length && (this.#same ?? length) >= length ? undefined : happened
  }

  /** Ruby was told what is another thing next time, in the job that is under way. */
  unsure(): void {
    if (this.#ruby !== undefined) this.#sure ??= this.#outermost
  }

  start(job: string): Turn {
    const digest = digestOf(job)
    if (this.#depth++ === 0) this.#outermost = this.#happened.length
    if (this.#isNext(['job', digest])) {
      this.#note(['job', digest], job)
      return this.#follow()
    }
    const ruby = this.#caught()
    this.#note(['job', digest], job)
    return this.#ended(ruby.start(job))
  }

  resume(_: number, answer: string): Turn {
    const digest = digestOf(answer)
    if (this.#isNext(['given', digest])) {
      this.#note(['given', digest], answer)
      return this.#follow()
    }
    const ruby = this.#caught()
    this.#note(['given', digest], answer)
    return this.#ended(ruby.resume(this.#waiting.pop() as number, answer))
  }

  /** The turn that comes next in what happened before, if its questions have the same answers. */
  #follow(): Turn {
    for (;;) {
      const next = this.#before[this.#happened.length]
      if (next?.[0] === 'wait' || next?.[0] === 'end') {
        if (next[0] === 'end') this.#depth--
        this.#note(next, '')
        return JSON.parse(next[1]) as Turn
      }
      if (next?.[0] === 'print') {
        this.#around.print(next[1])
        this.#note(next, '')
        continue
      }
      if (next?.[0] !== 'spot') throw new RubyFault('what was remembered of Ruby ends in the middle of a job')
      const [, question, digest] = next
      const answer = this.#answerOf(question)
      if (digestOf(answer) !== digest) {
        this.#next = answer
        return this.#ended(this.#catchUp() as Turn)
      }
      this.#note(next, answer)
    }
  }

  #isNext([kind, digest]: readonly ['job' | 'given', string]): boolean {
    const next = this.#before[this.#happened.length]
    return this.#ruby === undefined && next !== undefined && next[0] === kind && next[1] === digest
  }

  /** Ruby, with all behind it that happened. */
  #caught(): Turns {
    if (this.#ruby === undefined) this.#catchUp()
    return this.#ruby as Turns
  }

  /**
   * Starts Ruby and gives it what happened. With another answer that comes next it goes on with it: then the turn that it ends,
   * otherwise undefined.
   */
  #catchUp(): Turn | undefined {
    const first = this.#first ?? 0
    const ruby = this.#around.begin(
      (question) => this.#answer(question),
      (line) => this.#print(line),
      first === 0 ? undefined : this.#firstJob(),
    )
    this.#ruby = ruby
    this.#same = this.#happened.length
    this.#given = ruby.isLoaded ? first : 0
    while (this.#given < this.#happened.length) {
      const at: number = this.#given++
      const text = this.#texts[at] as string
      const turn =
        this.#happened[at]?.[0] === 'job'
          ? ruby.start(text)
          : ruby.resume(this.#waiting.pop() as number, text)
      if (this.#given === undefined) return turn
      if (this.#happened[this.#given++]?.[1] !== textOf(turn)) throw otherwise()
      if ('ask' in turn) this.#waiting.push(turn.number)
      else if (this.#given === first) ruby.keep(this.#firstJob())
    }
    this.#given = undefined
    this.#texts = []
    if (this.#next !== undefined) throw otherwise()
    return undefined
  }

  /** The answer for Ruby: while it is given what happened, the one that it had. */
  #answer(question: string): string {
    // What it takes to start is the same each time.
    if (this.#ruby === undefined) return this.#answerOf(question)
    const at = this.#given
    const happened = at === undefined ? undefined : this.#happened[at]
    if (at !== undefined && happened !== undefined) {
      if (happened[0] !== 'spot' || happened[1] !== question) throw otherwise()
      this.#given = at + 1
      return this.#texts[at] as string
    }
    const next = this.#next
    if (at !== undefined && (next === undefined || this.#before[at]?.[1] !== question)) throw otherwise()
    this.#given = undefined
    this.#next = undefined
    const answer = next ?? this.#answerOf(question)
    this.#note(['spot', question, digestOf(answer)], answer)
    return answer
  }

  #answerOf(question: string): string {
    const { files, answerNow } = this.#around
    return isFileQuestion(question) ? fileAnswer(files, question) : answerNow(question)
  }

  #print(line: string): void {
    const at = this.#given
    if (this.#ruby === undefined) this.#around.print(line)
    else if (at !== undefined && this.#happened[at]?.[1] === line) this.#given = at + 1
    else {
      this.#around.print(line)
      this.#note(['print', line], '')
    }
  }

  #ended(turn: Turn): Turn {
    if ('ask' in turn) this.#waiting.push(turn.number)
    else this.#depth--
    this.#note(['ask' in turn ? 'wait' : 'end', textOf(turn)], '')
    if (this.#first === this.#happened.length && this.#sure === undefined) this.#ruby?.keep(this.#firstJob())
    return turn
  }

  #note(happening: Happening, text: string): void {
    if (this.#ruby === undefined) this.#texts.push(text)
    this.#happened.push(happening)
    const [kind] = happening
    if (kind === 'wait') this.#first ??= 0
    if (kind === 'end') this.#first ??= this.#happened.length
  }

  /** A name for what happened in the first job, which is another one for everything else. */
  #firstJob(): string {
    return sha256(JSON.stringify(this.#happened.slice(0, this.#first)))
  }
}

/** Waiting jobs have numbers only while Ruby runs. */
function textOf(turn: Turn): string {
  return JSON.stringify('ask' in turn ? { ask: turn.ask, number: 0 } : turn)
}

function otherwise(): RubyFault {
  return new RubyFault('Ruby did not do again what it did in the build before')
}

/** Short ones stand for themselves. */
function digestOf(text: string): string {
  return text.length <= 64 ? text : sha256(text)
}
