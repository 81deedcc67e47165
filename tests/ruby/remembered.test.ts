/** What an earlier build remembers of Ruby: it is started only for what is another thing than before, and then knows all the rest. */
import { expect, test } from 'vitest'
import { type Answers, Conversation } from '../../src/ruby/bridge/conversation.ts'
import { NOTHING_HAPPENED, type Remembered } from '../../src/ruby/bridge/happenings.ts'
import { RememberedTurns } from '../../src/ruby/bridge/remembered-turns.ts'
import type { AnswerNow, BegunRuby, Turn } from '../../src/ruby/bridge/turns.ts'

/** In the place of Ruby: it counts, asks, waits, and says what it was told so far. */
class Stand implements BegunRuby {
  readonly #all: unknown[]
  readonly #waiting: string[] = []

  constructor(
    private readonly answerNow: AnswerNow,
    private readonly print: (line: string) => void,
    private readonly kept: Map<string, readonly unknown[]>,
    loaded: string | undefined,
  ) {
    const all = kept.get(loaded ?? '')
    this.isLoaded = all !== undefined
    this.#all = [...(all ?? [])]
  }

  readonly isLoaded: boolean
  jobs = 0

  keep(how: string): void {
    this.kept.set(how, [...this.#all])
  }

  start(job: string): Turn {
    this.jobs++
    const [kind, given] = JSON.parse(job) as [string, string]
    if (kind === 'wait') {
      this.#waiting.push(given)
      return { ask: ['work', given], number: this.#waiting.length }
    }
    if (kind === 'unsure') this.answerNow(JSON.stringify(['unsure']))
    if (kind === 'print') this.print(given)
    this.#all.push(kind === 'ask' ? this.answerNow(JSON.stringify(['look', given])) : given)
    return { done: JSON.stringify(this.#all) }
  }

  resume(number: number, answer: string): Turn {
    if (number !== this.#waiting.length) throw new Error('another one waits')
    this.#all.push(`${this.#waiting.pop()}=${answer}`)
    return { done: JSON.stringify(this.#all) }
  }
}

const nothing = (): never => {
  throw new Error('no files')
}
const files = {
  kindOf: nothing,
  list: nothing,
  read: nothing,
  stat: nothing,
  mayChange: nothing,
  write: nothing,
  makeDirectory: nothing,
  remove: nothing,
  setTime: nothing,
}

/** A build that does `jobs`, with `before` of an earlier one; `looks` is what it finds when it looks. */
function build(
  jobs: readonly (readonly [kind: string, given: string])[],
  looks: string,
  before: Remembered = NOTHING_HAPPENED,
  kept = new Map<string, readonly unknown[]>(),
) {
  let begun = 0
  let stand: Stand | undefined
  const printed: string[] = []
  let turns: RememberedTurns | undefined
  const ruby = new Conversation((answerNow) => {
    turns = new RememberedTurns(before, {
      answerNow,
      files,
      print: (line) => printed.push(line),
      begin(answer, print, loaded) {
        begun++
        stand = new Stand(answer, print, kept, loaded)
        return stand
      },
    })
    return turns
  })
  const answers: Answers = {
    look: () => looks,
    unsure: () => turns?.unsure(),
    work: (given) => ruby.job('plain', [`within ${String(given)}`], answers),
  }
  const said = jobs.map(([kind, given]) => ruby.job(kind, [given], answers))
  return { said, begun, printed, news: turns?.news(), done: stand?.jobs ?? 0 }
}

const JOBS = [
  ['plain', 'a'],
  ['print', 'line'],
  ['ask', 'b'],
  ['wait', 'c'],
  ['ask', 'd'],
] as const

test('what is the same is remembered, and lines are printed again', () => {
  const first = build(JOBS, 'x')
  expect(first.begun).toBe(1)
  const second = build(JOBS, 'x', first.news)
  expect(second).toEqual({ said: first.said, begun: 0, printed: ['line'], news: undefined, done: 0 })
})

test.each(JOBS.map((_, i) => i))(
  'with another job in place %i everything is as if nothing were remembered',
  (i) => {
    const before = build(JOBS, 'x').news
    for (const kind of ['plain', 'print', 'ask', 'wait'] as const) {
      const jobs = JOBS.map((job, j) => (i === j ? ([kind, 'other'] as const) : job))
      expect(build(jobs, 'x', before)).toEqual(build(jobs, 'x'))
    }
  },
)

test('fewer jobs need no Ruby, and more begin it', () => {
  const before = build(JOBS, 'x').news
  expect(build(JOBS.slice(0, 3), 'x', before).begun).toBe(0)
  const more = [...JOBS, ['ask', 'e']] as const
  expect(build(more, 'x', before)).toEqual(build(more, 'x'))
})

test('another answer on the spot, and one that a job waited for', () => {
  const before = build(JOBS, 'x').news
  expect(build(JOBS, 'y', before)).toEqual(build(JOBS, 'y'))
  const jobs = [
    ['wait', 'c'],
    ['plain', 'd'],
  ] as const
  const news = build(jobs, 'x').news ?? NOTHING_HAPPENED
  const happened = news.happened.map((each) =>
    each[0] === 'given' ? (['given', 'another digest'] as const) : each,
  )
  const long = { ...news, happened }
  expect(build(jobs, 'x', long)).toEqual(build(jobs, 'x'))
})

test('what the first job left is kept, and holds as long as that saw the same', () => {
  const kept = new Map<string, readonly unknown[]>()
  const jobs = [['ask', 'load'], ...JOBS] as const
  const first = build(jobs, 'x', NOTHING_HAPPENED, kept)
  const more = [...jobs, ['plain', 'e']] as const
  const second = build(more, 'x', first.news, kept)
  // One of them within another.
  expect([first.done, second.done, kept.size]).toEqual([7, 7, 1])
  expect(second.said).toEqual(build(more, 'x').said)
  expect([build(more, 'y', first.news, kept).done, kept.size]).toEqual([8, 2])
  // A first job that waits has more to it than Ruby.
  const waiting = build([['wait', 'a'], ...JOBS], 'x', NOTHING_HAPPENED, new Map())
  expect(build([['wait', 'a'], ...more], 'x', waiting.news, new Map()).done).toBe(10)
})

test('what happened before Ruby was told the time is remembered', () => {
  const jobs = [
    ['plain', 'a'],
    ['unsure', ''],
    ['plain', 'b'],
  ] as const
  const first = build(jobs, 'x')
  expect(first.news?.happened.length).toBe(2)
  const second = build(jobs, 'x', first.news)
  expect([second.said, second.begun, second.news]).toEqual([first.said, 1, undefined])
})
