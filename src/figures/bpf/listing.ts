/** A program's lines as they are shown: what was written, and what came of it. */
import type { CodePart } from '../kind.ts'
import type { Run } from './interpret.ts'
import type { Step } from './machine.ts'
import type { Program } from './program.ts'
import { type ClassedToken, classedTokens } from './roles.ts'

export interface Row {
  readonly tokens: readonly ClassedToken[]
  /** offset of the line */
  readonly start: number
  /** place among the statements, where the line has one */
  readonly statement?: number
}

/** The most lines of a program that are shown. */
export const MOST_ROWS = 900

/** The lines of `text` from `from` on that say something, without those that declare maps. */
export function rowsOf(text: string, from: number, program: Program): readonly Row[] {
  const statementAt = new Map(program.statements.map(({ span }, i) => [span.start, i]))
  const rows: Row[] = []
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const tokens = classedTokens(text, start, end)
    if (tokens.length > 0 && tokens[0]!.className !== 'kd') {
      const first = tokens.find(({ span }) => statementAt.has(span.start))
      const statement = first === undefined ? undefined : statementAt.get(first.span.start)
      rows.push({ tokens, start, ...(statement === undefined ? {} : { statement }) })
    }
    start = end + 1
  }
  return rows
}

/** What a step changed, in one line: `r2 = packet+14, fp-8: 01 00`. */
export function changesOf({ registers, memory, isTaken }: Step): string {
  return [
    ...registers.map(({ register, value }) => `r${register} = ${value}`),
    ...memory.map(({ place, bytes }) => `${place}: ${bytes}`),
    ...(isTaken === undefined ? [] : [isTaken ? 'jumps' : 'goes on']),
  ].join(', ')
}

/** How the run of a program ended, in one line. */
export function endOf({ answer, fault, count }: Run, verdict: string | undefined): string {
  const steps = `${count} ${count === 1 ? 'step' : 'steps'}`
  if (answer === undefined) return fault?.message ?? ''
  const number = BigInt.asIntN(64, answer)
  return verdict === undefined
    ? `r0 = ${number} after ${steps}`
    : `${verdict} (${BigInt.asIntN(32, answer)}) after ${steps}`
}

/** The text from `from` on in pieces. */
export function codeOf(text: string, from: number): readonly CodePart[] {
  const parts: CodePart[] = []
  let at = from
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    for (const { span, className } of classedTokens(text, start, end)) {
      if (span.start > at) parts.push({ text: text.slice(at, span.start) })
      parts.push({ text: text.slice(span.start, span.end), className })
      at = span.end
    }
    start = end + 1
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}
