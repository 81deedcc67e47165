/** What a lexer costs grows with its text, not with the square of it: counted in steps of its code. */
import { test } from 'vitest'
import { expectEachProportional } from '../steps.ts'
import { ALL, colouring, GROUPS } from './repeated-texts.ts'

test.each(ALL)('%s of Rouge %s costs what its text is long, in steps of its own', (tag, rouge) => {
  expectEachProportional(
    GROUPS.map((seeds) => colouring(tag, rouge, seeds)),
    512,
  )
})
