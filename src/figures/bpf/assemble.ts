/** The text of a program to its instructions, in either syntax, line by line. */
import { nearest, type Span } from '../../base/index.ts'
import { FigureError, type FigureFault, unknownWord } from '../language/fault.ts'
import { Cursor } from './cursor.ts'
import { readDirective } from './directives.ts'
import { HELPERS, helperNumber } from './helpers.ts'
import { CALL, CLASS, type Instruction, slotsOf } from './instruction.ts'
import { callRegister, localCall, MNEMONICS } from './mnemonics.ts'
import { CALL_CODE, EXIT } from './operations.ts'
import { instructionOf, type Parsed } from './parsed.ts'
import type { BpfMap, Program, Statement } from './program.ts'
import { assignment, conditionalJump, jump, store } from './statements.ts'
import { type Token, tokensIn } from './tokens.ts'

/** How many slots a program may have. */
const LONGEST = 4096
/** After so many mistakes the rest is not looked at: each costs a search for what was meant. */
const MOST_FAULTS = 20

const EXIT_OPCODE = CLASS.JMP | EXIT

interface Line extends Parsed {
  readonly slot: number
  readonly span: Span
  readonly line: number
}

/** Reads `text` from the offset `from` on. Mistakes go to `tell`, and leave the program without their lines. */
export function assemble(text: string, from: number, tell: (fault: FigureFault) => void): Program {
  let faults = 0
  const fault = (found: FigureFault): void => {
    faults++
    tell(found)
  }
  const lines: Line[] = []
  const labels = new Map<string, number>()
  let maps: readonly BpfMap[] = []
  let slot = 0
  let number = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < from; at = text.indexOf('\n', at + 1)) number++
  for (let start = from; start < text.length && faults < MOST_FAULTS; number++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    try {
      const read = readLine(text, start, end, { labels, slot, maps })
      maps = read.maps
      if (read.parsed !== undefined) {
        if (slot >= LONGEST)
          throw new FigureError(`The program has more than ${LONGEST} instructions`, read.span)
        lines.push({ ...read.parsed, slot, span: read.span, line: number })
        slot += slotsOf(read.parsed.instruction)
      }
    } catch (error) {
      if (!(error instanceof FigureError)) throw error
      fault(error)
      if (slot >= LONGEST) break
    }
    start = end + 1
  }
  const named = new Map<number, string[]>()
  for (const [label, place] of labels) named.set(place, [...(named.get(place) ?? []), label])
  const exit = lines.find(({ instruction: { opcode } }) => opcode === EXIT_OPCODE)?.slot
  const statements = lines.flatMap((line) => {
    if (faults >= MOST_FAULTS) return []
    try {
      return [resolved(line, { labels, maps, exit })]
    } catch (error) {
      if (!(error instanceof FigureError)) throw error
      fault(error)
      return []
    }
  })
  return { statements, labels: named, maps }
}

interface SoFar {
  readonly labels: Map<string, number>
  readonly slot: number
  readonly maps: readonly BpfMap[]
}

interface ReadLine {
  readonly parsed?: Parsed
  readonly maps: readonly BpfMap[]
  readonly span: Span
}

/** Labels go into `so.labels`. */
function readLine(text: string, start: number, end: number, so: SoFar): ReadLine {
  let tokens = tokensIn(text, start, end).filter(({ kind }) => kind !== 'comment')
  // As bpftool and the verifier print it: `12: (b7) r0 = 1`.
  if (tokens[0]?.kind === 'number' && tokens[1]?.text === ':') {
    const opcode = /^\s*\([0-9a-f]{2}\)/.exec(text.slice(tokens[1].span.end, end))?.[0].length ?? 0
    const behind = tokens[1].span.end + opcode
    tokens = tokens.filter(({ span }) => span.start >= behind)
  }
  let at = 0
  for (; tokens[at]?.kind === 'name' && tokens[at + 1]?.text === ':'; at += 2) {
    const label = tokens[at]!
    if (so.labels.size >= LONGEST)
      throw new FigureError(`The program has more than ${LONGEST} labels`, label.span)
    if (so.labels.has(label.text))
      throw new FigureError(`The label "${label.text}" stands twice`, label.span, 'take another name')
    so.labels.set(label.text, so.slot)
  }
  tokens = tokens.slice(at)
  const [first] = tokens
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return { maps: so.maps, span: { start, end } }
  const span = { start: first.span.start, end: last.span.end }
  const cursor = new Cursor(tokens, { start: span.end, end: span.end })
  if (first.text.startsWith('.')) {
    const maps = readDirective(cursor, text, so.maps)
    cursor.done()
    return { maps, span }
  }
  const parsed = instruction(cursor, first)
  cursor.done()
  if (parsed.instruction.dst === 10 && writesRegister(parsed.instruction))
    throw new FigureError('frame pointer is read only', span, 'copy r10 to another register first')
  return { parsed, maps: so.maps, span }
}

