/** Strings as Ruby 3.1's `to_yaml` writes them. */
import { expect, test } from 'vitest'
import { parseYaml, zoneFor } from '../../src/base/index.ts'
import { yamlField } from '../../src/cli/yaml-text.ts'
import recorded from './yaml-text.json' with { type: 'json' }

test('strings are quoted where Ruby quotes them', () => {
  for (const [text, yaml] of recorded) expect(`---\n${yamlField('t', text!)}`).toBe(yaml)
})

test('what is written reads as it was', () => {
  const texts = [
    ...recorded.map(([text]) => text!),
    '\u0000\u0001',
    '\u2028',
    '<<',
    'a\u00a0b',
    '\ufeff',
    'x\r\ny',
  ]
  const zone = zoneFor('UTC')
  for (const text of texts) {
    const read = parseYaml(yamlField('t', text), zone)
    expect([text, 'value' in read ? read.value : read]).toEqual([text, new Map([['t', text]])])
  }
})
