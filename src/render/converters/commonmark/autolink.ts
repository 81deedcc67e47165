/** GitHub's bare addresses: `www.`, `http://`, `https://`, `ftp://` and mail addresses become links. */
import type { InlineRule, InlineState, MarkdownToken } from './tokens.ts'

const SCHEMES: readonly string[] = ['http', 'https', 'ftp']
const LETTERS = /[A-Za-z]+$/
/** What may stand before `www.`, besides white space and the start. */
const BEFORE = /[\s*_~(]/
const BLANK = /\s/
const PUNCTUATION = /[\p{P}\p{S}]/u
const TRAILING: ReadonlySet<string> = new Set('?!.,:*_~\'"')

/** Whether `www.` starts a link at `pos`. */
export function startsWww(src: string, pos: number): boolean {
  return src.startsWith('www.', pos) && (pos === 0 || BEFORE.test(src[pos - 1] ?? ''))
}

export const www: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state
  if (silent || !startsWww(src, pos) || isBracketed(state)) return false
  const domain = domainEnd(src, pos, posMax, false)
  if (domain === -1) return false
  const text = src.slice(pos, linkEnd(src, pos, domain, posMax))
  if (text.length <= 'www.'.length) return false
  pushLink(state, `http://${text}`, text)
  state.pos += text.length
  return true
}

/** At the colon: the letters before it are in the pending text already. */
export const url: InlineRule = (state, silent) => {
  const { src, pos, posMax } = state
  if (silent || !src.startsWith('://', pos) || isBracketed(state)) return false
  const scheme = LETTERS.exec(state.pending)?.[0]
  if (scheme === undefined || !SCHEMES.includes(scheme.toLowerCase())) return false
  const domain = domainEnd(src, pos + 3, posMax, true)
  if (domain === -1) return false
  const end = linkEnd(src, pos, domain, posMax)
  if (end <= pos + 3) return false
  state.pending = state.pending.slice(0, -scheme.length)
  const text = scheme + src.slice(pos, end)
  pushLink(state, text, text)
  state.pos = end
  return true
}

/** Behind a bracket that is open, where a link's text may have begun, nothing becomes a link. Linear over one text. */
function isBracketed(state: InlineState & { brackets?: { at: number; open: number } }): boolean {
  const { src, pos } = state
  state.brackets ??= { at: 0, open: 0 }
  let { at, open } = state.brackets
  for (; at < pos; at++) {
    if (src[at] === '\\') at++
    else if (src[at] === '[') open++
    else if (src[at] === ']' && open > 0) open--
  }
  state.brackets = { at, open }
  return open > 0
}

function pushLink(state: InlineState, href: string, text: string): void {
  state.push('link_open', 'a', 1).attrs = [['href', href]]
  state.push('text', '', 0).content = text
  state.push('link_close', 'a', -1)
}

/** Where the domain at `start` ends; -1 when it is none: no underscore in its last two parts, a dot unless `short`. */
function domainEnd(src: string, start: number, max: number, short: boolean): number {
  let dots = 0
  let lastBut = 0
  let last = 0
  let at = start
  if (at >= max || !isHost(src[at] ?? '')) return -1
  for (; at < max; at++) {
    const character = src[at] ?? ''
    // The last character of a text is not looked at.
    if (character === '_' && at < max - 1) last++
    else if (character === '.') {
      lastBut = last
      last = 0
      dots++
    } else if (character !== '-' && !isHost(character)) break
  }
  if (last > 0 || lastBut > 0) return -1
  return short || dots > 0 ? at : -1
}

function isHost(character: string): boolean {
  return !BLANK.test(character) && !PUNCTUATION.test(character)
}

/** The end of the link without the punctuation that is the sentence's, brackets it did not open, and an entity. */
function linkEnd(src: string, start: number, from: number, max: number): number {
  let end = from
  while (end < max && !BLANK.test(src[end] ?? '') && src[end] !== '<') end++
  let opened = 0
  let closed = 0
  for (let at = start; at < end; at++) {
    if (src[at] === '(') opened++
    else if (src[at] === ')') closed++
  }
  while (end > start) {
    const character = src[end - 1] ?? ''
    if (TRAILING.has(character)) end--
    else if (character === ')' && closed > opened) {
      closed--
      end--
    } else if (character === ';') {
      let at = end - 2
      while (at > start && /[A-Za-z]/.test(src[at] ?? '')) at--
      end = at < end - 2 && src[at] === '&' ? at : end - 1
    } else break
  }
  return end
}

const LOCAL = /[A-Za-z0-9.+_-]/
const HOST = /[A-Za-z0-9_-]/

/** Mail addresses in the text tokens of one inline run, outside links, as links. */
export function linkMail(
  tokens: readonly MarkdownToken[],
  make: (type: string, content: string) => MarkdownToken,
): MarkdownToken[] {
  const out: MarkdownToken[] = []
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'link_open') depth++
    else if (token.type === 'link_close') depth--
    if (token.type !== 'text' || depth > 0 || !token.content.includes('@')) {
      out.push(token)
      continue
    }
    const { content } = token
    let from = 0
    for (let at = content.indexOf('@'); at !== -1; at = content.indexOf('@', at + 1)) {
      const found = mailAround(content, at, from)
      if (found === undefined) continue
      if (found.start > from) out.push(make('text', content.slice(from, found.start)))
      const text = content.slice(found.start, found.end)
      const open = make('link_open', '')
      open.attrs = [['href', /^(?:mailto|xmpp):/.test(text) ? text : `mailto:${text}`]]
      out.push(open, make('text', text), make('link_close', ''))
      from = found.end
      at = found.end - 1
    }
    if (from < content.length) out.push(make('text', content.slice(from)))
  }
  return out
}

function mailAround(text: string, at: number, from: number): { start: number; end: number } | undefined {
  let start = at
  while (start > from && LOCAL.test(text[start - 1] ?? '')) start--
  if (start === at) return undefined
  for (const scheme of ['mailto:', 'xmpp:'])
    if (start - scheme.length >= from && text.slice(start - scheme.length, start) === scheme)
      start -= scheme.length
  let dots = 0
  let end = at + 1
  for (; end < text.length; end++) {
    const character = text[end] ?? ''
    if (character === '@') return undefined
    if (HOST.test(character)) continue
    if (character === '.' && /[A-Za-z0-9]/.test(text[end + 1] ?? '')) dots++
    else if (character !== '/' || !text.startsWith('xmpp:', start)) break
  }
  const last = text[end - 1] ?? ''
  if (end - at < 2 || dots === 0 || !/[A-Za-z]/.test(last)) return undefined
  return { start, end }
}
