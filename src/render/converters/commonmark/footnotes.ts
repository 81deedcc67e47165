/** Footnotes of cmark-gfm: `[^name]` where `[^name]: text` is somewhere; numbered as they are first met. */
import type { BlockRule, InlineRule } from './tokens.ts'

/** What one document's footnotes keep between parsing and writing. */
export interface Footnotes {
  /** names that have a text */
  readonly defined: Set<string>
  /** names in the order they were met */
  readonly used: string[]
}

function footnotesOf(env: unknown): Footnotes {
  return (env as { footnotes: Footnotes }).footnotes
}

const normal = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

/** `[^name]:` and what is indented below it. */
export const definition: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const max = state.eMarks[startLine] ?? 0
  if (!state.src.startsWith('[^', start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    return false
  const close = state.src.indexOf(']', start + 2)
  if (close === -1 || close === start + 2 || close >= max || state.src[close + 1] !== ':') return false
  const label = state.src.slice(start + 2, close)
  if (/[\s[]/.test(label)) return false
  if (silent) return true
  footnotesOf(state.env).defined.add(normal(label))
  state.push('footnote_open', '', 1).meta = normal(label)
  const { parentType } = state
  const kept = {
    bMark: state.bMarks[startLine] ?? 0,
    tShift: state.tShift[startLine] ?? 0,
    sCount: state.sCount[startLine] ?? 0,
  }
  const after = close + 2
  const initial = kept.sCount + after - start
  let offset = initial
  let pos = after
  for (; pos < max; pos++) {
    if (state.src[pos] === '\t') offset += 4 - (offset % 4)
    else if (state.src[pos] === ' ') offset++
    else break
  }
  state.tShift[startLine] = pos - after
  state.sCount[startLine] = offset - initial
  state.bMarks[startLine] = after
  state.blkIndent += 4
  state.parentType = 'footnote'
  if ((state.sCount[startLine] ?? 0) < state.blkIndent)
    state.sCount[startLine] = (state.sCount[startLine] ?? 0) + state.blkIndent
  state.md.block.tokenize(state, startLine, endLine)
  state.parentType = parentType
  state.blkIndent -= 4
  state.tShift[startLine] = kept.tShift
  state.sCount[startLine] = kept.sCount
  state.bMarks[startLine] = kept.bMark
  state.push('footnote_close', '', -1)
  return true
}

/** `[^name]` of a note that has a text. */
export const reference: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state
  if (!src.startsWith('[^', pos)) return false
  const close = src.indexOf(']', pos + 2)
  if (close === -1 || close >= posMax || close === pos + 2) return false
  const label = normal(src.slice(pos + 2, close))
  const { defined, used } = footnotesOf(state.env)
  if (!defined.has(label)) return false
  if (!silent) {
    if (!used.includes(label)) used.push(label)
    state.push('footnote_reference', '', 0).meta = used.indexOf(label) + 1
  }
  state.pos = close + 1
  return true
}
