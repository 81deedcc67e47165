/** Runs a program: RFC 9669, sections 4 and 5. */
import { calculate, compares, exchanged, swapped } from './arithmetic.ts'
import { callHelper, type Kernel } from './calls.ts'
import {
  bytesMoved,
  CALL,
  CLASS,
  classOf,
  FROM_REGISTER,
  IMMEDIATE,
  type Instruction,
  immediate64,
  isWide,
  MODE,
  modeOf,
  slotsOf,
} from './instruction.ts'
import { BpfFault, Machine, type Step } from './machine.ts'
import { entriesOf, openMap } from './maps.ts'
import type { LiveMap } from './memory.ts'
import { CALL_CODE, CMPXCHG, END, EXIT, FETCH, JA } from './operations.ts'
import type { Program } from './program.ts'
import type { ProgramType } from './program-types.ts'

interface RunOptions {
  readonly type: ProgramType
  readonly data: Uint8Array
  /** how many steps there may be */
  readonly steps: number
  /** how many of the first steps are kept */
  readonly kept: number
}

export interface Run {
  readonly steps: readonly Step[]
  /** how many there were */
  readonly count: number
  /** how often each statement ran */
  readonly times: readonly number[]
  /** what the last run of each statement changed */
  readonly last: readonly (Step | undefined)[]
  /** r0 at the end, unsigned; undefined where there is a fault */
  readonly answer?: bigint
  readonly fault?: { readonly statement: number; readonly message: string; readonly help?: string }
  /** registers that have a value at the end, as text */
  readonly registers: readonly { readonly register: number; readonly value: string }[]
  readonly maps: readonly { readonly name: string; readonly entries: ReturnType<typeof entriesOf> }[]
}

/** Runs `program` on data of its own; what is wrong with it ends the run, and stands in it. */
export function run(program: Program, options: RunOptions): Run {
  const isLenient = options.type.name === 'memory'
  const machine = new Machine(isLenient)
  const [r1, r2] = options.type.start(machine.memory, options.data.slice())
  machine.set(1, r1)
  if (r2 !== undefined) machine.set(2, r2)
  const maps = program.maps.map((map) => openMap(machine.memory, map))
  machine.changes()
  const { statements } = program
  const bySlot = new Map(statements.map(({ slot }, i) => [slot, i]))
  const times = statements.map(() => 0)
  const last: (Step | undefined)[] = statements.map(() => undefined)
  const steps: Step[] = []
  const kernel = { maps, redirect: options.type.redirect, steps: 0, random: 1 }
  const ended = (rest: Pick<Run, 'answer' | 'fault'>): Run => ({
    steps,
    count: kernel.steps,
    times,
    last,
    ...rest,
    registers: machine.registers.flatMap((_, register) =>
      machine.isSet[register] === true && register < 10 ? [{ register, value: machine.text(register) }] : [],
    ),
    maps: maps.map((live) => ({ name: live.map.name, entries: entriesOf(live) })),
  })
  let slot: number | undefined = 0
  let statement = 0
  try {
    while (slot !== undefined) {
      const next = bySlot.get(slot)
      if (next === undefined)
        throw new BpfFault(
          slot === endOf(program)
            ? 'last insn is not an exit or jmp'
            : `jump out of range from insn ${statements[statement]?.slot ?? 0} to ${slot}`,
        )
      statement = next
      if (kernel.steps === options.steps)
        throw new BpfFault(
          `The program does not end within ${options.steps} steps`,
          'write `steps: 20000` for more, or look for the loop',
        )
      kernel.steps++
      times[statement]!++
      const { instruction } = statements[statement]!
      const after = perform(machine, instruction, slot, kernel, isLenient)
      const isConditional = after !== undefined && isConditionalJump(instruction)
      const step: Step = {
        statement,
        ...machine.changes(),
        ...(isConditional ? { isTaken: after !== slot + 1 } : {}),
      }
      last[statement] = step
      if (steps.length < options.kept) steps.push(step)
      slot = after
    }
    return ended({ answer: machine.get(0) })
  } catch (error) {
    if (!(error instanceof BpfFault)) throw error
    const { message, help } = error
    return ended({ fault: { statement, message, ...(help === undefined ? {} : { help }) } })
  }
}

const endOf = ({ statements }: Program): number => {
  const end = statements.at(-1)
  return end === undefined ? 0 : end.slot + slotsOf(end.instruction)
}

function isConditionalJump(instruction: Instruction): boolean {
  const type = classOf(instruction)
  const code = instruction.opcode & 0xf0
  return (type === CLASS.JMP || type === CLASS.JMP32) && ![JA, CALL_CODE, EXIT].includes(code)
}

const unknownInstruction = ({ opcode }: Instruction): BpfFault =>
  new BpfFault(`unknown opcode ${opcode.toString(16).padStart(2, '0')}`)

