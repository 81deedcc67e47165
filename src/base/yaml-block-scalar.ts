/** YAML's block scalars, `|` and `>`. */
import { afterBreak, breakText, isBlank, isBreak, lineEnd, SPACE, TAB } from './yaml-chars.ts'
import { type ScannedScalar, YamlFailure } from './yaml-token.ts'

const BLOCK = 'while scanning a block scalar'

/** A block scalar from its `|` or `>` at `start`; `parentIndent` is the column of the block around it (-1: none). */
export function scanBlock(text: string, start: number, parentIndent: number): ScannedScalar {
  const header = blockHeader(text, start)
  const literal = text.charCodeAt(start) === 124
  let indent = header.increment === 0 ? 0 : Math.max(parentIndent, 0) + header.increment
  let at = header.end
  let lineStart = at
  let trailing = ''

  /** Skips empty lines into `trailing`; finds the indentation when it is not known yet. */
  const skipBreaks = (): void => {
    let widest = 0
    for (;;) {
      while ((indent === 0 || at - lineStart < indent) && text.charCodeAt(at) === SPACE) at++
      widest = Math.max(widest, at - lineStart)
      const code = text.charCodeAt(at)
      if ((indent === 0 || at - lineStart < indent) && code === TAB)
        throw new YamlFailure('found a tab character where an indentation space is expected', BLOCK, start)
      if (!isBreak(code)) break
      trailing += breakText(text, at)
      at = afterBreak(text, at)
      lineStart = at
    }
    if (indent === 0) indent = Math.max(widest, parentIndent + 1, 1)
  }

  let value = ''
  let leading = ''
  let afterBlank = false
  skipBreaks()
  while (at - lineStart === indent && at < text.length) {
    const blank = isBlank(text.charCodeAt(at))
    if (!literal && leading === '\n' && !afterBlank && !blank) value += trailing === '' ? ' ' : trailing
    else value += leading + trailing
    leading = ''
    trailing = ''
    afterBlank = blank
    const from = at
    at = lineEnd(text, at)
    value += text.slice(from, at)
    if (at >= text.length) break
    leading = breakText(text, at)
    at = afterBreak(text, at)
    lineStart = at
    skipBreaks()
  }
  if (header.chomp !== '-') value += leading
  if (header.chomp === '+') value += trailing
  return { text: value, end: at, leadingBlanks: true }
}

function blockHeader(text: string, start: number): { chomp: string; increment: number; end: number } {
  const [whole = '', chompFirst = '', digitAfter = '', digitFirst = '', chompAfter = ''] =
    /^(?:([-+])(\d?)|(\d)([-+]?))?/.exec(text.slice(start + 1, start + 3)) ?? []
  const digit = digitAfter + digitFirst
  if (digit === '0') throw new YamlFailure('found an indentation indicator equal to 0', BLOCK, start)
  let at = start + 1 + whole.length
  while (isBlank(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) === 35) at = lineEnd(text, at)
  if (at < text.length && !isBreak(text.charCodeAt(at)))
    throw new YamlFailure('did not find expected comment or line break', BLOCK, start)
  return {
    chomp: chompFirst + chompAfter,
    increment: Number(digit),
    end: at < text.length ? afterBreak(text, at) : at,
  }
}
