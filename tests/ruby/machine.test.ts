/** Ruby as a WebAssembly program: started, asked, kept and brought back. */
import { expect, test } from 'vitest'
import { Conversation } from '../../src/ruby/bridge/conversation.ts'
import { MachineTurns } from '../../src/ruby/bridge/machine-turns.ts'
import type { AnswerNow } from '../../src/ruby/bridge/turns.ts'
import { findEngine, type RubyEngine } from '../../src/ruby/machine/engine.ts'
import { exportGlobals, globalName } from '../../src/ruby/machine/exported-globals.ts'
import { encodeImage, type KeptBytes, nameAfter, openImage } from '../../src/ruby/machine/machine-image.ts'
import { takeLessMemory } from '../../src/ruby/machine/memory-sizes.ts'
import { rubyProgram } from '../../src/ruby/machine/program.ts'
import { systemFor } from '../../src/ruby/machine/system.ts'
import { layer } from './layer.ts'

const NOTHING = {
  kindOf: () => undefined,
  list: () => [],
  mayChange: () => false,
  write: () => {},
  makeDirectory: () => {},
  remove: () => {},
  setTime: () => {},
  read: () => new Uint8Array(),
  stat: () => ({ size: 0, mtime: 0 }),
}
const system = () => systemFor({ engine, files: NOTHING, print: () => {}, unrepeatable: () => {} })
const engine = findEngine(import.meta.dirname) as RubyEngine
const program = rubyProgram(engine, 'start')

const CODE = `module Whirl
  def self.add(a, b) = a + b
  def self.same(value) = value
  def self.ask_twice = [ask(:name), wait(:work, 3)]
  def self.keep(bytes) = (@kept = Array.new(bytes / 1000) { 'x' * 960 }).size
  def self.count = @count = (@count || 0) + 1
end`

const fresh = (answerNow: AnswerNow) => MachineTurns.start(program, system(), [...layer, CODE], answerNow)

test('the globals of a program are exported, and the rest stays', () => {
  // a module with one mutable global, 7, one constant, and no exports but its memory
  const plain = Uint8Array.from([
    ...[
      0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 0, 1, 6, 11, 2, 0x7f, 1, 0x41, 7, 0x0b, 0x7f, 0, 0x41, 9,
      0x0b,
    ],
    ...[7, 7, 1, 3, 0x6d, 0x65, 0x6d, 2, 0],
  ])
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(exportGlobals(plain)), {})
  expect(Object.keys(exports)).toEqual(['mem', globalName(0)])
  expect((exports[globalName(0)] as WebAssembly.Global).value).toBe(7)
})

test('memory is taken in steps that are few: V8 collects garbage at each', () => {
  const ruby = fresh(() => '')
  const { size } = ruby.image()
  ruby.start(JSON.stringify(['keep', 40_000_000]))
  const grown = ruby.image().size - size
  // bytes
  const step = 1 << 22
  expect([grown > 0, grown % step]).toEqual([true, 0])
})

test('memory that nothing is in is not taken, and not looked at to keep Ruby', () => {
  const ruby = fresh(() => '')
  // bytes: with room for as many fibers and as large a cache as Ruby has by itself it is three hundred megabytes more
  expect(ruby.image().size).toBeLessThan(1 << 27)
  const image = ruby.image()
  // What compilers begin with: sixteen megabytes for the stack.
  expect(image.from).toBe(1 << 24)
  const [, head] = encodeImage(image)
  const { runs } = JSON.parse(new TextDecoder().decode(head)) as { runs: readonly [number, number][] }
  expect(Math.min(...runs.map(([offset]) => offset))).toBeGreaterThanOrEqual(image.from)
})

test('the sizes of another program stay as they are', () => {
  const other = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 10, 4, 1, 2, 0, 0x0b)
  takeLessMemory(other)
  expect(other).toEqual(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 10, 4, 1, 2, 0, 0x0b))
})

