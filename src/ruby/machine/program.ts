/** The compiled Ruby, a file of the package that has it. */
import fs from 'node:fs'
import { compileLittle } from './compiler-flags.ts'
import { withDeepStacks } from './deep-stacks.ts'
import type { RubyEngine } from './engine.ts'
import { exportGlobals } from './exported-globals.ts'
import { numberBytes, type Reader, readNumber } from './leb128.ts'
import { takeLessMemory } from './memory-sizes.ts'

/** What tells one compiled Ruby from another. */
export function rubyVersion({ program }: RubyEngine): string {
  const { size, mtimeMs } = fs.statSync(program)
  return `${size} ${mtimeMs}`
}

/** Ruby with its library, its globals exported: to be started, or to be brought back as it was kept, with nothing in its memory. */
export function rubyProgram({ program }: RubyEngine, use: 'start' | 'restore'): WebAssembly.Module {
  compileLittle()
  const file = fs.openSync(program, 'r')
  try {
    const program = use === 'start' ? wholeProgram(file) : programWithoutData(file)
    takeLessMemory(program)
    return new WebAssembly.Module(withDeepStacks(program))
  } finally {
    fs.closeSync(file)
  }
}

const SECTION = { code: 10, data: 11 } as const
/** bytes; the number of a section and its length take fewer */
const HEAD = 16

function wholeProgram(file: number): Uint8Array {
  return exportGlobals(part(file, 0, fs.fstatSync(file).size))
}

/** The program with as many pieces of data as it has, all of them empty: most of the file is not even read. */
function programWithoutData(file: number): Uint8Array {
  const { size } = fs.fstatSync(file)
  let code = 0
  for (let at = 8; at < size; ) {
    const head = part(file, at, Math.min(HEAD, size - at))
    const reader: Reader = { at: 1 }
    const end = readNumber(head, reader) + at + reader.at
    if (head[0] === SECTION.code) code = at
    if (head[0] === SECTION.data) {
      const data = withoutData(readNumber(head, reader))
      const before = exportGlobals(part(file, 0, code))
      const whole = new Uint8Array(before.length + at - code + data.length)
      whole.set(before)
      fs.readSync(file, whole, before.length, at - code, code)
      whole.set(data, whole.length - data.length)
      return whole
    }
    at = end
  }
  return wholeProgram(file)
}

/** A section of `count` pieces of data of no bytes, none of which is put into the memory. */
function withoutData(count: number): Uint8Array {
  const number = numberBytes(count)
  const length = number.length + count * 2
  const head = Uint8Array.of(SECTION.data, ...numberBytes(length), ...number)
  const section = new Uint8Array(head.length + count * 2)
  section.set(head)
  for (let at = head.length; at < section.length; at += 2) section[at] = 1
  return section
}

function part(file: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  fs.readSync(file, bytes, 0, length, from)
  return bytes
}
