/** Links and images: `[text](address "title")`, `[text][id]`, `[id]`, and with `!` in front. */
import { applyTo } from '../attribute-list.ts'
import { normalLinkId } from '../block/definitions.ts'
import {
  APOS,
  BACKSLASH,
  BANG,
  CARET,
  codeAt,
  isSpace,
  LBRACKET,
  LPAREN,
  LT,
  QUOTE,
  RBRACKET,
  RPAREN,
  strip,
} from '../chars.ts'
import { Element, NONE } from '../element.ts'
import { nextMark } from '../next-mark.ts'
import type { LinkDefinition } from '../parsed-document.ts'
import type { SpanState, Stop } from '../span-state.ts'
import { LINK, MAX_SPAN_DEPTH } from '../span-state.ts'
import { isEscape, unescapeText } from './escape.ts'

/** What follows the closing bracket of a link that is one. */
interface Target {
  readonly url: string
  readonly title: string | null
  readonly def: LinkDefinition | null
  readonly end: number
}

export function link(s: SpanState, i: number, ch: number): number {
  const { text } = s
  const image = ch === BANG
  if (image && codeAt(text, i + 1) !== LBRACKET) return 0
  const open = image ? i + 1 : i
  const start = open + 1
  if (start >= text.length || codeAt(text, start) === CARET) return 0
  if ((!image && (s.mask & LINK) !== 0) || s.depth >= MAX_SPAN_DEPTH) return s.keep(start)
  const known = knownClose(s, open, s.mask | LINK)
  if (known !== 0 && (known < 0 || !target(s, open, known))) {
    if (s.warns && known > 0 && codeAt(text, known + 1) !== LPAREN)
      warnUndefined(s, i, idRange(s, open, known))
    return s.keep(start)
  }
  const el = new Element(image ? 'img' : 'a', '')
  // Mostly there are only words up to the closing bracket.
  const near = nextMark(s, start)
  if (codeAt(text, near) === RBRACKET) {
    if (near > start) s.addTo(el, start, near)
    return finished(s, i, open, near, el)
  }
  if (near >= text.length || s.finder.from(']', near) < 0) return s.keep(start)

  const stop: Stop = { kind: 'bracket', mark: 0, length: 0, name: '', exact: false, open: [open] }
  const { mask, from, barrier } = s
  // Neither in a link nor in an image stands a link.
  s.mask = mask | LINK
  s.pos = start
  s.depth++
  s.attempts++
  const found = s.pass.readSpans(s, el, stop)
  s.attempts--
  s.depth--
  s.mask = mask
  s.from = from
  s.barrier = barrier
  if (found) return finished(s, i, open, s.pos, el)
  for (const at of stop.open) noteBracket(s, at, mask | LINK, -1)
  return s.keep(start)
}

/** What the link or image `el` comes to, whose text is read and ends at `close`. */
function finished(s: SpanState, i: number, open: number, close: number, el: Element): number {
  const image = el.type === 'img'
  const to = target(s, open, close)
  if (to !== null) {
    finish(s, el, to, image ? unescapeText(s.text.slice(open + 1, close)) : '')
    return s.push(el, i, to.end)
  }
  noteBracket(s, open, s.mask | LINK, close)
  if (s.warns && codeAt(s.text, close + 1) !== LPAREN) warnUndefined(s, i, idRange(s, open, close))
  return s.keep(open + 1)
}

/** Remembers where the bracket at `open` closes when read in the state `mask`. */
export function noteBracket(s: SpanState, open: number, mask: number, close: number): void {
  const states = (s.brackets ??= [])
  const known = (states[mask] ??= new Int32Array(s.text.length))
  known[open] = close
}

/** Where the bracket at `open` closes when read in the state `mask`: -1 for never, 0 when that is not known. */
export function knownClose(s: SpanState, open: number, mask: number): number {
  return s.brackets?.[mask]?.[open] ?? 0
}

function finish(s: SpanState, el: Element, to: Target, alt: string): void {
  if (el.type === 'a' && to.title === null && to.def === null) {
    // An address alone needs no list of attributes.
    el.value = to.url
    return
  }
  const attr = new Map<string, string | null>()
  const defined = to.def?.el
  if (defined) {
    const ial = s.doc.ials.get(defined)
    if (ial) applyTo(s.doc, attr, ial)
  }
  if (el.type === 'a') attr.set('href', to.url)
  else {
    attr.set('src', to.url)
    attr.set('alt', alt)
    el.children = NONE
  }
  if (to.title !== null) attr.set('title', to.title)
  el.attr = attr
}

/** Where the id of a reference stands: `[text][id]`, `[id][]` or `[id]`. */
interface IdRange {
  readonly from: number
  readonly to: number
  /** it is the text of the link, in which backslashes protect characters */
  readonly isText: boolean
  /** offset after the reference */
  readonly end: number
}

function idRange(s: SpanState, open: number, close: number): IdRange {
  const { text } = s
  let i = close + 1
  while (isSpace(codeAt(text, i))) i++
  const end = codeAt(text, i) === LBRACKET ? s.finder.from(']', i + 1) : -1
  if (end > i + 1) return { from: i + 1, to: end, isText: false, end: end + 1 }
  return { from: open + 1, to: close, isText: true, end: end > 0 ? end + 1 : close + 1 }
}

