import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
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
    const none = joinsKept("''")
    expect(joinsKept('pieced(1000)') - none).toBeGreaterThan(900)
    expect(joinsKept('flatText(pieced(1000))') - none).toBeLessThan(10)
  })
})

/** How many texts that are two others joined V8 holds while it holds `made`: counted in a small process's heap. */
function joinsKept(made: string): number {
  const source = readFileSync(new URL('../../src/base/flat-text.ts', import.meta.url), 'utf8')
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' })
  const script = `${code}
    ${pieced}
    globalThis.kept = ${made}
    let text = ''
    const heap = require('node:v8').getHeapSnapshot()
    heap.on('data', (part) => { text += part })
    heap.on('end', () => {
      const { snapshot, nodes } = JSON.parse(text)
      const { node_fields: fields, node_types: types } = snapshot.meta
      const joined = types[0].indexOf('concatenated string')
      let count = 0
      for (let at = fields.indexOf('type'); at < nodes.length; at += fields.length)
        if (nodes[at] === joined) count++
      console.log(count, kept.length)
    })`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return Number.parseInt(stdout, 10)
}
