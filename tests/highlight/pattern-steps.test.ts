/**
 * What a lexer costs grows with its text, not with the square of it: counted in steps of its expressions. Apart from the steps
 * of its code, as V8 has compiled nothing well after it counted those.
 */
import { test } from 'vitest'
import { patternStepsOf } from '../pattern-steps.ts'
import { expectProportional } from '../steps.ts'
import { ALL, colouring, GROUPS } from './repeated-texts.ts'

test.each(ALL)('%s of Rouge %s costs what its text is long, in steps of its expressions', (tag, rouge) => {
  const growsAt = (size: number) => (seeds: readonly string[]) => {
    try {
      expectProportional(colouring(tag, rouge, seeds), size, patternStepsOf)
      return false
    } catch {
      return true
    }
  }
  // What is repeated up to a number of times looks like a square in a text that is shorter.
  const growing = GROUPS.filter(growsAt(256))
    .flat()
    .map((seed) => [seed])
  for (const seed of growing.filter(growsAt(256)).filter(growsAt(2048)))
    expectProportional(colouring(tag, rouge, seed), 8192, patternStepsOf)
})