test('jobs, questions on the spot, questions that wait, and jobs within them', () => {
  const ruby = new Conversation(fresh)
  const answers = {
    name: () => 'Ada',
    work: (n: unknown) => ruby.job('add', [Number(n), 4], {}),
    root: () => '/site',
  }
  expect(ruby.job('add', [1, 2], answers)).toBe(3)
  expect(ruby.job('ask_twice', [], answers)).toEqual(['Ada', 7])
  expect(() => ruby.job('add', ['a', 1], answers)).toThrow('no implicit conversion of Integer into String')
  expect(() =>
    ruby.job('ask_twice', [], {
      ...answers,
      name: () => {
        throw new TypeError('not here')
      },
    }),
  ).toThrow(new TypeError('not here'))
  expect(ruby.job('add', ['ä', 'b'], answers)).toBe('äb')
})

/** Bytes as if they were in a file. */
function kept(pieces: readonly Uint8Array[]): KeptBytes {
  const bytes = Buffer.concat(pieces)
  return { length: bytes.length, read: (into, at) => void bytes.copy(into, 0, at, at + into.length) }
}

test('images bring back what Ruby knew, and what is damaged is none', () => {
  let machine = undefined as MachineTurns | undefined
  const ruby = new Conversation((answerNow) => (machine = fresh(answerNow)))
  const image = (from?: Parameters<typeof encodeImage>[1]) =>
    encodeImage((machine as MachineTurns).image(), from)
  ruby.job('count', [], {})
  const pieces = image()
  const base = openImage(kept(pieces))
  if (base === undefined) throw new Error('no image')
  ruby.job('count', [], {})
  const morePieces = image({ base, how: 'counted' })
  const more = openImage(kept(morePieces))
  if (more === undefined) throw new Error('no image')
  ruby.job('count', [], {})
  const restored = (...images: readonly (typeof base)[]) => {
    let turns: MachineTurns | undefined
    const again = new Conversation((answerNow) => {
      turns = MachineTurns.restore(rubyProgram(engine, 'restore'), system(), images, answerNow)
      return turns as MachineTurns
    })
    return turns === undefined ? 'damaged' : again.job('count', [], {})
  }
  expect([restored(base), restored(base, more), ruby.job('count', [], {})]).toEqual([2, 3, 4])
  expect([more.after, base.after]).toEqual([nameAfter(base, 'counted'), ''])
  const size = (of: readonly Uint8Array[]) => of.reduce((all, { length }) => all + length, 0)
  expect(size(morePieces) * 10).toBeLessThan(size(pieces))
  // An end that is missing, a beginning, a page.
  const whole = Buffer.concat(pieces)
  expect([openImage(kept([whole.subarray(0, -1)])), openImage(kept([new Uint8Array(2)]))]).toEqual([
    undefined,
    undefined,
  ])
  const damaged = Buffer.from(whole)
  damaged[20] = 0
  expect(openImage(kept([damaged]))).toBeUndefined()
  const last = Buffer.from(whole)
  last[last.length - 1] = 1 + (last.at(-1) ?? 0)
  expect(restored(openImage(kept([last])) as typeof base)).toBe('damaged')
})

test('what is brought back needs the code of the program alone', () => {
  const { Module } = WebAssembly
  const sizes: number[] = []
  const engineOf: { Module: typeof WebAssembly.Module } = WebAssembly
  engineOf.Module = new Proxy(Module, {
    construct(target, given) {
      sizes.push((given[0] as Uint8Array).length)
      return Reflect.construct(target, given) as WebAssembly.Module
    },
  })
  for (const use of ['start', 'restore'] as const) rubyProgram(engine, use)
  engineOf.Module = Module
  const [start = 0, restore = 0] = sizes
  expect([start > 32_000_000, restore < 13_000_000]).toEqual([true, true])
})

let same: Conversation | undefined
test.each([
  ['null', null],
  ['a float', 2.5],
  ['a whole float', { $: 'float', of: '1.0' }],
  ['a large integer', { $: 'integer', of: '123456789012345678901' }],
  ['a hash', { $: 'hash', of: ['b', 1, 2, ['x', true]] }],
  ['a day', { $: 'date', of: [2024, 2, 29] }],
  ['a time', { $: 'time', of: [1_700_000_000, 5, 0, true] }],
])('%s comes back as it went', (_, wire) => {
  same ??= new Conversation(fresh)
  expect(same.job('same', [wire], { root: () => '/site' })).toEqual(wire)
})
