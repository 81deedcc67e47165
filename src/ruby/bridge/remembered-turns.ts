/**
 * Turns of an earlier build as long as they are the same: Ruby is started only for the first job, answer or file that is another
 * one. It is then given everything that came before, with the answers that it had, which leaves it as the earlier build had it at
 * this place.
 */
import { sha256 } from '../../base/index.ts'
import { type Recording, StartOver } from '../../plugins/index.ts'
import { fileAnswer, isFileQuestion } from '../machine/file-questions.ts'
import { RubyFault } from '../machine/machine.ts'
import type { SystemFiles } from '../machine/system-files.ts'
import {
  digestOf,
  type Happening,
  type Happenings,
  isRepeatable,
  nameOf,
  type Remembered,
} from './happenings.ts'
import type { AnswerNow, BegunRuby, Turn, Turns } from './turns.ts'

interface Surroundings {
  readonly answerNow: AnswerNow
  readonly files: SystemFiles
  print(line: string): void
  /** Begins Ruby, which asks and prints by these; with its first job done, where it can, if `loaded` says what that saw. */
  begin(answerNow: AnswerNow, print: (line: string) => void, loaded: string | undefined): BegunRuby
}

export class RememberedTurns implements Turns {
  readonly #before: Happenings
  readonly #remembered: Remembered
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

  /** what the builder is told and tells of the rendering */
  readonly recording: Recording = {
    begin: () => {
      this.#rendering = 'whole'
      this.#from = this.#happened.length
    },
    isOn: () => this.#from !== undefined,
    passesOver: (name) => this.#passesOver(name),
    startOver: () => {
      this.#rendering = 'whole'
      this.#mayPass = false
    },
    soFar: () => this.#soFar(),
    end: () => this.#endRendering(),
  }
  /** whether a rendering is under way, and passes over what Ruby did in it */
  #rendering: 'passed' | 'whole' | undefined
  #mayPass = true
  /** where in what happened rendering began, and where it ended */
  #from: number | undefined
  #to: number | undefined
  /** whether nobody knows the texts of what happened while rendering */
  #isWithoutTexts = false
  /** a name for what happened up to a place */
  #named = { at: 0, name: '' }

  /** `before` is what happened in the earlier build. */
  constructor(before: Remembered, around: Surroundings) {
    this.#before = before.happened
    this.#remembered = before
    this.#around = around
  }

  /** What happened so far and will be the same next time; undefined where it is what happened before. */
  news(): Remembered | undefined {
    const happened = this.#happened.slice(0, this.#sure)
    const { length } = this.#before
    const rendered =
      this.#from === undefined || this.#to === undefined ? undefined : ([this.#from, this.#to] as const)
    const before = this.#remembered
    const isWhole = this.#sure === undefined
    const isSame = happened.length === length && (this.#same ?? length) >= length
    if (isSame && isWhole === before.isWhole && String(rendered) === String(before.rendered)) return undefined
    return { happened, rendered, isWhole }
  }

  /** Whether Ruby, which is not there, would do in the rendering that begins now what it did in the one called `name`. */
  #passesOver(name: string): boolean {
    if (this.#rendering === 'passed') return true
    const [from, to] = this.#remembered.rendered ?? [-1, -1]
    this.#mayPass &&=
      this.#ruby === undefined &&
      this.#rendering === 'whole' &&
      this.#happened.length === from &&
      nameOf(this.#before, to) === name &&
      isRepeatable(this.#remembered, (question) => fileAnswer(this.#around.files, question))
    if (this.#mayPass) this.#rendering = 'passed'
    return this.#mayPass
  }

  #soFar(): string {
    const { at, name } = this.#named
    const { length } = this.#happened
    if (at < length)
      this.#named = { at: length, name: sha256(name + JSON.stringify(this.#happened.slice(at))) }
    return this.#named.name
  }

  #endRendering(): string {
    if (this.#rendering === 'passed') {
      const passed = this.#before.slice(this.#from, this.#remembered.rendered?.[1])
      for (const happening of passed) {
        if (happening[0] === 'print') this.#around.print(happening[1])
        this.#note(happening, '')
      }
      this.#isWithoutTexts ||= passed.length > 0
    }
    this.#rendering = undefined
    this.#to = this.#happened.length
    return nameOf(this.#happened, this.#to)
  }

  /** Ruby was told what is another thing next time, in the job that is under way. */
  unsure(): void {
    if (this.#ruby !== undefined) this.#sure ??= this.#outermost
  }

  start(job: string): Turn {
    if (this.#rendering === 'passed') throw new StartOver()
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
    if (this.#isWithoutTexts) throw otherwise()
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
