/**
 * Attribute lists: the inside of `{: .class #id key="value" reference}`.
 *
 * A part counts only with white space (or the ends) around it; kramdown skips what is not part of the syntax. In quoted
 * values a backslash protects `}` and the quote.
 */
import {
  APOS,
  BACKSLASH,
  codeAt,
  DOT,
  EQ,
  HASH,
  isAsciiAlpha,
  isNameChar,
  isSpace,
  isWord,
  QUOTE,
  RBRACE,
  strip,
} from './chars.ts'
import type { AttributeList, Element } from './element.ts'
import type { ParsedDocument } from './parsed-document.ts'

export function newAttributeList(): AttributeList {
  return { refs: [], attr: new Map(), setsClass: false }
}

function appendClass(attr: Map<string, string | null>, name: string): void {
  const old = attr.get('class')
  attr.set('class', old ? `${old} ${name}` : name)
}

/** Reads `text` into `list`. Returns false when nothing in it was valid. */
export function readAttributeList(text: string, list: AttributeList): boolean {
  const end = text.length
  let found = false
  let i = 0
  while (i < end) {
    while (i < end && isSpace(codeAt(text, i))) i++
    if (i >= end) break
    const after = readPart(text, i, list)
    if (after > 0) {
      found = true
      i = after
    } else {
      // No part starts here; the next one needs white space before it.
      while (i < end && !isSpace(codeAt(text, i))) i++
    }
  }
  return found
}

function atGap(text: string, i: number): boolean {
  return i >= text.length || isSpace(codeAt(text, i))
}

/** One part at `i`: returns the offset after it, or 0. */
function readPart(text: string, i: number, list: AttributeList): number {
  const c = codeAt(text, i)
  if (c === HASH || c === DOT) return readIdsAndClasses(text, i, list)
  if (!isWord(c)) return 0
  let j = i + 1
  while (isNameChar(codeAt(text, j))) j++
  const name = text.slice(i, j)
  // A name with a colon in it is not a name of an attribute.
  if (codeAt(text, j) === EQ && !name.includes(':')) {
    const quote = codeAt(text, j + 1)
    if (quote === QUOTE || quote === APOS) {
      const close = closingQuote(text, j + 2, quote)
      if (close > 0 && atGap(text, close + 1)) {
        const value = unescapeValue(text.slice(j + 2, close), quote)
        if (name === 'class') list.setsClass = true
        list.attr.set(name, strip(value))
        return close + 1
      }
    }
  }
  if (!atGap(text, j)) return 0
  list.refs.push(name)
  return j
}

/** The first quote from `from` on with a gap after it; braces only with a backslash. 0 when there is none. */
function closingQuote(text: string, from: number, quote: number): number {
  for (let i = from; i < text.length; i++) {
    const c = codeAt(text, i)
    if (c === quote && codeAt(text, i - 1) !== BACKSLASH && atGap(text, i + 1)) return i
    if (c === RBRACE && codeAt(text, i - 1) !== BACKSLASH) return 0
  }
  return 0
}

function unescapeValue(value: string, quote: number): string {
  if (!value.includes('\\')) return value
  const q = String.fromCharCode(quote)
  return value.replaceAll('\\}', '}').replaceAll(`\\${q}`, q)
}

/** `#id.class.class`: ids start with a letter, classes are anything without white space, `.` and `#`. */
function readIdsAndClasses(text: string, from: number, list: AttributeList): number {
  const parts: [string, boolean][] = []
  let i = from
  while (i < text.length) {
    const c = codeAt(text, i)
    let j = i + 1
    if (c === HASH) {
      if (!isAsciiAlpha(codeAt(text, j))) return 0
      while (isNameChar(codeAt(text, j))) j++
      parts.push([text.slice(i + 1, j), true])
    } else if (c === DOT) {
      while (
        j < text.length &&
        !isSpace(codeAt(text, j)) &&
        codeAt(text, j) !== DOT &&
        codeAt(text, j) !== HASH
      )
        j++
      if (j === i + 1) return 0
      parts.push([text.slice(i + 1, j), false])
    } else break
    i = j
  }
  if (!atGap(text, i)) return 0
  for (const [name, isId] of parts) {
    if (isId) list.attr.set('id', name)
    else appendClass(list.attr, name)
  }
  return i
}

/** Adds `from` to `into` as if it had been written after it: `.name` adds to the class, everything else replaces. */
export function mergeAttributeLists(into: AttributeList, from: AttributeList): void {
  into.refs.push(...from.refs)
  for (const [name, value] of from.attr) {
    if (name === 'class' && !from.setsClass) appendClass(into.attr, value ?? '')
    else into.attr.set(name, value)
  }
  if (from.setsClass) into.setsClass = true
}

/** How many lists one element may gather, and how deep they may refer: lists of lists of lists grow without end. */
const MOST_LISTS = 1000
const DEEPEST = 100

/**
 * Applies a list to an element: first the lists it refers to (and theirs), then its own parts. References nobody
 * defined are ignored; one that leads back to itself is not followed.
 */
export function applyAttributeList(doc: ParsedDocument, el: Element, list: AttributeList): void {
  el.attr ??= new Map()
  applyTo(doc, el.attr, list)
  if (el.attr.size === 0) el.attr = null
}

/** The same for a bare attribute map. */
export function applyTo(doc: ParsedDocument, attr: Map<string, string | null>, list: AttributeList): void {
  const open = new Set<AttributeList>()
  let left = MOST_LISTS
  const apply = (one: AttributeList): void => {
    if (left-- <= 0 || open.size >= DEEPEST || open.has(one)) return
    open.add(one)
    for (const ref of one.refs) {
      const other = doc.attributeLists.get(ref)
      if (other) apply(other)
    }
    for (const [name, value] of one.attr) {
      if (name === 'class') appendClass(attr, value ?? '')
      else attr.set(name, value)
    }
    open.delete(one)
  }
  apply(list)
}
