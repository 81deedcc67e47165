/** `*em*`, `**strong**` and the same with underscores; `~~del~~` in GFM. */
import { charAt, charBefore, codeAt, DASH, isAlnum, isAlpha, isSpace, TILDE, UNDERSCORE } from '../chars.ts'
import { Element } from '../element.ts'
import { nextMark } from '../next-mark.ts'
import type { SpanState, Stop } from '../span-state.ts'
import { EM, MAX_SPAN_DEPTH, STRONG } from '../span-state.ts'

export function emphasis(s: SpanState, i: number, mark: number): number {
  const { text } = s
  const length = codeAt(text, i + 1) === mark ? 2 : 1
  const after = i + length
  const bit = length === 2 ? STRONG : EM
  if (
    after >= text.length ||
    isSpace(codeAt(text, after)) ||
    (s.mask & bit) !== 0 ||
    s.depth >= MAX_SPAN_DEPTH ||
    (mark === UNDERSCORE && insideWord(s, i))
  )
    return s.keep(after)
  const inEm = s.el.type === 'em'
  const end = attempt(s, i, mark, length)
  if (end > 0) return end
  if (length === 2 && !inEm) {
    const single = attempt(s, i, mark, 1)
    if (single > 0) return single
  }
  return s.keep(after)
}

/** An underscore after a letter is part of the word; one hyphen may come between, and more underscores (see the versions). */
function insideWord(s: SpanState, at: number): boolean {
  const { text } = s
  const i = s.doc.settings.rules.underscoresInWords ? runStart(s, at) : at
  const before = charBefore(text, i)
  if (before === '') return false
  if (codeAt(before, 0) === DASH) {
    if (s.doc.settings.rules.hyphenIsWord) return true
    const further = charBefore(text, i - 1)
    return further !== '' && isAlpha(further)
  }
  return isAlpha(before)
}

/** Where the run of underscores begins that goes on at `i`. The last one is remembered: a run is walked over once. */
function runStart(s: SpanState, i: number): number {
  if (i < s.runStart || i > s.runEnd) {
    let start = i
    while (start > 0 && start !== s.runEnd && codeAt(s.text, start - 1) === UNDERSCORE) start--
    if (start !== s.runEnd) s.runStart = start
    s.runEnd = i
  }
  return s.runStart
}

function attempt(s: SpanState, i: number, mark: number, length: number): number {
  const start = i + length
  const needle = mark === UNDERSCORE ? (length === 2 ? '__' : '_') : length === 2 ? '**' : '*'
  if (s.finder.from(needle, start + 1) < 0) return 0
  const el = new Element(length === 2 ? 'strong' : 'em', '')
  // Mostly there are only words up to the end.
  const near = nextMark(s, start)
  if (near > start && codeAt(s.text, near) === mark && endsEmphasis(s.text, near, mark, length, false)) {
    s.addTo(el, start, near)
    return s.push(el, i, near + length)
  }
  const stop: Stop = { kind: 'emphasis', mark, length, name: '', exact: false, open: NO_BRACKETS }
  const { mask, from, barrier } = s
  s.mask = mask | (length === 2 ? STRONG : EM)
  s.pos = start
  s.depth++
  s.attempts++
  const found = s.pass.readSpans(s, el, stop)
  s.attempts--
  s.depth--
  s.mask = mask
  s.from = from
  if (!found) {
    s.barrier = barrier
    return 0
  }
  return s.push(el, i, s.pos + length)
}

const NO_BRACKETS: number[] = []

/** Can an emphasis of `length` marks end at `i`? `empty`: nothing is in it yet. */
export function endsEmphasis(text: string, i: number, mark: number, length: number, empty: boolean): boolean {
  if (empty || isSpace(codeAt(text, i - 1))) return false
  if (length === 2) {
    if (codeAt(text, i + 1) !== mark) return false
  } else if (codeAt(text, i + 1) === mark && codeAt(text, i + 2) !== mark) return false
  return mark !== UNDERSCORE || i + length >= text.length || !isAlnum(charAt(text, i + length))
}

/** `~~text~~`, in GFM: no white space and no tilde just inside of the marks. The inside is read on its own. */
export function strikethrough(s: SpanState, i: number): number {
  const { text } = s
  if (codeAt(text, i + 1) !== TILDE) return 0
  const start = i + 2
  const next = codeAt(text, start)
  if (start >= text.length || isSpace(next) || next === TILDE || s.depth >= MAX_SPAN_DEPTH) return 0
  const close = closingTildes(s, start)
  if (close < 0) return 0
  const el = new Element('del', '')
  s.pass.readApart(s, el, text.slice(start, close))
  return s.push(el, i, close + 2)
}

/** The first `~~` from `start` on that has neither white space nor a tilde in front; -1 when there is none. */
function closingTildes(s: SpanState, start: number): number {
  const { text } = s
  const first = start + (s.doc.settings.rules.newerGfm ? 1 : 2)
  if (s.strikeEnd < first || s.strikeAsked > start) {
    s.strikeAsked = start
    let i = s.finder.from('~~', first)
    while (i >= 0 && (isSpace(codeAt(text, i - 1)) || codeAt(text, i - 1) === TILDE))
      i = s.finder.from('~~', i + 1)
    s.strikeEnd = i < 0 ? text.length : i
  }
  return s.strikeEnd >= text.length ? -1 : s.strikeEnd
}
