/** What lies between blocks: blank lines, horizontal rules, and `^`, which ends a block. */
import type { BlockState } from '../block-state.ts'
import { blankToLineEnd, codeAt, isSpace, LF, nextLine } from '../chars.ts'
import { isRule } from './line-kind.ts'

export function blankLines(s: BlockState): boolean {
  const { text } = s
  let pos = s.pos
  // Nearly always there is one empty line.
  if (codeAt(text, pos) === LF && !isSpace(codeAt(text, pos + 1)) && s.last()?.type !== 'blank') {
    s.add('blank', '\n')
    s.pos = pos + 1
    return true
  }
  while (pos < text.length && blankToLineEnd(text, pos)) pos = nextLine(text, pos)
  if (pos === s.pos) return false
  const value = text.slice(s.pos, pos)
  const last = s.last()
  if (last?.type === 'blank') last.value += value
  else s.add('blank', value)
  s.pos = pos
  return true
}

/** `***`, `- - -` and `___` */
export function horizontalRule(s: BlockState): boolean {
  if (!isRule(s.text, s.pos)) return false
  s.add('hr')
  s.pos = nextLine(s.text, s.pos)
  return true
}

/** `^` alone on its line */
export function endOfBlock(s: BlockState): boolean {
  if (!s.isEob(s.pos)) return false
  s.add('eob')
  s.pos = nextLine(s.text, s.pos)
  return true
}
