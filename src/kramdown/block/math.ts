/** `$$ … $$` as a block of its own. */
import type { BlockState } from '../block-state.ts'
import { optSpace } from '../block-state.ts'
import { BACKSLASH, blankToLineEnd, codeAt, DOLLAR, nextLine, strip } from '../chars.ts'
import { infoOf } from '../element.ts'

export function blockMath(s: BlockState): boolean {
  const { text } = s
  const start = optSpace(text, s.pos)
  const escaped = codeAt(text, start) === BACKSLASH
  const open = escaped ? start + 1 : start
  if (codeAt(text, open) !== DOLLAR || codeAt(text, open + 1) !== DOLLAR || !s.afterBoundary()) return false
  const close = s.finder.from('$$', open + 2)
  if (close < 0) return false
  const alone = blankToLineEnd(text, close + 2)
  if (escaped) {
    // The backslash says that this is not a block; the paragraph starts after it.
    if (alone) s.pos = open
    return false
  }
  const end = alone ? nextLine(text, close + 2) : close + 2
  if (!s.beforeBoundary(end)) return false
  const el = s.add('math', strip(text.slice(open + 2, close)))
  infoOf(el).block = true
  s.pos = end
  return true
}
