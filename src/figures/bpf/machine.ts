/** A program's registers and memory while it runs, and what each step changed. */
import { type Area, load, Memory, refusal, save } from './memory.ts'

/** Why a program does not go on. */
export class BpfFault extends Error {
  constructor(
    message: string,
    readonly help?: string,
  ) {
    super(message)
  }
}

/** What one instruction changed. */
export interface Step {
  /** from 0 */
  readonly statement: number
  readonly registers: readonly { readonly register: number; readonly value: string }[]
  /** places in memory with the bytes that came there: `fp-8`, `01 00` */
  readonly memory: readonly { readonly place: string; readonly bytes: string }[]
  /** what a conditional jump did */
  readonly isTaken?: boolean
}

interface Frame {
  /** the slot behind the call */
  readonly back: number
  readonly saved: readonly bigint[]
}

const STACK = 512
const DEEPEST = 8

export class Machine {
  readonly memory = new Memory()
  readonly registers: bigint[] = new Array<bigint>(11).fill(0n)
  /** which registers have a value: the others may not be read */
  readonly isSet: boolean[] = new Array<boolean>(11).fill(false)
  /** which registers are 0 because a map had no entry */
  readonly isNoEntry: boolean[] = new Array<boolean>(11).fill(false)
  readonly frames: Frame[] = []
  private readonly stacks: Area[] = []
  changedRegisters = new Set<number>()
  changedMemory: { place: string; bytes: string }[] = []

  constructor(
    /** whether registers have values from the start, as machines have and the verifier does not */
    isLenient: boolean,
  ) {
    if (isLenient) this.isSet.fill(true)
    this.setFrame()
  }

  get(register: number): bigint {
    if (this.isSet[register] !== true)
      throw new BpfFault(`R${register} !read_ok`, `nothing has been written to r${register} yet`)
    return this.registers[register]!
  }

  set(register: number, value: bigint): void {
    this.registers[register] = value
    this.isSet[register] = true
    this.isNoEntry[register] = false
    this.changedRegisters.add(register)
  }

  private setFrame(): void {
    const depth = this.frames.length
    this.stacks[depth] ??= this.memory.add('fp', new Uint8Array(STACK))
    this.registers[10] = this.stacks[depth].base
    this.isSet[10] = true
  }

  /** Goes into a function of the program. */
  enter(back: number): void {
    if (this.frames.length + 1 === DEEPEST)
      throw new BpfFault(
        `the call stack of ${DEEPEST + 1} frames is too deep !`,
        `a program has ${DEEPEST} at most`,
      )
    this.frames.push({ back, saved: this.registers.slice(6, 10) })
    this.setFrame()
  }

  /** Goes back; the slot to go on at, undefined where the program ends. */
  leave(): number | undefined {
    const frame = this.frames.pop()
    if (frame === undefined) return undefined
    frame.saved.forEach((value, i) => {
      this.registers[6 + i] = value
    })
    this.setFrame()
    return frame.back
  }

  /** The area and offset that `register` and a distance name, where `size` bytes of it may be used. */
  access(
    register: number,
    distance: number,
    size: number,
    isWrite: boolean,
  ): { readonly area: Area; readonly offset: number } {
    const address = BigInt.asUintN(64, this.get(register) + BigInt(distance))
    const found = this.memory.find(address)
    if (this.isNoEntry[register] === true)
      throw new BpfFault(
        `R${register} invalid mem access 'map_value_or_null'`,
        `the map has no such entry: r${register} is 0, which the program must look at first`,
      )
    if (found === undefined)
      throw new BpfFault(
        `R${register} invalid mem access 'scalar'`,
        `r${register} is ${scalarText(this.registers[register]!)}, which is no address of the program's`,
      )
    const why = refusal(found.area, found.offset, size, isWrite, register)
    if (why !== undefined) throw new BpfFault(why)
    return found
  }

  load(register: number, distance: number, size: number): bigint {
    const { area, offset } = this.access(register, distance, size, false)
    return load(area, offset, size)
  }

  save(register: number, distance: number, size: number, value: bigint): void {
    const { area, offset } = this.access(register, distance, size, true)
    save(area, offset, size, value)
    this.changedMemory.push({
      place: placeText(area, offset),
      bytes: hexOfNumber(BigInt.asUintN(size * 8, value), size),
    })
  }

  /** `size` bytes that a function of the kernel reads, copied. */
  bytesAt(register: number, size: number): Uint8Array {
    const { area, offset } = this.access(register, 0, size, false)
    return Uint8Array.from({ length: size }, (_, i) => Number(load(area, offset + i, 1)))
  }

  /** A register's value as readers want it: `packet+14`, `-1`, `0x7f000001`. */
  text(register: number): string {
    return this.valueText(this.registers[register]!)
  }

  valueText(value: bigint): string {
    const found = value >> 32n === 0n ? this.memory.find(value) : undefined
    if (found === undefined || found.offset < -4096 || found.offset > found.area.bytes.length + 4096)
      return scalarText(value)
    return found.area.kind === 'map_ptr' && found.offset === 0
      ? `map ${found.area.name}`
      : placeText(found.area, found.offset)
  }

  /** What changed since the last time. */
  changes(): Pick<Step, 'registers' | 'memory'> {
    const registers = [...this.changedRegisters].sort((a, b) => a - b)
    const step = {
      registers: registers.map((register) => ({ register, value: this.text(register) })),
      memory: this.changedMemory,
    }
    this.changedRegisters = new Set()
    this.changedMemory = []
    return step
  }
}

function scalarText(value: bigint): string {
  const small = BigInt.asIntN(64, value)
  return small >= -65536n && small <= 65535n ? `${small}` : `0x${value.toString(16)}`
}

/** `fp-8`, `packet+14`, `hits[3]+0` */
function placeText({ kind, name, entrySize }: Area, offset: number): string {
  const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`)
  if (kind !== 'map_value' || entrySize === undefined) return offset === 0 ? kind : `${kind}${signed(offset)}`
  const entry = Math.floor(offset / entrySize)
  const rest = offset - entry * entrySize
  return `${name}[${entry}]${rest === 0 ? '' : signed(rest)}`
}

function hexOfNumber(value: bigint, size: number): string {
  let left = value
  const out: string[] = []
  for (let i = 0; i < size; i++) {
    out.push(
      Number(left & 0xffn)
        .toString(16)
        .padStart(2, '0'),
    )
    left >>= 8n
  }
  return out.join(' ')
}
