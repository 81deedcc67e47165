import v8 from 'node:v8'
import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { flatText } from '../../src/base/index.ts'

/** A text of many pieces, each too long for V8 to copy at once. */
function pieced(pieces: number): string {
  let text = ''
  for (let i = 0; i < pieces; i++) text += i % 2 ? '<em>a piece of text</em>' : 'and another of them'
  return text
}

describe('flatText', () => {
  it('gives the same text', () => {
    for (const text of ['', 'a', '\0', '\0\0\0', 'ab\0cd', '’é', pieced(100)])
      expect(flatText(text)).toBe(text)
  })

  it('keeps no tree of pieces', () => {
    v8.setFlagsFromString('--expose-gc')
    const collect = vm.runInNewContext('gc') as () => void
    const kept = Array.from({ length: 200 }, () => flatText(pieced(1000)))
    collect()
    const before = process.memoryUsage().heapUsed
    const characters = kept.reduce((sum, text) => sum + text.length, 0)
    kept.length = 0
    collect()
    const freed = before - process.memoryUsage().heapUsed
    expect(freed).toBeGreaterThan(0.8 * characters)
    expect(freed).toBeLessThan(1.3 * characters)
  })
})
