/** A machine in words, and as the table of its transitions. */
import type { Alternative } from '../kind.ts'
import { ANY, type Machine, type Transition } from './model.ts'

/** So many transitions are told in the description; the table has all. */
const MOST_TOLD = 16

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function names({ states }: Machine): (id: string) => string {
  const titles = new Map(states.map(({ id, title }) => [id, plain(title)]))
  return (id) => (id === ANY ? 'any state' : (titles.get(id) ?? id))
}

export function wordsOf(machine: Machine, title: string): string {
  const nameOf = names(machine)
  const { states, transitions, registers } = machine
  const finals = states.filter(({ isFinal }) => isFinal).map(({ id }) => nameOf(id))
  const told = transitions.slice(0, MOST_TOLD).map((transition) => transitionInWords(transition, nameOf))
  const rest = transitions.length - told.length
  return [
    `${title}, a machine of ${states.length} ${states.length === 1 ? 'state' : 'states'} that starts in ${nameOf(machine.start)}${finals.length === 0 ? '' : ` and may end in ${finals.join(', ')}`}.`,
    ...(registers.length === 0
      ? []
      : [
          `Registers: ${registers.map(({ name, value, text }) => `${name}${value === '' ? '' : ` = ${value}`}${text === '' ? '' : ` (${plain(text)})`}`).join(', ')}.`,
        ]),
    ...told,
    ...(rest > 0 ? [`${rest} more ${rest === 1 ? 'transition' : 'transitions'}.`] : []),
  ].join(' ')
}

function transitionInWords(
  { from, to, event, condition, action }: Transition,
  nameOf: (id: string) => string,
): string {
  const on = event === '' ? '' : `, on ${plain(event)}`
  const only = condition === '' ? '' : `, if ${plain(condition)}`
  const does = action === '' ? '' : ` ${plain(action)};`
  const goes = from === to ? 'it stays' : `to ${nameOf(to)}`
  return `In ${nameOf(from)}${on}${only}:${does} ${goes}.`
}

/** Columns that would be empty are left out. */
export function tableOf(machine: Machine): Alternative {
  const nameOf = names(machine)
  const columns: readonly (readonly [string, (of: Transition) => string])[] = [
    ['State', ({ from }) => nameOf(from)],
    ['Event', ({ event }) => plain(event)],
    ['Condition', ({ condition }) => plain(condition)],
    ['Action', ({ action }) => plain(action)],
    ['Next state', ({ to }) => nameOf(to)],
  ]
  const shown = columns.filter(
    ([, textOf], i) => i === 0 || i === 4 || machine.transitions.some((each) => textOf(each) !== ''),
  )
  return {
    kind: 'table',
    head: shown.map(([head]) => head),
    rows: machine.transitions.map((transition) => shown.map(([, textOf]) => textOf(transition))),
  }
}
