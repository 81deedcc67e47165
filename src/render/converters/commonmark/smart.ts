/** cmark's SMART: curly quotes that pair as emphasis does, dashes by their number, three dots. */
import { flanks } from './flanks.ts'
import { eachDelimiters, type InlineRule, type InlineState } from './tokens.ts'

const DOUBLE = 0x22
const SINGLE = 0x27

/** A quote is a delimiter, each for itself; what it becomes is known when all are paired. */
export function quoteRule(skipTildes: boolean): InlineRule {
  return (state, silent) => {
    const { src, pos, posMax } = state
    const code = src.charCodeAt(pos)
    if (silent || (code !== DOUBLE && code !== SINGLE)) return false
    const { opens, closes } = flanks(src, pos, pos + 1, posMax, skipTildes)
    const before = pos > 0 ? src[pos - 1] : ''
    const token = state.push('text', '', 0)
    token.content = code === SINGLE ? '\u2019' : '\u201c'
    state.delimiters.push({
      marker: code,
      length: 1,
      token: state.tokens.length - 1,
      end: -1,
      open: opens && !closes && before !== ']' && before !== ')',
      close: closes,
    })
    state.pos++
    return true
  }
}

/** The shapes of paired quotes, and of a double one that only ends. */
export function pairQuotes(state: InlineState): boolean {
  eachDelimiters(state, (delimiters) => {
    const ended = new Set<number>()
    for (const { marker, end, token } of delimiters) {
      if ((marker !== DOUBLE && marker !== SINGLE) || end === -1) continue
      ended.add(end)
      setText(state, token, marker === SINGLE ? '\u2018' : '\u201c')
      setText(state, delimiters[end]?.token ?? -1, marker === SINGLE ? '\u2019' : '\u201d')
    }
    for (const [index, { marker, token, close }] of delimiters.entries())
      if (marker === DOUBLE && close && !ended.has(index)) setText(state, token, '\u201d')
  })
  return false
}

function setText({ tokens }: InlineState, index: number, text: string): void {
  const token = tokens[index]
  if (token !== undefined) token.content = text
}

/** `--`, `---`: as few en dashes as the number of hyphens lets; `...` an ellipsis. */
export const dashesAndDots: InlineRule = (state, silent) => {
  const { src, pos } = state
  if (silent) return false
  if (src.startsWith('...', pos)) {
    state.pending += '\u2026'
    state.pos += 3
    return true
  }
  if (src[pos] !== '-') return false
  let end = pos
  while (src[end] === '-' && end < state.posMax) end++
  const count = end - pos
  state.pending += count === 1 ? '-' : dashes(count)
  state.pos = end
  return true
}

function dashes(count: number): string {
  let ems = 0
  let ens = 0
  if (count % 3 === 0) ems = count / 3
  else if (count % 2 === 0) ens = count / 2
  else if (count % 3 === 2) {
    ens = 1
    ems = (count - 2) / 3
  } else {
    ens = 2
    ems = (count - 4) / 3
  }
  return '\u2014'.repeat(ems) + '\u2013'.repeat(ens)
}
