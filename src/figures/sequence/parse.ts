/**
 * Lines to steps.
 *
 *     scale: 20ms                               what a step down stands for; without it time has no measure
 *     host client "The client" tint=mark
 *     client -> server "SYN" at=0ms takes=30ms
 *     client -x server SYN note="dropped"       lost
 *     again client -> server SYN                a retransmission
 *     server --> client ACK delay=2             dashed; on its way while two steps go by
 *     state client SYN-SENT                     at the side of its line
 *     note client server "Both are ready"       over their lines
 *     during client Timeout                     as long as the steps below it
 *       wait 2
 */
import { attributesOf, hrefOf, TINTS, type Told, wordOf } from '../graph/attributes.ts'
import { type FigureText, wholeOf } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { type Line, textOf, type Word } from '../language/lines.ts'
import { timeIn } from '../language/time.ts'
import type { Host, Sequence, Step } from './model.ts'

const MOST_HOSTS = 40
const MOST_STEPS = 1_000
const DEEPEST = 6
const LONGEST_WAIT = 50

const KEYWORDS = ['host', 'state', 'note', 'wait', 'during', 'again'] as const

/** Whether the line has an arrow is asked first: a host may have the name of a keyword. */
const ARROWS: ReadonlyMap<string, { readonly isLost: boolean; readonly isDashed: boolean }> = new Map([
  ['->', { isLost: false, isDashed: false }],
  ['-->', { isLost: false, isDashed: true }],
  ['-x', { isLost: true, isDashed: false }],
  ['--x', { isLost: true, isDashed: true }],
])

interface Parsing {
  readonly told: Told
  readonly hosts: Host[]
  readonly numbers: Map<string, number>
  /** whether the text lists its hosts: others are mistakes then */
  readonly isListed: boolean
  readonly count: { steps: number; at: number }
}

export function parseSequence(figure: FigureText, told: Told): Sequence {
  const { lines, settings } = figure
  const isHost = (line: Line): boolean => !isMessage(line) && line.words[0]!.text === 'host'
  const parsing: Parsing = {
    told,
    hosts: [],
    numbers: new Map(),
    isListed: lines.some(isHost),
    count: { steps: 0, at: Number.NEGATIVE_INFINITY },
  }
  for (const line of lines) if (isHost(line)) addHost(line, parsing)
  const steps = stepsOf(
    lines.filter((line) => !isHost(line)),
    parsing,
    0,
  )
  // Lines that became no steps were told.
  if (parsing.hosts.length === 0 && (lines.length === 0 || steps.length > 0))
    told.fault({
      message: 'The figure has no hosts',
      span: wholeOf({ text: figure.text.trimEnd() }),
      help: 'write a line for each message: `client -> server "SYN"`',
    })
  const scale = settings.get('scale')
  if (scale === undefined) return { hosts: parsing.hosts, steps }
  const time = timeIn(scale.value)
  if (time === undefined || time.kind !== 'duration' || time.value <= 0)
    told.fault({
      message: `"${scale.value}" is no length of time`,
      span: scale.span,
      help: 'write `scale: 20ms`',
    })
  return { hosts: parsing.hosts, steps, scale: time?.value ?? 1 }
}

const isMessage = ({ words }: Line): boolean =>
  words.slice(1, 3).some((word) => !word.isQuoted && ARROWS.has(word.text))

function addHost(line: Line, { told, hosts, numbers }: Parsing): void {
  const [, id] = line.words
  if (id === undefined || id.attribute !== undefined) {
    told.fault({ message: 'A host has a name', span: line.span, help: 'write `host client "The client"`' })
    return
  }
  noChildren(line, told)
  if (numbers.has(id.text)) {
    told.fault({ message: `There are two hosts "${id.text}"`, span: id.span, help: 'give one another name' })
    return
  }
  const attributes = attributesOf(line.words, ['tint', 'href'], told)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', told)
  const href = hrefOf(attributes.get('href'), told)
  numbers.set(id.text, hosts.length)
  hosts.push({
    id: id.text,
    title: textOf(line.words, 2) || id.text,
    ...(tint === undefined ? {} : { tint }),
    ...(href === undefined ? {} : { href }),
  })
  if (hosts.length > MOST_HOSTS)
    throw new FigureError(`The figure has more than ${MOST_HOSTS} hosts`, line.span)
}

