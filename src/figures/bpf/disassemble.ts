/** Instructions as text, in either syntax: what `assemble` reads back to the same bytes. */
import { helperNamed } from './helpers.ts'
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
  SIZES,
} from './instruction.ts'
import { MNEMONICS } from './mnemonics.ts'
import {
  ARITHMETIC,
  ATOMICS,
  CALL_CODE,
  CMPXCHG,
  COMPARISONS,
  END,
  EXIT,
  FETCH,
  JA,
  MOV,
  NEG,
  XCHG,
} from './operations.ts'

/** `statements` as LLVM, bpftool and the verifier write; `mnemonics` as uBPF does. */
type Syntax = 'statements' | 'mnemonics'

/** The syntax that a line is not written in. */
export function syntaxOtherThan(line: string): Syntax {
  return MNEMONICS.has(line.split(/\s/)[0]!) && !line.startsWith('lock *') ? 'statements' : 'mnemonics'
}

/** The line of an instruction; undefined where RFC 9669 has no such one. `maps` are names by number. */
export function disassemble(
  instruction: Instruction,
  syntax: Syntax,
  maps: readonly string[] = [],
): string | undefined {
  switch (classOf(instruction)) {
    case CLASS.ALU:
    case CLASS.ALU64:
      return arithmetic(instruction, syntax)
    case CLASS.JMP:
    case CLASS.JMP32:
      return jump(instruction, syntax)
    case CLASS.LD:
      return isWide(instruction) ? wide(instruction, syntax, maps) : undefined
    default:
      return memory(instruction, syntax)
  }
}

const signed = (value: number): string => (value < 0 ? `${value}` : `+${value}`)

/** `+ 4` */
const apart = (value: number): string => (value < 0 ? `- ${-value}` : `+ ${value}`)

function arithmetic(instruction: Instruction, syntax: Syntax): string | undefined {
  const { opcode, dst, src, offset, imm } = instruction
  const is32 = classOf(instruction) === CLASS.ALU
  const code = opcode & 0xf0
  const fromRegister = (opcode & FROM_REGISTER) !== 0
  const letter = is32 ? 'w' : 'r'
  const suffix = is32 ? '32' : ''
  const isStatements = syntax === 'statements'
  if (code === END) {
    if (![16, 32, 64].includes(imm) || (!is32 && fromRegister)) return undefined
    const name = `${is32 ? (fromRegister ? 'be' : 'le') : 'bswap'}${imm}`
    return isStatements ? `r${dst} = ${name} r${dst}` : `${name} r${dst}`
  }
  if (code === NEG) {
    if (fromRegister) return undefined
    return isStatements ? `${letter}${dst} = -${letter}${dst}` : `neg${suffix} r${dst}`
  }
  if (code === MOV && offset !== 0) {
    if (!fromRegister || ![8, 16, ...(is32 ? [] : [32])].includes(offset)) return undefined
    return isStatements
      ? `${letter}${dst} = (s${offset})${letter}${src}`
      : `movsx${offset}${is32 ? 32 : 64} r${dst}, r${src}`
  }
  const operation = ARITHMETIC.find((each) => each.code === code && each.offset === offset)
  if (operation === undefined) return undefined
  return isStatements
    ? `${letter}${dst} ${operation.sign} ${fromRegister ? `${letter}${src}` : imm}`
    : `${operation.name}${suffix} r${dst}, ${fromRegister ? `r${src}` : imm}`
}

function jump(instruction: Instruction, syntax: Syntax): string | undefined {
  const { opcode, dst, src, offset, imm } = instruction
  const is32 = classOf(instruction) === CLASS.JMP32
  const code = opcode & 0xf0
  const fromRegister = (opcode & FROM_REGISTER) !== 0
  const isStatements = syntax === 'statements'
  if (code === JA) {
    if (fromRegister) return undefined
    if (is32) return `${isStatements ? 'gotol' : 'ja32'} ${signed(imm)}`
    return `${isStatements ? 'goto' : 'ja'} ${signed(offset)}`
  }
  if (code === EXIT) return is32 || fromRegister ? undefined : 'exit'
  if (code === CALL_CODE) {
    if (is32) return undefined
    if (fromRegister) return `callx r${dst}`
    if (src === CALL.LOCAL) return `call local ${signed(imm)}`
    return src === CALL.HELPER && imm >= 0 ? `call ${helperNamed(imm) ?? imm}` : undefined
  }
  const comparison = COMPARISONS.find((each) => each.code === code)
  if (comparison === undefined) return undefined
  const letter = is32 ? 'w' : 'r'
  return isStatements
    ? `if ${letter}${dst} ${comparison.sign} ${fromRegister ? `${letter}${src}` : imm} goto ${signed(offset)}`
    : `${comparison.name}${is32 ? '32' : ''} r${dst}, ${fromRegister ? `r${src}` : imm}, ${signed(offset)}`
}

