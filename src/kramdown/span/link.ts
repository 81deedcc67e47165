/** Links and images: `[text](address "title")`, `[text][id]`, `[id]`, and with `!` in front. */
import { applyTo } from '../attribute-list.ts'
import { normalLinkId } from '../block/definitions.ts'
import { APOS, CARET, codeAt, isSpace, LBRACKET, LPAREN, LT, QUOTE, RPAREN, strip } from '../chars.ts'
import type { LinkDefinition } from '../document.ts'
import { Element, NONE } from '../element.ts'
import type { SpanState, Stop } from '../span-state.ts'
import { LINK, MAX_SPAN_DEPTH } from '../span-state.ts'
import { unescapeText } from './escape.ts'

/** What follows the closing bracket of a link that is one. */
interface Target {
  readonly url: string
  readonly title: string | null
  readonly def: LinkDefinition | null
  readonly end: number
}

export function link(s: SpanState, i: number, image: boolean): number {
  const { text } = s
  const open = image ? i + 1 : i
  const start = open + 1
  if (start >= text.length || codeAt(text, start) === CARET) return 0
  if ((!image && (s.mask & LINK) !== 0) || s.depth >= MAX_SPAN_DEPTH) return s.keep(start)
  const key = open * 8 + (image ? s.mask : s.mask | LINK)
  const known = s.brackets?.get(key)
  if (known !== undefined && (known < 0 || !target(s, open, known))) return s.keep(start)
  if (s.finder.from(']', start) < 0) return s.keep(start)

  const stop: Stop = { kind: 'bracket', mark: 0, length: 0, name: '', exact: false, open: [open] }
  const el = new Element(image ? 'img' : 'a', '')
  const { mask, from, barrier } = s
  if (!image) s.mask = mask | LINK
  s.pos = start
  s.depth++
  s.attempts++
  const found = s.readSpans(s, el, stop)
  s.attempts--
  s.depth--
  s.mask = mask
  s.from = from
  const close = s.pos
  const to = found ? target(s, open, close) : null
  if (!to) {
    s.barrier = barrier
    if (!found) for (const at of stop.open) noteBracket(s, at, image ? mask : mask | LINK, -1)
    else {
      noteBracket(s, open, image ? mask : mask | LINK, close)
      const next = codeAt(text, close + 1)
      if (next !== LPAREN && close - open <= LONGEST_ID)
        s.warn(`No link definition for link ID '${idAfter(s, open, close).id}' found on line ${s.line(i)}`)
    }
    return s.keep(start)
  }
  finish(s, el, to, image ? unescapeText(text.slice(start, close)) : '')
  return s.push(el, i, to.end)
}

/** Remembers where the bracket at `open` closes when read in the state `mask`. */
export function noteBracket(s: SpanState, open: number, mask: number, close: number): void {
  s.brackets ??= new Map()
  s.brackets.set(open * 8 + mask, close)
}

function finish(s: SpanState, el: Element, to: Target, alt: string): void {
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

/** The id a reference names: `[text][id]`, `[id][]` or `[id]`. */
function idAfter(s: SpanState, open: number, close: number): { id: string; end: number } {
  const { text } = s
  let i = close + 1
  while (isSpace(codeAt(text, i))) i++
  if (codeAt(text, i) === LBRACKET) {
    const end = s.finder.from(']', i + 1)
    if (end > 0)
      return {
        id: normalLinkId(end > i + 1 ? text.slice(i + 1, end) : unescapeText(text.slice(open + 1, close))),
        end: end + 1,
      }
  }
  return { id: normalLinkId(unescapeText(text.slice(open + 1, close))), end: close + 1 }
}

/** An id longer than any defined one is not looked up: nested brackets would cost their length each. */
const LONGEST_ID = 1000

function tooLong(s: SpanState, open: number, close: number): boolean {
  if (close - open <= LONGEST_ID) return false
  for (const id of s.doc.linkDefs.keys()) if (id.length > LONGEST_ID) return false
  // Only white space could make it shorter.
  let length = 0
  for (let i = open + 1; i < close; i++) {
    if (!isSpace(codeAt(s.text, i)) && ++length > 2 * LONGEST_ID) return true
  }
  return false
}

/** Where the link with the text between `open` and `close` leads; null when it is none. */
function target(s: SpanState, open: number, close: number): Target | null {
  const { text, doc } = s
  if (codeAt(text, close + 1) !== LPAREN) {
    if (doc.linkDefs.size === 0 || tooLong(s, open, close)) return null
    const { id, end } = idAfter(s, open, close)
    const def = doc.linkDefs.get(id)
    return def ? { url: def.url, title: def.title, def, end } : null
  }
  const i = close + 2
  if (codeAt(text, i) === LT) {
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
