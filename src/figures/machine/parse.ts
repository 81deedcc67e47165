/**
 * Lines to states.
 *
 *     start: idle                               else the first state
 *     register tokens = 4 "left in the bucket"
 *     state idle "Initial state" tint=mark
 *     final open                                with a second border
 *     idle -> open "TCP 22" if="tokens > 0" do="tokens := tokens - 1; forward"
 *     * -> idle timeout                         from every state
 */
import { attributesOf, hrefOf, TINTS, type Told, wordOf } from '../graph/attributes.ts'
import { type FigureText, wholeOf } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { type Line, textOf, type Word } from '../language/lines.ts'
import { ANY, type Machine, type State, type Transition } from './model.ts'

/** More than these take ELK many seconds where all are linked with all. */
const MOST_STATES = 40
const MOST_TRANSITIONS = 120

const KEYWORDS = ['state', 'final', 'register'] as const

interface Parsing {
  readonly told: Told
  readonly states: Map<string, State>
  readonly finals: Set<string>
  readonly transitions: Transition[]
  readonly registers: { readonly name: string; readonly value: string; readonly text: string }[]
  /** whether the text lists its states: others are mistakes then */
  readonly isListed: boolean
}

const isTransition = ({ words }: Line): boolean => words[1]?.isQuoted === false && words[1].text === '->'

export function parseMachine({ lines, settings, text }: FigureText, told: Told): Machine {
  const isState = (line: Line): boolean => !isTransition(line) && line.words[0]!.text === 'state'
  const parsing: Parsing = {
    told,
    states: new Map(),
    finals: new Set(),
    transitions: [],
    registers: [],
    isListed: lines.some(isState),
  }
  for (const line of lines) if (isState(line)) addState(line, parsing)
  for (const line of lines) if (!isState(line)) readLine(line, parsing)
  for (const { children } of lines)
    if (children[0] !== undefined)
      told.fault({
        message: 'Nothing is indented in a machine',
        span: children[0].span,
        help: 'begin the line where the one above begins',
      })
  const { states, finals, transitions, registers } = parsing
  if (states.size === 0 && lines.every(isTransition))
    told.fault({
      message: 'The machine has no states',
      span: wholeOf({ text: text.trimEnd() }),
      help: 'write a line for each transition: `idle -> open "a packet"`',
    })
  const start = settings.get('start')
  if (start !== undefined && !states.has(start.value))
    told.fault(unknownWord({ text: start.value, span: start.span }, [...states.keys()], 'state'))
  return {
    states: [...states.values()].map((state) => ({ ...state, isFinal: finals.has(state.id) })),
    start: start?.value ?? [...states.keys()][0] ?? '',
    transitions,
    registers,
  }
}

function addState(line: Line, { told, states }: Parsing): void {
  const [, id] = line.words
  if (id === undefined || id.attribute !== undefined) {
    told.fault({ message: 'A state has a name', span: line.span, help: 'write `state idle "Initial state"`' })
    return
  }
  if (states.has(id.text)) {
    told.fault({ message: `There are two states "${id.text}"`, span: id.span, help: 'give one another name' })
    return
  }
  const attributes = attributesOf(line.words, ['tint', 'href'], told)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', told)
  const href = hrefOf(attributes.get('href'), told)
  put(states, line, {
    id: id.text,
    title: textOf(line.words, 2) || id.text,
    isFinal: false,
    ...(tint === undefined ? {} : { tint }),
    ...(href === undefined ? {} : { href }),
  })
}

function put(states: Map<string, State>, { span }: Pick<Line, 'span'>, state: State): void {
  if (states.size === MOST_STATES)
    throw new FigureError(
      `The machine has more than ${MOST_STATES} states`,
      span,
      'part it into several figures',
    )
  states.set(state.id, state)
}

function readLine(line: Line, parsing: Parsing): void {
  const { told, finals, registers } = parsing
  if (isTransition(line)) {
    addTransition(line, parsing)
    return
  }
  const first = line.words[0]!
  if (first.text === 'final') {
    const names = line.words.slice(1)
    for (const word of names) finals.add(stateOf(word, line, parsing))
    if (names.length === 0) stateOf(undefined, line, parsing)
  } else if (first.text === 'register') {
    const [, name, is, value] = line.words
    const hasValue = is !== undefined && !is.isQuoted && is.text === '='
    if (name === undefined || (hasValue && value === undefined))
      told.fault({
        message: 'A register has a name, and a value behind `=`',
        span: line.span,
        help: 'write `register tokens = 4 "left in the bucket"`',
      })
    attributesOf(line.words, [], told)
    registers.push({
      name: name?.text ?? '',
      value: hasValue ? (value?.text ?? '') : '',
      text: textOf(line.words, hasValue ? 4 : 2),
    })
  } else
    told.fault({
      ...unknownWord(first, KEYWORDS),
      help: `a line is a transition, \`idle -> open "event"\`, or begins with ${KEYWORDS.join(', ')}`,
    })
}

function stateOf(word: Word | undefined, line: Line, parsing: Parsing): string {
  const { told, states, isListed } = parsing
  if (word === undefined || word.attribute !== undefined) {
    told.fault({ message: 'A state is missing', span: (word ?? line).span, help: 'write its name' })
    return ''
  }
  if (states.has(word.text)) return word.text
  if (isListed) told.fault(unknownWord(word, [...states.keys()], 'state'))
  else put(states, line, { id: word.text, title: word.text, isFinal: false })
  return word.text
}

function addTransition(line: Line, parsing: Parsing): void {
  const { told, transitions } = parsing
  const { words } = line
  if (transitions.length === MOST_TRANSITIONS)
    throw new FigureError(
      `The machine has more than ${MOST_TRANSITIONS} transitions`,
      line.span,
      'part it into several figures',
    )
  const attributes = attributesOf(words, ['if', 'do', 'tint'], told)
  const tint = wordOf(attributes.get('tint'), TINTS, 'tint', told)
  const isAny = words[0]!.text === ANY && !words[0]!.isQuoted
  transitions.push({
    from: isAny ? ANY : stateOf(words[0], line, parsing),
    to: stateOf(words[2], line, parsing),
    event: textOf(words, 3),
    condition: attributes.get('if')?.value ?? '',
    action: attributes.get('do')?.value ?? '',
    ...(tint === undefined ? {} : { tint }),
  })
}