/** The slot of the next instruction; undefined at the end of the program. */
function perform(
  machine: Machine,
  instruction: Instruction,
  slot: number,
  kernel: Kernel,
  isLenient: boolean,
): number | undefined {
  switch (classOf(instruction)) {
    case CLASS.ALU:
    case CLASS.ALU64:
      calculateInto(machine, instruction)
      return slot + 1
    case CLASS.JMP:
    case CLASS.JMP32:
      return jump(machine, instruction, slot, kernel, isLenient)
    case CLASS.LD:
      if (!isWide(instruction)) throw unknownInstruction(instruction)
      machine.set(instruction.dst, wide(instruction, kernel.maps))
      return slot + 2
    default:
      moveMemory(machine, instruction)
      return slot + 1
  }
}

function wide(instruction: Instruction, maps: readonly LiveMap[]): bigint {
  if (instruction.src === IMMEDIATE.NUMBER) return immediate64(instruction)
  const live = instruction.src === IMMEDIATE.MAP ? maps[instruction.imm] : undefined
  if (live === undefined) throw new BpfFault(`there is no map ${instruction.imm}`)
  return live.handle.base
}

/** The second operand: a register or the immediate. */
function source(machine: Machine, { opcode, src, imm }: Instruction): bigint {
  return (opcode & FROM_REGISTER) !== 0 ? machine.get(src) : BigInt.asUintN(64, BigInt(imm))
}

function calculateInto(machine: Machine, instruction: Instruction): void {
  const { opcode, dst, src, offset, imm } = instruction
  const is32 = classOf(instruction) === CLASS.ALU
  const code = opcode & 0xf0
  if (code === END) {
    const isReversed = !is32 || (opcode & FROM_REGISTER) !== 0
    machine.set(dst, swapped(machine.get(dst), imm, isReversed))
    return
  }
  const isMove = code === 0xb0
  const left = isMove ? 0n : machine.get(dst)
  const right = code === 0x80 ? 0n : source(machine, instruction)
  const result = calculate(code, offset, left, right, is32 ? 32 : 64)
  if (result === undefined) throw unknownInstruction(instruction)
  const isNoEntry =
    isMove && offset === 0 && (opcode & FROM_REGISTER) !== 0 && machine.isNoEntry[src] === true
  machine.set(dst, result)
  machine.isNoEntry[dst] = isNoEntry
}

function jump(
  machine: Machine,
  instruction: Instruction,
  slot: number,
  kernel: Kernel,
  isLenient: boolean,
): number | undefined {
  const { opcode, dst, src, offset, imm } = instruction
  const is32 = classOf(instruction) === CLASS.JMP32
  const code = opcode & 0xf0
  const behind = slot + 1
  switch (code) {
    case JA:
      return behind + (is32 ? imm : offset)
    case EXIT:
      if (machine.frames.length === 0) machine.get(0)
      return machine.leave()
    case CALL_CODE:
      if ((opcode & FROM_REGISTER) === 0 && src === CALL.LOCAL) {
        machine.enter(behind)
        return behind + imm
      }
      if ((opcode & FROM_REGISTER) === 0 && src !== CALL.HELPER)
        throw new BpfFault(`calling kernel function ${imm} is not allowed`, 'there are only helpers here')
      callHelper(
        machine,
        (opcode & FROM_REGISTER) === 0 ? imm : Number(BigInt.asIntN(32, machine.get(dst))),
        kernel,
        isLenient,
      )
      return behind
    default: {
      const isTaken = compares(code, machine.get(dst), source(machine, instruction), is32 ? 32 : 64)
      if (isTaken === undefined) throw unknownInstruction(instruction)
      return isTaken ? behind + offset : behind
    }
  }
}

function moveMemory(machine: Machine, instruction: Instruction): void {
  const { dst, src, offset, imm } = instruction
  const type = classOf(instruction)
  const mode = modeOf(instruction)
  const bytes = bytesMoved(instruction)
  const bits = bytes * 8
  if (type === CLASS.LDX && (mode === MODE.MEM || mode === MODE.MEMSX)) {
    const value = machine.load(src, offset, bytes)
    machine.set(dst, mode === MODE.MEM ? value : BigInt.asUintN(64, BigInt.asIntN(bits, value)))
  } else if (type === CLASS.STX && mode === MODE.ATOMIC && bytes >= 4) {
    const before = machine.load(dst, offset, bytes)
    const width = bytes === 4 ? 32 : 64
    const expected = imm === CMPXCHG ? machine.get(0) : 0n
    const after = exchanged(imm, before, machine.get(src), expected, width)
    if (after === undefined) throw unknownInstruction(instruction)
    machine.save(dst, offset, bytes, after)
    if (imm === CMPXCHG) machine.set(0, before)
    else if ((imm & FETCH) !== 0) machine.set(src, before)
  } else if (type !== CLASS.LDX && mode === MODE.MEM) {
    const value = type === CLASS.ST ? BigInt(imm) : machine.get(src)
    machine.save(dst, offset, bytes, value)
  } else throw unknownInstruction(instruction)
}
