/** `bpf`: a program for eBPF, run while the site is built where its text says on what. */
import type { DrawContext, FigureKind } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { assemble } from './assemble.ts'
import { drawListing, lineOf } from './draw.ts'
import { type Run, run } from './interpret.ts'
import { codeOf, MOST_ROWS, rowsOf } from './listing.ts'
import type { Program } from './program.ts'
import { verdictOf } from './program-types.ts'
import { type Running, readRunning, SETTINGS } from './settings.ts'
import { MOST_STEPS_SHOWN, tableOf, wordsOf } from './words.ts'

export const bpf: FigureKind = {
  name: 'bpf',
  shows: 'a program for eBPF, and what it does',
  settings: SETTINGS,
  isForeign: true,
  draw(figure, context) {
    const { text, bodyStart } = figure
    const faults: unknown[] = []
    const program = assemble(text, bodyStart, (fault) => {
      faults.push(fault)
      context.fault(fault)
    })
    const running = readRunning(figure, context)
    if (program.statements.length === 0 && faults.length === 0)
      throw new FigureError(
        'The program has no instructions',
        { start: bodyStart, end: bodyStart },
        'write one on each line: `r0 = 2`, `exit`',
      )
    const rows = rowsOf(text, bodyStart, program)
    if (rows.length > MOST_ROWS)
      throw new FigureError(`The program has more than ${MOST_ROWS} lines`, rows[MOST_ROWS]!.tokens[0]!.span)
    const ran = running === undefined || faults.length > 0 ? undefined : ranAs(program, running, context)
    const rowOf = new Map(
      rows.flatMap(({ statement }, i) => (statement === undefined ? [] : [[statement, i]])),
    )
    const title = figure.settings.get('title')?.value ?? 'Program for eBPF'
    return {
      scene: rows.length === 0 ? { width: 1, height: 1, shapes: [] } : drawListing({ program, rows, ...ran }),
      title,
      description: wordsOf(program, title, ran),
      alternative: tableOf(text, program, ran?.run, (statement) => lineOf(rowOf.get(statement) ?? 0)),
      ...(running === undefined ? { code: codeOf(text, bodyStart) } : {}),
    }
  },
}

interface Ran {
  readonly running: Running
  readonly run: Run
  readonly verdict?: string
}

/** Runs the program. A fault, or another end than is expected, is a mistake of the text. */
function ranAs(program: Program, running: Running, context: DrawContext): Ran {
  const { type, data, steps, expect, setting } = running
  const made = run(program, { type, data, steps, kept: MOST_STEPS_SHOWN })
  const verdict = made.answer === undefined ? undefined : verdictOf(type, made.answer)
  const isFaultExpected = expect?.value === 'fault'
  const { fault } = made
  if (fault !== undefined && !isFaultExpected)
    context.fault({
      message: fault.message,
      span: program.statements[fault.statement]?.span ?? setting.span,
      ...(fault.help === undefined ? {} : { help: fault.help }),
    })
  if (fault === undefined && type.verdicts !== undefined && verdict === undefined)
    context.fault({
      message: `r0 is ${BigInt.asIntN(64, made.answer!)} at the end, which is no answer of "${type.name}"`,
      span: setting.span,
      help: `there are ${[...type.verdicts].map(([number, name]) => `${name} (${number})`).join(', ')}`,
    })
  if (expect !== undefined) expected(expect.value, made, verdict, running, context)
  return { running, run: made, ...(verdict === undefined ? {} : { verdict }) }
}

function expected(
  wanted: string,
  { answer, fault }: Run,
  verdict: string | undefined,
  { type, expect }: Running,
  context: DrawContext,
): void {
  const { span } = expect!
  const names = [...(type.verdicts?.values() ?? [])]
  if (wanted === 'fault') {
    if (fault === undefined)
      context.fault({
        message: `The program ends well: with ${verdict ?? answer}`,
        span,
        help: 'take `expect` out',
      })
    return
  }
  const isNumber = /^(?:0x[0-9a-f]+|-?\d+)$/i.test(wanted)
  if (!isNumber && !names.includes(wanted)) {
    context.fault(unknownWord({ text: wanted, span }, [...names, 'fault'], 'verdict'))
    return
  }
  if (answer === undefined) return
  const isEqual = isNumber ? BigInt.asUintN(64, BigInt(wanted)) === answer : wanted === verdict
  if (!isEqual)
    context.fault({
      message: `The program answers ${verdict ?? BigInt.asIntN(64, answer)}, not ${wanted}`,
      span,
      help: 'look at the program, or change what is expected',
    })
}