function idIn(s: SpanState, { from, to, isText }: IdRange): string {
  const written = s.text.slice(from, to)
  return normalLinkId(isText ? unescapeText(written) : written)
}

/** No id longer than this is named in a warning. */
const LONGEST_ID = 1000

function warnUndefined(s: SpanState, i: number, range: IdRange): void {
  if (range.to - range.from > LONGEST_ID) return
  s.warn(
    `No link definition for link ID '${idIn(s, range)}' found on line ${s.line(range.isText && s.text.charCodeAt(range.end - 2) !== LBRACKET ? i : range.end - 1)}`,
  )
}

/** Ids up to this length are looked up at once. */
const SHORT_ID = 64

/**
 * The definition a reference names. Where none is as long as the id would be, it is not looked up: each of many nested
 * brackets would cost its length.
 */
function definition(s: SpanState, range: IdRange): LinkDefinition | undefined {
  if (range.to - range.from > SHORT_ID) {
    const offsets = range.isText
      ? (s.textOffsets ??= idOffsets(s.text, true))
      : (s.idOffsets ??= idOffsets(s.text, false))
    if (!linkIdLengths(s).has(offsets[range.to]! - offsets[range.from]!)) return undefined
  }
  return s.doc.linkDefs.get(idIn(s, range))
}

function linkIdLengths(s: SpanState): ReadonlySet<number> {
  return (s.pass.linkIdLengths ??= new Set(Array.from(s.doc.linkDefs.keys(), (id) => id.length)))
}

/** For each offset of `text`, how long all before it is as an id: white space as one space, perhaps without escapes. */
function idOffsets(text: string, isText: boolean): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    offsets[i] = at
    const c = text.charCodeAt(i)
    if (isSpace(c)) {
      if (!isSpace(codeAt(text, i + 1))) at++
    } else if (isText && c === BACKSLASH && isEscape(text, i)) {
      // The backslash goes, and what it protects is not an escape itself.
      offsets[++i] = at++
    } else at += c === CAPITAL_I_WITH_DOT ? 2 : 1
  }
  offsets[text.length] = at
  return offsets
}

/** The one letter that is two in lower case. */
const CAPITAL_I_WITH_DOT = 0x130

/** An address without white space and parentheses, and what ends it. */
const ADDRESS = /[^() \t\n\v\f\r]*\)/y

/** Where the link with the text between `open` and `close` leads; null when it is none. */
function target(s: SpanState, open: number, close: number): Target | null {
  const { text, doc } = s
  if (codeAt(text, close + 1) !== LPAREN) {
    if (doc.linkDefs.size === 0) return null
    const range = idRange(s, open, close)
    const def = definition(s, range)
    return def ? { url: def.url, title: def.title, def, end: range.end } : null
  }
  const i = close + 2
  // Mostly there is an address alone.
  const angled = codeAt(text, i) === LT
  ADDRESS.lastIndex = i
  if (!angled && ADDRESS.test(text)) {
    const end = ADDRESS.lastIndex
    return { url: text.slice(i, end - 1), title: null, def: null, end }
  }
  if (angled) {
    const angle = s.finder.from('>', i)
    const line = s.finder.from('\n', i)
    if (angle > 0 && (line < 0 || angle < line)) {
      const url = text.slice(i + 1, angle)
      if (codeAt(text, angle + 1) === RPAREN) return { url, title: null, def: null, end: angle + 2 }
      return withTitle(s, url, angle + 1)
    }
  }
  return inlineTarget(s, close + 1)
}

/** `(address)` or `(address "title")` from the parenthesis at `start` on. */
function inlineTarget(s: SpanState, start: number): Target | null {
  const { text } = s
  if (s.finder.from(')', start) < 0) return null
  let depth = 0
  let i = start
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === LPAREN) depth++
    else if (c === RPAREN) {
      if (--depth === 0) return { url: strip(text.slice(start + 1, i)), title: null, def: null, end: i + 1 }
    } else if (isSpace(c)) {
      const next = codeAt(text, i + 1)
      if (next === QUOTE || next === APOS) return withTitle(s, strip(text.slice(start + 1, i)), i)
    }
  }
  return null
}

/** A title in quotes from `i` on (after white space), then the parenthesis that ends the link. */
function withTitle(s: SpanState, url: string, i: number): Target | null {
  const { text } = s
  let q = i
  while (isSpace(codeAt(text, q))) q++
  const quote = codeAt(text, q)
  if (quote !== QUOTE && quote !== APOS) return null
  const mark = quote === QUOTE ? '"' : "'"
  for (let close = s.finder.from(mark, q + 2); close > 0; close = s.finder.from(mark, close + 1)) {
    let end = close + 1
    while (isSpace(codeAt(text, end))) end++
    if (codeAt(text, end) === RPAREN) return { url, title: text.slice(q + 1, close), def: null, end: end + 1 }
  }
  return null
}
