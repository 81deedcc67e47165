/** Block quotes: lines with `>` in front and the lines that lazily go on with them. */
import type { BlockState } from '../block-state.ts'
import { optSpace } from '../block-state.ts'
import { GT, nextLine, SPACE } from '../chars.ts'

export function blockQuote(s: BlockState): boolean {
  const { text, pos } = s
  let i = pos
  let inner = ''
  do {
    const next = nextLine(text, i)
    const mark = optSpace(text, i)
    if (text.charCodeAt(mark) === GT) {
      inner += text.slice(text.charCodeAt(mark + 1) === SPACE ? mark + 2 : mark + 1, next)
    } else inner += text.slice(i, next)
    i = next
  } while (i < text.length && !s.endsLazyLines(i))
  const el = s.add('blockquote')
  const line = s.line(pos)
  s.pos = i
  s.readInside(el, inner, line)
  return true
}