function instruction(cursor: Cursor, first: Token): Parsed {
  if (first.kind === 'register') return assignment(cursor)
  if (first.text === 'if') return conditionalJump(cursor)
  if (first.text === 'goto' || first.text === 'gotol') return jump(cursor)
  if (first.text === '*' || (first.text === 'lock' && cursor.peek(1)?.text === '*')) return store(cursor)
  if (first.text === 'call') return call(cursor)
  const rest = first.kind === 'name' ? MNEMONICS.get(first.text) : undefined
  if (rest === undefined) {
    const known = [...MNEMONICS.keys(), 'call', 'goto', 'if']
    const near = nearest(first.text, known)
    throw new FigureError(
      `Unknown instruction "${first.text}"${near === undefined ? '' : `: did you mean "${near}"?`}`,
      first.span,
      near === undefined ? 'an instruction is written like `r0 = 1`, or like `mov r0, 1`' : `write "${near}"`,
    )
  }
  cursor.takeAny('an instruction')
  return rest(cursor)
}

/** `call 5`, `call bpf_ktime_get_ns`, `call local f`, `call f`, `call pc+3`, `call r2` */
function call(cursor: Cursor): Parsed {
  cursor.expect('call')
  if (cursor.take('local')) return localCall(cursor)
  const token = cursor.next
  if (token?.kind === 'register') return callRegister(cursor)
  const opcode = CLASS.JMP | CALL_CODE
  if (token?.kind === 'number')
    return { instruction: instructionOf({ opcode, imm: cursor.immediate().value }) }
  const [name = '', number] = token?.text.split('#') ?? []
  // The number decides where there is one, as in the verifier's logs.
  const helper = number === undefined ? helperNumber(name) : Number(number)
  if (helper === undefined) return localCall(cursor)
  cursor.takeAny('a function')
  return { instruction: instructionOf({ opcode, src: CALL.HELPER, imm: helper | 0 }) }
}

/** Whether `dst` is what an instruction changes, not what it reads. */
function writesRegister({ opcode }: Instruction): boolean {
  const type = opcode & 7
  return type === CLASS.ALU || type === CLASS.ALU64 || type === CLASS.LDX || type === CLASS.LD
}

interface Places {
  readonly labels: ReadonlyMap<string, number>
  readonly maps: readonly BpfMap[]
  /** the slot of the first `exit` */
  readonly exit?: number | undefined
}

/** The instruction with the places of its label and map. */
function resolved(line: Line, places: Places): Statement {
  const { labels, maps, exit } = places
  const { instruction: plain, jump: to, map, slot, span, line: number } = line
  if (map !== undefined) {
    const index = maps.findIndex(({ name }) => name === map.text)
    if (index === -1) {
      const known = maps.map(({ name }) => name)
      if (known.length === 0)
        throw new FigureError(
          `There is no map "${map.text}"`,
          map.span,
          `declare it: \`.map ${map.text} array\``,
        )
      const { message, span: place, help } = unknownWord(map, known, 'map')
      throw new FigureError(message, place, help)
    }
    return { instruction: { ...plain, imm: index }, slot, span, line: number }
  }
  if (to === undefined) return { instruction: plain, slot, span, line: number }
  const behind = slot + slotsOf(plain)
  const { target } = to
  const goal =
    target.slots === undefined ? placeOf(target.label, { labels, exit }, plain) : behind + target.slots
  const distance = goal - behind
  if (to.field === 'offset' && (distance < -32768 || distance > 32767))
    throw new FigureError('The jump is farther than 32767 instructions', span, 'write `gotol`, or `ja32`')
  return { instruction: { ...plain, [to.field]: distance }, slot, span, line: number, target: goal }
}

/** As in the conformance suite, `exit` is the first such instruction where no label is called so. */
function placeOf(
  label: Token,
  { labels, exit }: Pick<Places, 'labels' | 'exit'>,
  { opcode }: Instruction,
): number {
  const place = labels.get(label.text)
  if (place !== undefined) return place
  if (label.text === 'exit' && exit !== undefined) return exit
  const isCall = opcode === (CLASS.JMP | CALL_CODE)
  const known = [...labels.keys(), ...(isCall ? Object.keys(HELPERS) : [])]
  if (known.length === 0)
    throw new FigureError(
      `There is no label "${label.text}"`,
      label.span,
      `write \`${label.text}:\` before a line`,
    )
  const { message, span, help } = unknownWord(label, known, isCall ? 'function' : 'label')
  throw new FigureError(message, span, help)
}
