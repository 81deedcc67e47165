/** Links between things, in one line: `a -> b -> c "label" tint=good`. */
import { type Line, textOf, type Word } from '../language/lines.ts'
import type { Told } from './attributes.ts'

/** Where a link has arrows. */
export interface Arrows {
  readonly atFrom: boolean
  readonly atTo: boolean
}

const ARROWS: ReadonlyMap<string, Arrows> = new Map([
  ['--', { atFrom: false, atTo: false }],
  ['->', { atFrom: false, atTo: true }],
  ['<-', { atFrom: true, atTo: false }],
  ['<->', { atFrom: true, atTo: true }],
])

interface Connection {
  /** one more than there are arrows */
  readonly ends: readonly Word[]
  readonly arrows: readonly Arrows[]
  readonly label: string
}

const arrowsOf = (word: Word | undefined): Arrows | undefined =>
  word === undefined || word.isQuoted ? undefined : ARROWS.get(word.text)

export const arrowsIn = (words: readonly Word[]): number =>
  words.filter((word) => arrowsOf(word) !== undefined).length

export const isConnection = (words: readonly Word[]): boolean => arrowsIn(words) > 0

/** The links of a line, whose first end is the word at `from`; undefined where an end is missing, which is told. */
export function connectionIn(line: Line, from: number, told: Told): Connection | undefined {
  const { words } = line
  const ends: Word[] = []
  const arrows: Arrows[] = []
  let at = from
  for (;;) {
    const end = words[at]
    if (end === undefined || end.attribute !== undefined || arrowsOf(end) !== undefined) {
      told.fault({
        message: 'A link has a name before and behind its arrow',
        span: (end ?? words.at(-1)!).span,
        help: 'write `a -- b`, `a -> b` or `a <-> b`',
      })
      return undefined
    }
    ends.push(end)
    const arrow = arrowsOf(words[at + 1])
    if (arrow === undefined) break
    arrows.push(arrow)
    at += 2
  }
  const behind = words.slice(at + 1).find((word) => arrowsOf(word) !== undefined)
  if (behind !== undefined) {
    told.fault({
      message: 'A label stands behind all names of its link',
      span: behind.span,
      help: 'write `a -> b "label"`, and names with blanks in quotes',
    })
    return undefined
  }
  return { ends, arrows, label: textOf(words, at + 1) }
}
