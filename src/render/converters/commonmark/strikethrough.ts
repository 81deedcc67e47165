/** GitHub's struck text: one or two tildes on either side, as many before as behind. */
import { flanks } from './flanks.ts'
import { eachDelimiters, type InlineRule, type InlineState } from './tokens.ts'

const TILDE = 0x7e
/** Codes above all characters, so that one tilde does not end two. */
const MARKERS = [0, 0x110001, 0x110002] as const

export const tildes: InlineRule = (state, silent) => {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false
  const { can_open, can_close, length } = state.scanDelims(state.pos, true)
  const marker = MARKERS[length]
  const token = state.push('text', '', 0)
  token.content = '~'.repeat(length)
  state.pos += length
  if (marker !== undefined)
    state.delimiters.push({
      marker,
      length: 1,
      token: state.tokens.length - 1,
      end: -1,
      open: can_open,
      close: can_close,
    })
  return true
}

export function strike(state: InlineState): boolean {
  eachDelimiters(state, (delimiters) => {
    for (const { marker, end, token } of delimiters) {
      if (marker <= 0x110000 || end === -1) continue
      setTag(state, token, 's_open')
      setTag(state, delimiters[end]?.token ?? -1, 's_close')
    }
  })
  return false
}

function setTag({ tokens }: InlineState, index: number, type: string): void {
  const token = tokens[index]
  if (token === undefined) return
  token.type = type
  token.tag = 'del'
  token.content = ''
}

interface Scanned {
  can_open: boolean
  can_close: boolean
  length: number
}

interface StateClass {
  new (
    ...parts: readonly never[]
  ): {
    readonly src: string
    readonly posMax: number
    scanDelims(start: number, canSplitWord: boolean): Scanned
  }
}

/**
 * `base` with cmark-gfm's idea of what stands beside a delimiter: tildes are looked through, as they are delimiters
 * that may vanish.
 */
export function withTildesSkipped(base: StateClass): StateClass {
  return class extends base {
    override scanDelims(start: number, canSplitWord: boolean): Scanned {
      const { src, posMax } = this
      let end = start
      while (end < posMax && src[end] === src[start]) end++
      const { opens, closes, markBefore, markAfter } = flanks(src, start, end, posMax, true)
      return {
        can_open: opens && (canSplitWord || !closes || markBefore),
        can_close: closes && (canSplitWord || !opens || markAfter),
        length: end - start,
      }
    }
  }
}
