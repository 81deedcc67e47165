/** Reads one HTML tag out of a text. Hand-written, so that a tag that never ends costs no more than its length. */
import {
  APOS,
  COLON,
  charAt,
  codeAt,
  DASH,
  DOT,
  EQ,
  GT,
  isAlnum,
  isAlpha,
  isAsciiAlpha,
  isSpace,
  isWord,
  isWordChar,
  LAST_ASCII,
  QUOTE,
  SLASH,
  UNDERSCORE,
} from './chars.ts'
import type { HtmlElements } from './html-elements.ts'

/** Around text that is not HTML. */
export const CDATA = '<![CDATA['
export const CDATA_END = ']]>'

export interface OpeningTag {
  /** lower case for elements of HTML, as written for others */
  readonly name: string
  readonly attr: Map<string, string | null> | null
  /** written `<x />` */
  readonly closed: boolean
  /** offset after the `>` */
  readonly end: number
}

/** The offset after the name (perhaps with a prefix and a colon) that starts at `i`; `i` when none starts there. */
export function nameEnd(s: string, i: number): number {
  const end = partEnd(s, i)
  if (end === i || codeAt(s, end) !== COLON) return end
  const local = partEnd(s, end + 1)
  return local === end + 1 ? end : local
}

function partEnd(s: string, i: number): number {
  const c = codeAt(s, i)
  if (!(isAsciiAlpha(c) || c === UNDERSCORE || (c > LAST_ASCII && isAlpha(charAt(s, i))))) return i
  let j = i + (c > LAST_ASCII ? charAt(s, i).length : 1)
  for (;;) {
    const d = codeAt(s, j)
    if (isWord(d) || d === DASH || d === DOT) j++
    else if (d > LAST_ASCII && isAlnum(charAt(s, j))) j += charAt(s, j).length
    else return j
  }
}

/** The name of an element as it prints. */
function normalName(name: string, { known }: HtmlElements): string {
  if (known.has(name)) return name
  const lower = name.toLowerCase()
  return known.has(lower) ? lower : name
}

/** The opening tag at `i` (which holds `<`), or null. */
export function readOpeningTag(s: string, i: number, elements: HtmlElements): OpeningTag | null {
  const afterName = nameEnd(s, i + 1)
  if (afterName === i + 1) return null
  const written = s.slice(i + 1, afterName)
  const name = normalName(written, elements)
  const known = name !== written || elements.known.has(name)
  let attr: Map<string, string | null> | null = null
  let j = afterName
  for (;;) {
    let k = j
    while (isSpace(codeAt(s, k))) k++
    const c = codeAt(s, k)
    if (c === GT) return { name, attr, closed: false, end: k + 1 }
    if (c === SLASH && codeAt(s, k + 1) === GT) return { name, attr, closed: true, end: k + 2 }
    if (k === j) return null
    const keyEnd = nameEnd(s, k)
    if (keyEnd === k) return null
    const key = s.slice(k, keyEnd)
    let value: string | null = ''
    let v = keyEnd
    while (isSpace(codeAt(s, v))) v++
    if (codeAt(s, v) === EQ) {
      v++
      while (isSpace(codeAt(s, v))) v++
      const q = codeAt(s, v)
      if (q === QUOTE || q === APOS) {
        const close = s.indexOf(q === QUOTE ? '"' : "'", v + 1)
        if (close < 0) return null
        value = s.slice(v + 1, close)
        j = close + 1
      } else {
        if (!elements.unquotedValues) return null
        let w = v
        for (let ch = charAt(s, w); ch !== '' && isWordChar(ch); ch = charAt(s, w)) w += ch.length
        if (w === v) return null
        value = s.slice(v, w)
        j = w
      }
    } else j = keyEnd
    attr ??= new Map()
    attr.set(known ? key.toLowerCase() : key, value)
  }
}

interface ClosingTag {
  readonly name: string
  /** the name as it stands there */
  readonly written: string
  readonly end: number
}

/** The closing tag at `i` (which holds `<`), or null. */
export function readClosingTag(s: string, i: number, elements: HtmlElements): ClosingTag | null {
  if (codeAt(s, i + 1) !== SLASH) return null
  const afterName = nameEnd(s, i + 2)
  if (afterName === i + 2) return null
  let j = afterName
  while (isSpace(codeAt(s, j))) j++
  if (codeAt(s, j) !== GT) return null
  const written = s.slice(i + 2, afterName)
  return { name: normalName(written, elements), written, end: j + 1 }
}
