/** Code: indented, and between fences. */
import type { BlockState, Fences } from '../block-state.ts'
import { isIndented, optSpace } from '../block-state.ts'
import {
  BACKTICK,
  blankToLineEnd,
  codeAt,
  isSpace,
  isWord,
  LBRACE,
  LF,
  nextLine,
  SPACE,
  skipRun,
  TAB,
  TILDE,
} from '../chars.ts'
import { addClass, infoOf, setAttr } from '../element.ts'
import { trimmedEnd } from './paragraph.ts'

/** Lines with a tab or four spaces in front. A line without goes on with the line above, joined by a space (not in plain Markdown). */
export function indentedCode(s: BlockState): boolean {
  const { text } = s
  if (!isIndented(text, s.pos)) return false
  let pos = s.pos
  let end = pos
  let value = ''
  let blank = ''
  for (;;) {
    if (pos >= text.length) break
    const next = nextLine(text, pos)
    if (blankToLineEnd(text, pos)) {
      blank += text.slice(isIndented(text, pos) ? pos + (codeAt(text, pos) === TAB ? 1 : 4) : pos, next)
      pos = next
      continue
    }
    if (isIndented(text, pos)) {
      if (value !== '') value += '\n'
      value += blank
      value += text.slice(pos + (codeAt(text, pos) === TAB ? 1 : 4), next - 1)
    } else {
      if (blank !== '' || s.doc.settings.plain || s.endsLazyLines(pos)) break
      // A tab after up to three spaces keeps the line feed.
      const joined = codeAt(text, optSpace(text, pos)) !== TAB
      value += (joined ? ' ' : '\n') + text.slice(pos, next - 1)
    }
    blank = ''
    end = pos = next
  }
  s.add('codeblock', `${value}\n`)
  s.pos = end
  return true
}

function closingFences(s: BlockState, mark: number): Fences {
  const byMark = (s.fences ??= new Map())
  let found = byMark.get(mark)
  if (found) return found
  found = { at: [], length: [], longest: [] }
  const { text } = s
  const needle = String.fromCharCode(mark, mark, mark)
  const { gfm } = s.doc.settings
  for (let i = text.indexOf(needle, s.pos); i >= 0; ) {
    const runEnd = skipRun(text, i, mark)
    let start = i
    if (gfm) while (start > 0 && i - start < 3 && codeAt(text, start - 1) === SPACE) start--
    if ((start === 0 || codeAt(text, start - 1) === LF) && blankToLineEnd(text, runEnd)) {
      found.at.push(start)
      found.length.push(runEnd - i)
    }
    i = text.indexOf(needle, runEnd)
  }
  let longest = 0
  for (let k = found.at.length - 1; k >= 0; k--) {
    longest = Math.max(longest, found.length[k]!)
    found.longest[k] = longest
  }
  byMark.set(mark, found)
  return found
}

/** The number of the first closing fence from `pos` on. */
function firstFence({ at }: Fences, pos: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (at[mid]! < pos) low = mid + 1
    else high = mid
  }
  return low
}

/** The length of the longest closing fence from `pos` on, 0 when there is none. */
function longestFence(s: BlockState, mark: number, pos: number): number {
  const fences = closingFences(s, mark)
  return fences.longest[firstFence(fences, pos)] ?? 0
}

/** The offset of the first line from `pos` on that closes a fence of `length` marks; -1 when there is none. */
function closingFence(s: BlockState, mark: number, length: number, pos: number): number {
  const fences = closingFences(s, mark)
  for (let k = firstFence(fences, pos); k < fences.at.length; k++)
    if (fences.length[k]! >= length) return fences.at[k]!
  return -1
}

/** `~~~ language?options`; GFM takes backticks too (as its table of rules says), and up to three spaces in front. */
export function fencedCode(s: BlockState): boolean {
  const { text } = s
  const { gfm } = s.doc.settings
  const start = gfm ? optSpace(text, s.pos) : s.pos
  const mark = codeAt(text, start)
  if (mark !== TILDE && mark !== BACKTICK) return false
  const runEnd = skipRun(text, start, mark)
  if (runEnd - start < 3) return false
  const bodyStart = nextLine(text, runEnd)
  // With no end for all of its marks, some of them may be the beginning of the language.
  const longest = longestFence(s, mark, bodyStart)
  const openEnd = start + Math.min(runEnd - start, longest)
  if (openEnd - start < 3) return false
  const info = fenceInfo(s, openEnd, bodyStart)
  const close = info === null ? -1 : closingFence(s, mark, openEnd - start, bodyStart)
  if (close < 0 || info === null) return false
  const { language, attributes } = info
  const el = s.add('codeblock', text.slice(bodyStart, close))
  const own = infoOf(el)
  own.fenced = true
  if (language !== '') {
    own.lang = language
    const question = language.indexOf('?')
    addClass(el, `language-${question >= 0 ? language.slice(0, question) : language}`)
  }
  for (const [name, value] of attributes ?? [])
    if (name === 'class') addClass(el, value)
    else setAttr(el, name, value)
  s.pos = nextLine(text, close)
  return true
}

interface FenceInfo {
  readonly language: string
  readonly attributes?: ReadonlyMap<string, string>
}

/** The language after a fence, and what the words behind it say; null when what stands there makes it no fence. */
function fenceInfo(s: BlockState, from: number, lineEnd: number): FenceInfo | null {
  const { text } = s
  let i = from
  while (i < lineEnd && isSpace(codeAt(text, i))) i++
  if (i >= lineEnd) return { language: '' }
  const end = trimmedEnd(text, i, lineEnd)
  let gap = i
  while (gap < end && !isSpace(codeAt(text, gap))) gap++
  const { fenceWords } = s.doc.settings
  if (gap === end && (fenceWords === undefined || codeAt(text, i) !== LBRACE))
    return { language: text.slice(i, end) }
  // A second backtick is that of a code span: text on one line.
  if (fenceWords === undefined || text.slice(i, end).includes('`')) return null
  const named = isWord(codeAt(text, i)) && !text.slice(i, gap).includes('=')
  const attributes = fenceWords(text.slice(named ? gap : i, end))
  if (attributes === undefined) return gap === end ? { language: text.slice(i, end) } : null
  return { language: named ? text.slice(i, gap) : '', attributes }
}
