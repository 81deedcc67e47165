/** `$$ … $$` as a block of its own. */
import type { BlockState } from '../block-state.ts'
import { optSpace } from '../block-state.ts'
import { BACKSLASH, blankToLineEnd, DOLLAR, nextLine } from '../chars.ts'
import { infoOf } from '../element.ts'

export function blockMath(s: BlockState): boolean {
  const { text } = s
  const start = optSpace(text, s.pos)
  if (text.charCodeAt(start) === BACKSLASH || text.charCodeAt(start + 1) !== DOLLAR) return false
  if (!s.afterBoundary()) return false
  const close = text.indexOf('$$', start + 2)
  if (close < 0) return false
  const end = blankToLineEnd(text, close + 2) ? nextLine(text, close + 2) : -1
  if (end < 0 || !s.beforeBoundary(end)) return false
  const el = s.add('math', text.slice(start + 2, close).trim())
  infoOf(el).block = true
  s.pos = end
  return true
}
