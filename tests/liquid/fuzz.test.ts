/** The fuzzer for a while; by hand for longer: FUZZ_TEMPLATES=100000 FUZZ_SEED=1 npx vitest run tests/liquid/fuzz.test.ts */
import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { random } from './generate.ts'

const count = Number(process.env.FUZZ_TEMPLATES ?? 1000)
const seed = Number(process.env.FUZZ_SEED ?? 20_240_501)

test('random templates', { timeout: count * 100 + 30_000 }, () => {
  const { templates, syntaxErrors, problems } = fuzz(random(seed), count)
  if (process.env.FUZZ_TEMPLATES !== undefined)
    console.log(
      `${templates} templates, ${syntaxErrors} of them errors of syntax, ${problems.length} problems`,
    )
  expect(problems.slice(0, 5)).toEqual([])
  expect(syntaxErrors).toBeLessThan(templates)
})
