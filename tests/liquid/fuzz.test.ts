/** The fuzzer for a few seconds; by hand for longer: FUZZ_SECONDS=600 FUZZ_SEED=1 npx vitest run tests/liquid/fuzz.test.ts */
import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { random } from './generate.ts'

const seconds = Number(process.env.FUZZ_SECONDS ?? 3)
const seed = Number(process.env.FUZZ_SEED ?? 20_240_501)

test('random templates', { timeout: seconds * 2000 + 30_000 }, () => {
  const { templates, syntaxErrors, problems } = fuzz(random(seed), seconds * 1000)
  if (process.env.FUZZ_SECONDS !== undefined)
    console.log(
      `${templates} templates, ${syntaxErrors} of them errors of syntax, ${problems.length} problems`,
    )
  expect(problems.slice(0, 5)).toEqual([])
  expect(templates).toBeGreaterThan(100)
})
