/** `<https://example.org>` and `<name@example.org>`. */
import { AT, charAt, codeAt, DASH, DOT, GT, isAlnum, isWord, LAST_ASCII } from '../chars.ts'
import { Element } from '../element.ts'
import type { SpanState } from '../span-state.ts'

const SCHEME = /(?:mailto|https?|ftps?):/y

export function autolink(s: SpanState, i: number): number {
  const { text } = s
  SCHEME.lastIndex = i + 1
  if (SCHEME.test(text)) {
    const from = SCHEME.lastIndex
    SCHEME.lastIndex = 0
    const close = s.finder.from('>', from + 1)
    if (close < 0) return 0
    const line = s.finder.from('\n', i)
    if (line >= 0 && line < close) return 0
    return address(s, i, text.slice(i + 1, close), close + 1)
  }
  const end = mailEnd(text, i + 1, s.doc.settings.rules.shortHosts)
  return end > 0 ? address(s, i, text.slice(i + 1, end), end + 1) : 0
}

function isMailChar(text: string, i: number): boolean {
  const c = codeAt(text, i)
  return isWord(c) || c === DASH || (c > LAST_ASCII && isAlnum(charAt(text, i)))
}

/** The offset of the `>` after the mail address at `start`, or 0: a name, `@`, a host. */
function mailEnd(text: string, start: number, shortHosts: boolean): number {
  let i = start
  while (isMailChar(text, i) || codeAt(text, i) === DOT) i++
  if (i === start || codeAt(text, i) !== AT) return 0
  const host = i + 1
  i = host
  while (isMailChar(text, i) || codeAt(text, i) === DOT) i++
  if (!shortHosts && i - host < 3) return 0
  return i > host && codeAt(text, i) === GT ? i : 0
}

function address(s: SpanState, start: number, written: string, end: number): number {
  const scheme = written.startsWith('mailto:') ? written.slice(7) : written
  const isMail = scheme !== written || !/^(?:https?|ftps?):/.test(written)
  const el = new Element('a', '', [new Element('text', isMail ? scheme : written)])
  el.attr = new Map([['href', isMail ? `mailto:${scheme}` : written]])
  return s.push(el, start, end)
}
