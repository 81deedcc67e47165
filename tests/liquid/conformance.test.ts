/** Liquid's outside cases against the ratchet `conformance/liquid.snap`: who fails must be named there, with a reason. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { casesPresent, type Result, runConformance } from './conformance.ts'

const SNAPSHOT = new URL('../../conformance/liquid.snap', import.meta.url)

/** Reasons by name, from the snapshot as it is. */
function reasons(): ReadonlyMap<string, string> {
  const lines = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8').split('\n').slice(1) : []
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => line.split(' -- ', 2) as [string, string | undefined])
      .map(([name, why]) => [name, why ?? 'reason not known yet']),
  )
}

/** The ratchet's text: how many pass, and those that do not, each with its reason. */
function snapshot({ total, failures }: Result): string {
  const why = reasons()
  const lines = failures.map(({ name }) => `${name} -- ${why.get(name) ?? 'reason not known yet'}\n`)
  return `passed ${total - failures.length}/${total}\n${lines.join('')}`
}

test.skipIf(lacking('shared', '../shared', casesPresent()))('the outside cases of Liquid', () => {
  const result = runConformance()
  const text = snapshot(result)
  if (process.env.CONFORMANCE_PRINT !== undefined) {
    for (const failure of result.failures)
      console.log(
        `${failure.name}\n  template ${JSON.stringify(failure.template)}\n  expected ${failure.expected}\n  got      ${failure.got}`,
      )
    console.log(text)
  }
  if (process.env.CONFORMANCE_UPDATE !== undefined) writeFileSync(SNAPSHOT, text)
  expect(text).toBe(readFileSync(SNAPSHOT, 'utf8'))
})
