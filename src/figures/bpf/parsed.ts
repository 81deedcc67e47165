/** An instruction as its line says it, before labels and maps have their places. */
import { FigureError } from '../language/fault.ts'
import type { Operand, Target } from './cursor.ts'
import { FROM_REGISTER, type Instruction } from './instruction.ts'
import type { Token } from './tokens.ts'

export interface Parsed {
  readonly instruction: Instruction
  /** to be written into that field when labels are known */
  readonly jump?: { readonly field: 'offset' | 'imm'; readonly target: Target }
  /** the map whose number the immediate becomes */
  readonly map?: Token
}

export const instructionOf = (parts: Partial<Instruction> & Pick<Instruction, 'opcode'>): Instruction => ({
  dst: 0,
  src: 0,
  offset: 0,
  imm: 0,
  ...parts,
})

/** An operation of two operands: the opcode says where the second one is. */
export function withOperand(
  opcode: number,
  dst: number,
  operand: Operand,
  rest: Partial<Instruction> = {},
): Instruction {
  const { register, imm } = operand
  return register === undefined
    ? instructionOf({ opcode, dst, imm, ...rest })
    : instructionOf({ opcode: opcode | FROM_REGISTER, dst, src: register.number, ...rest })
}

/** Half and whole registers do not go together. */
export function sameWidth(isHalf: boolean, operand: Operand): void {
  const { register } = operand
  if (register !== undefined && register.isHalf !== isHalf)
    throw new FigureError(
      `"${register.token.text}" has ${register.isHalf ? 32 : 64} bits, the other operand ${isHalf ? 32 : 64}`,
      register.token.span,
      `write ${isHalf ? 'w' : 'r'}${register.number}`,
    )
}