function wide(instruction: Instruction, syntax: Syntax, maps: readonly string[]): string | undefined {
  const { dst, src, imm } = instruction
  const what = src === IMMEDIATE.MAP ? maps[imm] : src === IMMEDIATE.NUMBER ? hex(instruction) : undefined
  if (what === undefined) return undefined
  return syntax === 'statements' ? `r${dst} = ${what} ll` : `lddw r${dst}, ${what}`
}

const hex = (instruction: Instruction): string => `0x${immediate64(instruction).toString(16)}`

function memory(instruction: Instruction, syntax: Syntax): string | undefined {
  const { dst, src, offset, imm } = instruction
  const type = classOf(instruction)
  const mode = modeOf(instruction)
  const bytes = bytesMoved(instruction)
  const { letter } = SIZES.find((each) => each.bytes === bytes)!
  const isStatements = syntax === 'statements'
  const bits = bytes * 8
  if (type === CLASS.LDX) {
    const isSigned = mode === MODE.MEMSX
    if (!isSigned && mode !== MODE.MEM) return undefined
    if (isSigned && bytes === 8) return undefined
    return isStatements
      ? `r${dst} = *(${isSigned ? 's' : 'u'}${bits} *)(r${src} ${apart(offset)})`
      : `ldx${isSigned ? 's' : ''}${letter} r${dst}, [r${src}${signed(offset)}]`
  }
  if (type === CLASS.STX && mode === MODE.ATOMIC) return atomic(instruction, syntax)
  if (mode !== MODE.MEM) return undefined
  const fromRegister = type === CLASS.STX
  const half = bytes === 8 ? 'r' : 'w'
  if (isStatements) return `*(u${bits} *)(r${dst} ${apart(offset)}) = ${fromRegister ? `${half}${src}` : imm}`
  return `st${fromRegister ? 'x' : ''}${letter} [r${dst}${signed(offset)}], ${fromRegister ? `r${src}` : imm}`
}

function atomic(instruction: Instruction, syntax: Syntax): string | undefined {
  const { dst, src, offset, imm } = instruction
  const bytes = bytesMoved(instruction)
  if (bytes < 4) return undefined
  const exchange = imm === XCHG ? 'xchg' : imm === CMPXCHG ? 'cmpxchg' : undefined
  const plain = ATOMICS.find(({ code }) => code === (imm & ~FETCH))
  const is32 = bytes === 4
  if (exchange === undefined && plain === undefined) return undefined
  const isFetch = (imm & FETCH) !== 0
  if (syntax === 'mnemonics') {
    const name = exchange ?? `${isFetch ? 'fetch ' : ''}${plain!.name}`
    return `lock ${name}${is32 ? '32' : ''} [r${dst}${signed(offset)}], r${src}`
  }
  const letter = is32 ? 'w' : 'r'
  const place = `r${dst} ${apart(offset)}`
  if (exchange === 'xchg') return `${letter}${src} = xchg${is32 ? '32_32' : '_64'}(${place}, ${letter}${src})`
  if (exchange === 'cmpxchg')
    return `${letter}0 = cmpxchg${is32 ? '32_32' : '_64'}(${place}, ${letter}0, ${letter}${src})`
  const typed = `(u${bytes * 8} *)(${place})`
  return isFetch
    ? `${letter}${src} = atomic_fetch_${plain!.name}(${typed}, ${letter}${src})`
    : `lock *${typed} ${plain!.sign} ${letter}${src}`
}
