/** Tables of inputs made to be slow: the steps for each grow as the input does. */
import { describe, test } from 'vitest'
import { patternStepsOf } from '../pattern-steps.ts'
import { expectLinear, stepsOf } from '../steps.ts'

/** Makes a text of about so many characters. */
export type Generator = (size: number) => string
export type Generators = Readonly<Record<string, Generator>>

/** `part` again and again. */
export const fill =
  (part: string): Generator =>
  (size) =>
    part.repeat(Math.ceil(size / part.length))

/** `before`, then `part` again and again, then `after`. */
export const inside =
  (before: string, part: string, after = ''): Generator =>
  (size) =>
    before + fill(part)(size) + after

/** `open` as often as `close`, one inside the other. */
export const nested =
  (open: string, close: string, middle = ''): Generator =>
  (size) => {
    const times = Math.ceil(size / (open.length + close.length))
    return open.repeat(times) + middle + close.repeat(times)
  }

/** Lines that are each made of their number. */
export const numbered =
  (line: (i: number) => string): Generator =>
  (size) => {
    let text = ''
    for (let i = 0; text.length < size; i++) text += line(i)
    return text
  }

interface Options {
  /** characters of the smaller text */
  readonly size?: number
  /** whether to count what goes on inside regular expressions; slower by far */
  readonly patterns?: boolean
}

/** A test for each of `generators`: four times the text takes about four times the steps. */
export function growthTable(
  subject: string,
  generators: Generators,
  run: (text: string) => unknown,
  { size = 2048, patterns = false }: Options = {},
): void {
  describe(subject, () => {
    for (const [name, make] of Object.entries(generators))
      test(name, () => {
        expectLinear(make, run, size, stepsOf)
        if (patterns) expectLinear(make, run, Math.min(size, 256), (counted) => patternStepsOf(counted) + 1)
      })
  })
}
