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
    const tree = bytesOf(() => pieced(1000))
    const flat = bytesOf(() => flatText(pieced(1000)))
    // One byte for each character, where a tree has three words and more for each piece of twenty.
    expect(flat).toBeLessThan(0.8 * tree)
  })
})

/** How many bytes of the heap go with two hundred of what `make` makes. */
function bytesOf(make: () => string): number {
  v8.setFlagsFromString('--expose-gc')
  const collect = vm.runInNewContext('gc') as () => void
  const kept = Array.from({ length: 200 }, make)
  collect()
  const before = process.memoryUsage().heapUsed
  kept.length = 0
  collect()
  return before - process.memoryUsage().heapUsed
}
