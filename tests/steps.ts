/**
 * Counts what a run costs without a clock, so that growth can be held on a busy machine: every block of our sources
 * that is entered (V8's precise coverage), and every character or item that a built-in function walks over on their behalf.
 * What a regular expression does while it goes back and forth inside one match is not seen: `pattern-steps.ts` counts that.
 */
import { Session } from 'node:inspector'
import v8 from 'node:v8'
import { expect } from 'vitest'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

/** Our sources, and the packages that read what sites hold. */
const COUNTED = /\/src\/.*\.ts$|\/node_modules\/(?:htmlparser2|saxes|smol-toml)\//

/** The steps of `run`: the same number on every machine, once what is made at first use was made. */
export function stepsOf(run: () => unknown): number {
  return stepsOfEach([run])[0]!
}

/** The steps of each of `runs`, one after the other: to begin and end counting costs more than most runs. */
export function stepsOfEach(runs: readonly (() => unknown)[]): readonly number[] {
  const session = new Session()
  session.connect()
  // Compiled code does not count all its blocks.
  v8.setFlagsFromString('--no-opt')
  v8.setFlagsFromString('--no-maglev')
  const natives = countNatives()
  /** what was counted since it was asked last */
  const counted = (): number => {
    let steps = 0
    session.post('Profiler.takePreciseCoverage', (error, coverage?: Coverage) => {
      if (error !== null) throw error
      for (const { url, functions } of coverage?.result ?? []) {
        if (!COUNTED.test(url)) continue
        for (const { ranges } of functions) for (const { count } of ranges) steps += count
      }
    })
    return steps
  }
  try {
    session.post('Profiler.enable')
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    return runs.map((run) => {
      const before = natives.characters()
      run()
      const characters = natives.characters() - before
      return counted() + characters
    })
  } finally {
    session.post('Profiler.stopPreciseCoverage')
    natives.restore()
    session.disconnect()
    v8.setFlagsFromString('--opt')
  }
}

/**
 * Holds that four times the text is about four times the work: `make` is given a size, `run` the text of it. A logarithm
 * more is let through, a square (16 times) is not.
 */
export function expectLinear(
  make: (size: number) => string,
  run: (text: string) => unknown,
  size = 2048,
  count = stepsOf,
): void {
  expectProportional(
    (times) => {
      const text = make(times)
      return { size: text.length, run: () => run(text) }
    },
    size,
    count,
  )
}

interface Sized {
  readonly size: number
  readonly run: () => unknown
}

/** The same for what is not text: `make` says how large what it made is. */
export function expectProportional(make: (size: number) => Sized, size = 2048, count = stepsOf): void {
  expectEachProportional([make], size, (runs) => runs.map(count))
}

/** The same for each of `makes`. */
export function expectEachProportional(
  makes: readonly ((size: number) => Sized)[],
  size = 2048,
  count = stepsOfEach,
): void {
  // What is made at first use is made here.
  for (const make of makes) make(size).run()
  const sizes = makes.flatMap((make) => [make(size), make(4 * size)])
  const steps = count(sizes.map(({ run }) => run))
  for (let i = 0; i < sizes.length; i += 2) {
    const [small, large] = [sizes[i]!, sizes[i + 1]!]
    const growth = steps[i + 1]! / steps[i]! / (large.size / small.size)
    expect(growth, `${steps[i]} steps for ${small.size}, ${steps[i + 1]} for ${large.size}`).toBeLessThan(1.6)
  }
}

/** Makes the functions of texts and regular expressions count the characters they pass, until `restore`. */
function countNatives(): { readonly characters: () => number; readonly restore: () => void } {
  let characters = 0
  const undo: (() => void)[] = []
  const wrap = (
    owner: object,
    name: string,
    /** asked before the call; answers how many characters it passed, from what it answered */
    passing: (self: unknown, args: readonly unknown[]) => (result: unknown) => number,
  ): void => {
    const original = Object.getOwnPropertyDescriptor(owner, name)!
    Object.defineProperty(owner, name, {
      ...original,
      value(this: unknown, ...args: unknown[]): unknown {
        const passed = passing(this, args)
        const result: unknown = Reflect.apply(original.value, this, args)
        characters += passed(result)
        return result
      },
    })
    undo.push(() => Object.defineProperty(owner, name, original))
  }
  const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0)
  const offset = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0)
  const whole = (self: unknown) => () => lengthOf(self)
  const rest = (self: unknown, args: readonly unknown[]) => Math.max(0, lengthOf(self) - offset(args[1]))
  wrap(
    String.prototype,
    'indexOf',
    (self, args) => (found) => (found === -1 ? rest(self, args) : Number(found) - offset(args[1])),
  )
  wrap(String.prototype, 'includes', (self, args) => () => rest(self, args))
  wrap(
    String.prototype,
    'lastIndexOf',
    (self, args) => (found) => Math.min(lengthOf(self), offset(args[1] ?? lengthOf(self))) - Number(found),
  )
  for (const name of ['split', 'replaceAll', 'replace', 'match', 'search', 'trim', 'toLowerCase'])
    wrap(String.prototype, name, whole)
  // Taking the end off a text that grows copies it each time.
  wrap(
    String.prototype,
    'slice',
    (self, [start, end]) =>
      () =>
        start === 0 && typeof end === 'number' && end < 0 ? lengthOf(self) : 0,
  )
  // What is looked for in a list, and what makes room at its front.
  for (const name of ['indexOf', 'includes', 'unshift', 'shift', 'splice'])
    wrap(Array.prototype, name, (self) => () => (Array.isArray(self) ? self.length : 0))
  const matching = (self: unknown, args: readonly unknown[]) => {
    if (!(self instanceof RegExp)) return () => 0
    const { global, sticky, lastIndex } = self
    const start = global || sticky ? lastIndex : 0
    return (result: unknown) => {
      if (result === null || result === false) return sticky ? 1 : Math.max(0, lengthOf(args[0]) - start)
      if (global || sticky) return Math.max(0, self.lastIndex - start)
      return Array.isArray(result) ? (result as RegExpExecArray).index + lengthOf(result[0]) : 1
    }
  }
  wrap(RegExp.prototype, 'exec', matching)
  wrap(RegExp.prototype, 'test', matching)
  return {
    characters: () => characters,
    restore: () => {
      for (const each of undo) each()
    },
  }
}
