/**
 * The span pass: one walk over a text, from one character that can begin something to the next.
 */
import * as c from './chars.ts'
import type { Element } from './element.ts'
import { nextMark } from './next-mark.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { stuck } from './rules.ts'
import { endsEmphasis } from './span/emphasis.ts'
import { closingTagEnd } from './span/html.ts'
import { knownClose, noteBracket } from './span/link.ts'
import type { SpanDispatch, SpanPass, Stop } from './span-state.ts'
import { SpanState } from './span-state.ts'

/** The span pass over the texts of a document, with these rules. */
export function spanPass(doc: ParsedDocument, dispatch: SpanDispatch): SpanPass {
  return { doc, dispatch, readSpans: run, readApart, linkIdLengths: null }
}

/** Is there nothing in `text` that the span pass would change, and nothing to escape? */
export function isPlainText({ doc, dispatch }: SpanPass, text: string): boolean {
  return !dispatch.beginsSomething.test(text) && !doc.settings.removeLineBreaksForCjk
}

/** Reads the spans of `text` into `el`; `breaks`: GFM's line breaks count. */
export function readSpans(
  pass: SpanPass,
  el: Element,
  text: string,
  firstLine: number,
  breaks: boolean,
): void {
  const s = new SpanState(pass, text, el, firstLine)
  s.noBreaks = !breaks
  run(s, el, null)
}

/** Reads only code spans and HTML: what a table needs to know where its bars are. */
export function readCodeSpans(pass: SpanPass, el: Element, text: string, firstLine: number): void {
  const s = new SpanState(pass, text, el, firstLine)
  s.codeOnly = true
  s.attempts = 1
  run(s, el, null)
}

function readApart(s: SpanState, el: Element, text: string): void {
  const own = new SpanState(s.pass, text, el, s.firstLine)
  own.noBreaks = true
  own.depth = s.depth + 1
  own.attempts = s.attempts
  run(own, el, null)
}

function run(s: SpanState, el: Element, stop: Stop | null): boolean {
  const { text } = s
  const { rules, rawRules, codeRules } = s.pass.dispatch
  const table = s.rawHtml ? rawRules : s.codeOnly ? codeRules : rules
  const end = text.length
  const outer = s.el
  s.el = el
  let i = s.pos
  s.from = i
  s.barrier = i
  let visited: number[] | null = null
  let found = false
  for (;;) {
    i = nextMark(s, i)
    if (i === end) break
    const ch = text.charCodeAt(i)
    if (stop !== null) {
      if (stop.kind === 'emphasis') {
        if (ch === stop.mark) {
          const empty = el.children.length === 0 && i === s.from
          if (endsEmphasis(text, i, stop.mark, stop.length, empty)) {
            found = true
            break
          }
          if (!empty) {
            if (s.failed !== null && (s.failed[i]! & stateBit(s, stop)) !== 0) {
              visited ??= []
              break
            }
            ;(visited ??= []).push(i)
          }
        }
      } else if (stopsHere(s, stop, i, ch)) {
        found = true
        break
      } else if (stop.open.length === 1 && stop.open[0] === -1) break
    }
    // Marks are characters of ASCII.
    const tried = table[ch]!
    let to = 0
    for (let k = 0; k < tried.length; k++) {
      to = tried[k]!.rule(s, i, ch)
      if (to === 0) continue
      if (to <= i) throw stuck(tried[k]!, i)
      break
    }
    if (to === 0) {
      if (ch === c.LT || ch === c.AMP || ch === c.GT) s.lastMarkup = i
      i++
    } else {
      if (stop !== null && stop.kind === 'bracket' && ch === c.BANG && imageMade(s)) stop.open.pop()
      // kramdown counts an emoji as an image without brackets: the link is none.
      else if (stop !== null && stop.kind === 'bracket' && ch === c.COLON) stop.open = GIVEN_UP
      i = to
    }
  }
  if (found) {
    s.flush(i)
    dropLastBreak(el)
  } else if (stop === null || stop.kind === 'tag') {
    s.flush(end)
    dropLastBreak(el)
  } else if (visited) {
    const failed = (s.failed ??= new Int32Array(text.length))
    const bit = stateBit(s, stop)
    for (const at of visited) failed[at]! |= bit
  }
  s.pos = i
  s.el = outer
  return found
}

/** A backslash before the last line feed of an element makes no line break, but it goes. */
function dropLastBreak(el: Element): void {
  const { children } = el
  const n = children.length - 2
  if (n >= 0 && children[n]!.type === 'br' && children[n]!.value !== '' && children[n + 1]!.value === '\n')
    children.splice(n, 1)
}

/** Was the last thing added an image? Asked just after a rule ran on `![`. */
function imageMade(s: SpanState): boolean {
  const last = s.el.children[s.el.children.length - 1]
  return last?.type === 'img' && s.from === s.barrier
}

/** The state an emphasis is read in, as one bit. */
function stateBit(s: SpanState, stop: Stop): number {
  return 1 << ((s.mask & 7) * 4 + (stop.mark === c.STAR ? 2 : 0) + (stop.length === 2 ? 1 : 0))
}

function stopsHere(s: SpanState, stop: Stop, i: number, ch: number): boolean {
  switch (stop.kind) {
    case 'tag':
      return ch === c.LT && closingTagEnd(s.text, i, stop) > 0
    default:
      return bracketHere(s, stop, i, ch)
  }
}

/** Counts brackets in the text of a link. */
function bracketHere(s: SpanState, stop: Stop, i: number, ch: number): boolean {
  const { open } = stop
  if (open === GIVEN_UP) return false
  if (ch === c.RBRACKET) {
    const at = open.pop()!
    if (open.length === 0) {
      open.push(at)
      return true
    }
    noteBracket(s, at, s.mask, i)
  } else if (ch === c.LBRACKET || (ch === c.BANG && c.codeAt(s.text, i + 1) === c.LBRACKET)) {
    const at = ch === c.LBRACKET ? i : i + 1
    // A bracket inside that is known to stay open keeps this one open as well.
    if (knownClose(s, at, s.mask) === -1) {
      for (const k of open) noteBracket(s, k, s.mask, -1)
      stop.open = GIVEN_UP
      return false
    }
    open.push(at)
  }
  return false
}

const GIVEN_UP: number[] = [-1]
