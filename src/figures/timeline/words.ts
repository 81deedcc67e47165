/** A timeline in words, and as a table. */
import type { Alternative } from '../kind.ts'
import type { Happening, Timeline } from './model.ts'

/** So many are told in the description; the table has all. */
const MOST_TOLD = 16

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

const told = ({ when, text }: Happening): string => `${when} ${plain(text)}`

/** In each lane in the order of time. */
const inOrder = (items: readonly Happening[]): readonly Happening[] =>
  [...items].sort((a, b) => a.start - b.start)

export function wordsOf({ lanes }: Timeline, title: string): string {
  let left = MOST_TOLD
  const parts = lanes.flatMap(({ title: lane, items }) => {
    const shown = inOrder(items).slice(0, Math.max(0, left))
    left -= items.length
    const text = shown.map(told).join('; ')
    return text === '' ? [] : [`${lane === '' ? '' : `${lane}: `}${text}.`]
  })
  const more = left < 0 ? [`${-left} more follow.`] : []
  return [`${title}.`, ...parts, ...more].join(' ')
}

export function tableOf({ lanes }: Timeline): Alternative {
  const hasLanes = lanes.some(({ title }) => title !== '')
  return {
    kind: 'table',
    head: [...(hasLanes ? ['Lane'] : []), 'Time', 'What'],
    rows: lanes.flatMap(({ title, items }) =>
      inOrder(items).map(({ when, text }) => [...(hasLanes ? [title] : []), when, plain(text)]),
    ),
  }
}