function noChildren(line: Line, told: Told): void {
  const [child] = line.children
  if (child !== undefined)
    told.fault({
      message: 'Only the steps of `during` are indented',
      span: child.span,
      help: 'begin the line where the one above begins',
    })
}

/** The place of the host that `word` names. */
function hostOf(word: Word | undefined, line: Line, parsing: Parsing): number {
  const { told, hosts, numbers, isListed } = parsing
  if (word === undefined || word.attribute !== undefined) {
    told.fault({ message: 'A host is missing', span: (word ?? line).span, help: 'write its name' })
    return 0
  }
  const found = numbers.get(word.text)
  if (found !== undefined) return found
  if (isListed) {
    told.fault(
      unknownWord(
        word,
        hosts.map(({ id }) => id),
        'host',
      ),
    )
    return 0
  }
  numbers.set(word.text, hosts.length)
  hosts.push({ id: word.text, title: word.text })
  if (hosts.length > MOST_HOSTS)
    throw new FigureError(`The figure has more than ${MOST_HOSTS} hosts`, word.span)
  return hosts.length - 1
}

function stepsOf(lines: readonly Line[], parsing: Parsing, depth: number): readonly Step[] {
  if (depth > DEEPEST)
    throw new FigureError(`Steps lie within each other more than ${DEEPEST} deep`, lines[0]!.span)
  return lines.flatMap((line): Step[] => {
    if (++parsing.count.steps > MOST_STEPS)
      throw new FigureError(
        `The figure has more than ${MOST_STEPS} steps`,
        line.span,
        'part it into several figures',
      )
    const step = stepOf(line, parsing, depth)
    return step === undefined ? [] : [step]
  })
}

function stepOf(line: Line, parsing: Parsing, depth: number): Step | undefined {
  const { told } = parsing
  const first = line.words[0]!
  if (isMessage(line)) {
    noChildren(line, told)
    return messageOf(line, parsing)
  }
  if (first.text === 'during') return duringOf(line, parsing, depth)
  noChildren(line, told)
  switch (first.text) {
    case 'state': {
      const attributes = attributesOf(line.words, ['at', 'tint'], told)
      const host = hostOf(line.words[1], line, parsing)
      return {
        kind: 'state',
        host,
        text: textFrom(line, 2, told),
        ...momentOf(attributes.get('at'), parsing),
        ...tintOf(attributes, told),
      }
    }
    case 'note': {
      const attributes = attributesOf(line.words, ['tint'], told)
      const one = hostOf(line.words[1], line, parsing)
      const second = line.words[2]
      const other = second?.isQuoted === false ? parsing.numbers.get(second.text) : undefined
      return {
        kind: 'note',
        first: Math.min(one, other ?? one),
        last: Math.max(one, other ?? one),
        text: textFrom(line, other === undefined ? 2 : 3, told),
        ...tintOf(attributes, told),
      }
    }
    case 'wait':
      return { kind: 'wait', steps: numberIn(line.words[1], 1, told) }
    default:
      told.fault({
        ...unknownWord(first, KEYWORDS),
        help: `a line is a message, \`a -> b "label"\`, or begins with ${KEYWORDS.join(', ')}`,
      })
      return undefined
  }
}

