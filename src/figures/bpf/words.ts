/** A program in words, and its steps as a table. */
import type { Alternative } from '../kind.ts'
import { disassemble, syntaxOtherThan } from './disassemble.ts'
import { hexOf } from './hex.ts'
import { encode } from './instruction.ts'
import type { Run } from './interpret.ts'
import { changesOf, endOf } from './listing.ts'
import type { Program } from './program.ts'
import type { Running } from './settings.ts'

/** So many steps are in the table. */
export const MOST_STEPS_SHOWN = 200

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

type Line = NonNullable<Extract<Alternative, { readonly kind: 'table' }>['lines']>[number]

/** @param title the figure's name, which the words begin with */
export function wordsOf(
  program: Program,
  title: string,
  ran?: { readonly running: Running; readonly run: Run; readonly verdict?: string },
): string {
  const maps = program.maps.map(
    ({ name, kind, most }) => `${name} (${kind}, ${counted(most, 'entry', 'entries')})`,
  )
  const parts = [
    `${title}: ${counted(program.statements.length, 'instruction')}${maps.length === 0 ? '' : `, with the ${maps.length === 1 ? 'map' : 'maps'} ${maps.join(', ')}`}.`,
  ]
  if (ran !== undefined) {
    const { running, run, verdict } = ran
    const data = `${counted(running.data.length, 'byte')} of ${running.type.name === 'memory' ? 'memory' : 'a packet'}`
    const end = endOf(run, verdict)
    parts.push(
      run.fault === undefined
        ? `Run as ${running.type.name} on ${data} it ends with ${end}.`
        : `Run as ${running.type.name} on ${data} it stops at instruction ${program.statements[run.fault.statement]?.slot ?? 0}, step ${run.count}: ${end}.`,
    )
    const entries = run.maps.flatMap(({ name, entries: all }) =>
      all.slice(0, 8).map(({ key, value }) => `${name}[${key}] is ${value}`),
    )
    if (entries.length > 0) parts.push(`Then ${entries.join(', ')}.`)
  }
  return parts.join(' ')
}

/**
 * The steps of a run; without one the instructions with their bytes.
 * @param lineOf where in the drawing a statement is
 */
export function tableOf(
  text: string,
  program: Program,
  run: Run | undefined,
  lineOf: (statement: number) => Line,
): Alternative {
  const written = program.statements.map(({ span }) => text.slice(span.start, span.end).replace(/\s+/g, ' '))
  const names = program.maps.map(({ name }) => name)
  if (run === undefined)
    return {
      kind: 'table',
      head: ['Slot', 'Bytes', 'Instruction', 'In the other syntax'],
      rows: program.statements.map(({ slot, instruction }, i) => [
        `${slot}`,
        hexOf(encode([instruction])),
        written[i]!,
        disassemble(instruction, syntaxOtherThan(written[i]!), names) ?? '',
      ]),
    }
  const rows = run.steps.map((step, i) => {
    const { statement, registers, memory, isTaken } = step
    return [
      `${i + 1}`,
      `${program.statements[statement]!.slot}`,
      written[statement]!,
      changesOf({ statement, registers, memory: [], ...(isTaken === undefined ? {} : { isTaken }) }),
      changesOf({ statement, registers: [], memory }),
    ]
  })
  const left = run.count - run.steps.length
  const { fault } = run
  // The step that failed changed nothing.
  if (left === 1 && fault !== undefined)
    rows.push([
      `${run.count}`,
      `${program.statements[fault.statement]!.slot}`,
      written[fault.statement]!,
      fault.message,
      '',
    ])
  else if (left > 0) rows.push(['…', '', `${counted(left, 'more step')}`, '', ''])
  return {
    kind: 'table',
    head: ['Step', 'Slot', 'Instruction', 'Registers', 'Memory'],
    rows,
    lines: [...run.steps, ...(left === 1 && fault !== undefined ? [fault] : [])].map(({ statement }) =>
      lineOf(statement),
    ),
  }
}
