/** A program as it was written: its instructions, labels and maps. */
import type { Span } from '../../base/index.ts'
import type { Instruction } from './instruction.ts'

export interface Statement {
  readonly instruction: Instruction
  /** the slot that it begins in, from 0: jumps count these */
  readonly slot: number
  /** its place in the text, without comments */
  readonly span: Span
  /** the line that it stands in, from 1 */
  readonly line: number
  /** the slot that it jumps to or calls, where it does */
  readonly target?: number
}

export interface BpfMap {
  readonly name: string
  readonly kind: 'array' | 'hash'
  /** in bytes */
  readonly keySize: number
  readonly valueSize: number
  readonly most: number
  /** what is in it before the program runs */
  readonly entries: readonly { readonly key: Uint8Array; readonly value: Uint8Array }[]
}

export interface Program {
  readonly statements: readonly Statement[]
  /** names by the slot that they stand before */
  readonly labels: ReadonlyMap<number, readonly string[]>
  readonly maps: readonly BpfMap[]
}
