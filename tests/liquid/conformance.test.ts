/** Liquid's outside cases against a ratchet for each version: who fails must be named there, with a reason. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LiquidVersion } from '../../src/base/index.ts'
import { lacking } from '../needs.ts'
import { casesPresent, type Result, runConformance } from './conformance.ts'

const SNAPSHOTS: Readonly<Record<LiquidVersion, string>> = { '4.0': 'liquid-4.0.snap', '5.4': 'liquid.snap' }

/** Reasons by name, from the snapshot as it is. */
function reasons(file: URL): ReadonlyMap<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(1) : []
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => line.split(' -- ', 2) as [string, string | undefined])
      .map(([name, why]) => [name, why ?? 'reason not known yet']),
  )
}

/** The ratchet's text: how many pass, and those that do not, each with its reason. */
function snapshot({ total, failures }: Result, why: ReadonlyMap<string, string>): string {
  const lines = failures.map(({ name }) => `${name} -- ${why.get(name) ?? 'reason not known yet'}\n`)
  return `passed ${total - failures.length}/${total}\n${lines.join('')}`
}

describe.skipIf(lacking('shared', '../shared', casesPresent()))('the outside cases of Liquid', () => {
  test.each(Object.keys(SNAPSHOTS) as LiquidVersion[])('%s', (version) => {
    const file = new URL(`../../conformance/${SNAPSHOTS[version]}`, import.meta.url)
    const result = runConformance(version)
    const text = snapshot(result, reasons(file))
    if (process.env.CONFORMANCE_PRINT !== undefined) {
      for (const failure of result.failures)
        console.log(
          `${failure.name}\n  template ${JSON.stringify(failure.template)}\n  expected ${failure.expected}\n  got      ${failure.got}`,
        )
      console.log(text)
    }
    if (process.env.CONFORMANCE_UPDATE !== undefined) writeFileSync(file, text)
    expect(text).toBe(readFileSync(file, 'utf8'))
  })
})
