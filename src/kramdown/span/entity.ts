/** `&name;`, `&#123;` and `&#x1F;`. */
import {
  AMP,
  CAPITAL_A,
  CAPITAL_F,
  COLON,
  codeAt,
  DASH,
  DOT,
  HASH,
  isDigit,
  isWord,
  SEMICOLON,
  SMALL_A,
  SMALL_F,
  SMALL_X,
} from '../chars.ts'
import { Element } from '../element.ts'
import type { Entities } from '../entities.ts'
import type { SpanState } from '../span-state.ts'

/** The longest entity that counts; longer runs are text. */
const LONGEST = 64

/** An entity's element: `value` is its code point, the rest is what was written. */
export function entityElement(code: number, written: string): Element {
  const el = new Element('entity', written)
  el.line = code
  return el
}

export function entity(s: SpanState, i: number): number {
  const { text } = s
  const found = readEntity(text, i, s.doc.settings.rules.entities)
  if (!found) return 0
  if (found.code < 0) {
    // A name nobody knows: the `&` prints as one, the rest is text no other rule looks at.
    s.push(entityElement(AMP, ''), i, i + 1)
    return s.keep(found.end)
  }
  return s.push(entityElement(found.code, text.slice(i, found.end)), i, found.end)
}

/** The entity at `i` (which holds `&`): code -1 for a name nobody knows; null when it is not an entity at all. */
export function readEntity(
  text: string,
  i: number,
  { codes }: Entities,
): { code: number; end: number } | null {
  let j = i + 1
  if (codeAt(text, j) === HASH) {
    const hex = codeAt(text, j + 1) === SMALL_X
    j += hex ? 2 : 1
    const start = j
    if (hex) while (isHex(codeAt(text, j))) j++
    else while (isDigit(codeAt(text, j))) j++
    if (j === start || codeAt(text, j) !== SEMICOLON || j - start > LONGEST) return null
    const code = Number.parseInt(text.slice(start, j), hex ? 16 : 10)
    return { code: code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? code : -1, end: j + 1 }
  }
  const start = j
  while (
    j - start <= LONGEST &&
    (isWord(codeAt(text, j)) ||
      (j > start && (codeAt(text, j) === DASH || codeAt(text, j) === DOT || codeAt(text, j) === COLON)))
  )
    j++
  if (j === start || codeAt(text, j) !== SEMICOLON) return null
  return { code: codes.get(text.slice(start, j)) ?? -1, end: j + 1 }
}

function isHex(c: number): boolean {
  return isDigit(c) || (c >= CAPITAL_A && c <= CAPITAL_F) || (c >= SMALL_A && c <= SMALL_F)
}
