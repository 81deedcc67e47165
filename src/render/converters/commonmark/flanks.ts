/** Whether a run of delimiters can begin or end something, by what stands on either side of it. */

const TILDE = 0x7e
const SPACE = /\s/
const PUNCTUATION = /[\p{P}\p{S}]/u

interface Flanks {
  readonly opens: boolean
  readonly closes: boolean
  readonly markBefore: boolean
  readonly markAfter: boolean
}

/** CommonMark's rules for the run from `start` to `end`. @param skipTildes whether tildes beside it are looked through */
export function flanks(src: string, start: number, end: number, max: number, skipTildes: boolean): Flanks {
  let left = start - 1
  let right = end
  if (skipTildes) {
    while (left >= 0 && src.charCodeAt(left) === TILDE) left--
    while (right < max && src.charCodeAt(right) === TILDE) right++
  }
  const before = left < 0 ? ' ' : characterBefore(src, left)
  const after = right < max ? String.fromCodePoint(src.codePointAt(right) ?? 32) : ' '
  const spaceBefore = SPACE.test(before)
  const spaceAfter = SPACE.test(after)
  const markBefore = PUNCTUATION.test(before)
  const markAfter = PUNCTUATION.test(after)
  return {
    opens: !spaceAfter && !(markAfter && !spaceBefore && !markBefore),
    closes: !spaceBefore && !(markBefore && !spaceAfter && !markAfter),
    markBefore,
    markAfter,
  }
}

function characterBefore(src: string, at: number): string {
  const isTail = /[\udc00-\udfff]/.test(src[at] ?? '')
  return String.fromCodePoint(src.codePointAt(isTail && at > 0 ? at - 1 : at) ?? 32)
}
