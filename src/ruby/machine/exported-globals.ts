/**
 * A WebAssembly program whose mutable globals are exported: the memory of a started program is worth nothing without the
 * stack pointer that belongs to it, and compilers export the memory alone.
 */

import { numberBytes, type Reader, readNumber } from './leb128.ts'

/** Sections, types and instructions of the binary format that are met here. */
const SECTION = { global: 6, export: 7 } as const
const EXTERNAL_GLOBAL = 3
const END = 0x0b
const OPERANDS = new Map<number, 'leb' | number>([
  [0x23, 'leb'], // global.get
  [0x41, 'leb'], // i32.const
  [0x42, 'leb'], // i64.const
  [0x43, 4], // f32.const
  [0x44, 8], // f64.const
  [0xd0, 1], // ref.null
  [0xd2, 'leb'], // ref.func
])

/** The name under which the global with this index is exported. */
export function globalName(index: number): string {
  return `global ${index}`
}

/**
 * `program` with its mutable globals exported, each as `globalName` has it. Throws a TypeError for one that has no globals or
 * exports nothing.
 */
export function exportGlobals(program: Uint8Array): Uint8Array {
  const sections = sectionsOf(program)
  const globals = sections.find(({ id }) => id === SECTION.global)
  const exported = sections.find(({ id }) => id === SECTION.export)
  if (globals === undefined || exported === undefined)
    throw new TypeError('the program has no globals or exports nothing')
  const added = mutableGlobals(program, globals.body)
  const reader = { at: exported.body }
  const count = readNumber(program, reader)
  const body = joined([
    numberBytes(count + added.length),
    program.subarray(reader.at, exported.end),
    ...added.map(exportEntry),
  ])
  return joined([
    program.subarray(0, exported.start),
    Uint8Array.of(SECTION.export),
    numberBytes(body.length),
    body,
    program.subarray(exported.end),
  ])
}

interface Section {
  readonly id: number
  /** offsets: of its head, of what is in it, behind it */
  readonly start: number
  readonly body: number
  readonly end: number
}

function sectionsOf(program: Uint8Array): readonly Section[] {
  const sections: Section[] = []
  const reader: Reader = { at: 8 }
  while (reader.at < program.length) {
    const start = reader.at
    const id = program[reader.at++] as number
    const length = readNumber(program, reader)
    sections.push({ id, start, body: reader.at, end: reader.at + length })
    reader.at += length
  }
  return sections
}

/** The indices of the globals that can change. */
function mutableGlobals(program: Uint8Array, body: number): readonly number[] {
  const reader: Reader = { at: body }
  const count = readNumber(program, reader)
  const found: number[] = []
  for (let index = 0; index < count; index++) {
    if (program[reader.at + 1] === 1) found.push(index)
    reader.at += 2
    skipExpression(program, reader)
  }
  return found
}

function skipExpression(program: Uint8Array, reader: Reader): void {
  for (;;) {
    const instruction = program[reader.at++] as number
    if (instruction === END) return
    const operand = OPERANDS.get(instruction)
    if (operand === undefined) throw new TypeError(`a global begins with instruction ${instruction}`)
    if (operand === 'leb') readNumber(program, reader)
    else reader.at += operand
  }
}

function exportEntry(index: number): Uint8Array {
  const name = new TextEncoder().encode(globalName(index))
  return joined([numberBytes(name.length), name, Uint8Array.of(EXTERNAL_GLOBAL), numberBytes(index)])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