function duringOf(line: Line, parsing: Parsing, depth: number): Step {
  const { told } = parsing
  const attributes = attributesOf(line.words, ['tint'], told)
  const host = hostOf(line.words[1], line, parsing)
  const text = textFrom(line, 2, told)
  if (line.children.length === 0)
    told.fault({
      message: '`during` has no steps',
      span: line.span,
      help: 'indent the lines that it lasts for',
    })
  const steps = line.children.length === 0 ? [] : stepsOf(line.children, parsing, depth + 1)
  return { kind: 'during', host, text, steps, ...tintOf(attributes, told) }
}

function textFrom(line: Line, from: number, told: Told): string {
  const text = textOf(line.words, from)
  if (text.trim() === '')
    told.fault({
      message: `\`${line.words[0]!.text}\` has no text`,
      span: line.span,
      help: 'write it behind the host: `state client "SYN-SENT"`',
    })
  return text
}

function tintOf(
  attributes: ReturnType<typeof attributesOf>,
  told: Told,
): { readonly tint?: (typeof TINTS)[number] } {
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', told)
  return tint === undefined ? {} : { tint }
}

function messageOf(line: Line, parsing: Parsing): Step {
  const { told } = parsing
  const isAgain = line.words[0]!.text === 'again' && !ARROWS.has(line.words[1]!.text)
  const words = isAgain ? line.words.slice(1) : line.words
  const arrow = ARROWS.get(words[1]?.text ?? '')
  if (arrow === undefined)
    told.fault({
      message: 'A message has a host before and behind its arrow',
      span: line.span,
      help: 'write `client -> server "SYN"`',
    })
  const attributes = attributesOf(words, ['note', 'delay', 'at', 'takes', 'tint'], told)
  const [from, to] = [hostOf(words[0], line, parsing), hostOf(words[2], line, parsing)]
  const [delay, takes, note] = [attributes.get('delay'), attributes.get('takes'), attributes.get('note')]
  if (delay !== undefined && takes !== undefined)
    told.fault({ message: 'A message has `delay` or `takes`', span: delay.valueSpan, help: 'take one out' })
  return {
    kind: 'message',
    from,
    to,
    label: textOf(words, 3),
    isLost: arrow?.isLost ?? false,
    isDashed: arrow?.isDashed ?? false,
    isAgain,
    ...(note === undefined ? {} : { note: note.value }),
    ...(delay === undefined
      ? {}
      : { delay: numberIn({ text: delay.value, span: delay.valueSpan }, 1, told) }),
    ...momentOf(attributes.get('at'), parsing),
    ...(takes === undefined ? {} : { takes: durationOf(takes, told) }),
    ...tintOf(attributes, told),
  }
}

function numberIn(word: Pick<Word, 'text' | 'span'> | undefined, missing: number, told: Told): number {
  if (word === undefined) return missing
  const value = /^\d{1,3}(?:\.\d{1,2})?$/.test(word.text) ? Number(word.text) : Number.POSITIVE_INFINITY
  if (value <= LONGEST_WAIT) return value
  told.fault({
    message: `"${word.text}" is no number of steps from 0 to ${LONGEST_WAIT}`,
    span: word.span,
    help: 'write `2`',
  })
  return missing
}

type Attribute = NonNullable<Word['attribute']>

function durationOf({ value, valueSpan }: Attribute, told: Told): number {
  const time = timeIn(value)
  if (time?.kind === 'duration' && time.value >= 0) return time.value
  told.fault({
    message: `"${value}" is no length of time`,
    span: valueSpan,
    help: 'write `30ms`, `2s`, `5min`',
  })
  return 0
}

/** When a step is, which is not before the last one that has a time. */
function momentOf(attribute: Attribute | undefined, { told, count }: Parsing): { readonly at?: number } {
  if (attribute === undefined) return {}
  const at = durationOf(attribute, told)
  if (at < count.at)
    told.fault({
      message: 'This is before the step above it',
      span: attribute.valueSpan,
      help: 'write the steps in the order of time',
    })
  count.at = Math.max(at, count.at)
  return { at }
}
