/** A sequence in words, and as a list of its steps. */
import type { Alternative } from '../kind.ts'
import { durationText } from '../language/time.ts'
import type { Message, Sequence, Step } from './model.ts'

/** So many steps are told in the description; the list has all. */
const MOST_TOLD = 12

export function titleOf({ hosts }: Sequence): string {
  return `Messages between ${listed(hosts.map(({ title }) => title))}`
}

export function wordsOf(sequence: Sequence, title: string): string {
  const steps = toldSteps(sequence)
  const hosts = `${title === titleOf(sequence) ? title : `${title}, between ${listed(sequence.hosts.map((host) => host.title))}`}.`
  const told = steps.slice(0, MOST_TOLD).map((step) => `${step}.`)
  const rest = steps.length - told.length
  const more = rest > 0 ? [`${rest} more ${rest === 1 ? 'step follows' : 'steps follow'}.`] : []
  return [hosts, ...told, ...more].join(' ')
}

export function listOf(sequence: Sequence): Alternative {
  return { kind: 'list', ordered: true, items: toldSteps(sequence) }
}

/** `A`, `A and B`, `A, B and C`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function toldSteps(sequence: Sequence): readonly string[] {
  const nameOf = (host: number): string => sequence.hosts[host]?.title ?? ''
  const tell = (step: Step): readonly string[] => {
    switch (step.kind) {
      case 'message':
        return [messageInWords(step, nameOf)]
      case 'state':
        return [`${timeOf(step.at)}${nameOf(step.host)} is in ${plain(step.text)}`]
      case 'note': {
        const names = step.first === step.last ? [step.first] : [step.first, step.last]
        return [`Note on ${listed(names.map(nameOf))}: ${plain(step.text)}`]
      }
      case 'wait':
        return []
      case 'during':
        return [
          `${nameOf(step.host)}, ${plain(step.text)}: begins`,
          ...step.steps.flatMap(tell),
          `${nameOf(step.host)}, ${plain(step.text)}: ends`,
        ]
    }
  }
  return sequence.steps.flatMap(tell)
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

const timeOf = (at: number | undefined): string => (at === undefined ? '' : `At ${durationText(at)}, `)

function messageInWords(message: Message, nameOf: (host: number) => string): string {
  const { from, to, label, note, isLost, isAgain, at, takes, delay } = message
  const what = label === '' ? 'a message' : plain(label)
  const again = isAgain ? ' again' : ''
  const way =
    takes !== undefined
      ? `, which takes ${durationText(takes)}`
      : delay !== undefined && delay > 0
        ? ', delayed'
        : ''
  const end = isLost ? '; it is lost' : ''
  const remark = note === undefined ? '' : ` (${plain(note)})`
  if (from === to) return `${timeOf(at)}${nameOf(from)}, to itself: ${what}${again}${way}${end}${remark}`
  return `${timeOf(at)}${nameOf(from)} sends ${what} to ${nameOf(to)}${again}${way}${end}${remark}`
}
