/** Attribute lists, extensions and footnote markers in text. */
import { applyTo, newAttributeList, readAttributeList } from '../attribute-list.ts'
import { CARET, COLON, codeAt, isFootnoteNameChar, isWord, RBRACE, RBRACKET, SLASH } from '../chars.ts'
import { Element, infoOf } from '../element.ts'
import type { ExtensionStart } from '../extension.ts'
import { findExtensionEnd, readExtensionStart, runExtension } from '../extension.ts'
import type { SpanState } from '../span-state.ts'

export function spanExtension(s: SpanState, i: number): number {
  const { text } = s
  if (codeAt(text, i + 1) !== COLON) return 0
  const c = codeAt(text, i + 2)
  const start = c === COLON && isWord(codeAt(text, i + 3)) ? readExtensionStart(s.finder, i) : null
  if (start) return extension(s, i, start)
  if (c === RBRACE) return 0
  const close = s.finder.closingBrace(i + 2)
  if (close < 0) return 0
  const inner = text.slice(i + 2, close)
  if (c === SLASH && /^\/(?:\w[\w:-]*)?$/.test(inner)) {
    s.warn(
      `Invalid extension stop tag ${inner.length > 1 ? `for '${inner.slice(1)}' ` : ''} found on line ${s.line(i)} - ignoring it`,
    )
    return 0
  }
  const last = s.el.children[s.el.children.length - 1]
  if (i > s.from || last === undefined || last.type === 'text') {
    s.warn('Found span IAL after text - ignoring it')
    return s.keep(i + 1)
  }
  const list = newAttributeList()
  if (!readAttributeList(inner, list)) s.warn(`No or invalid attributes found in IAL/ALD content: ${inner}`)
  if (last.type === 'img' && list.refs.includes('standalone')) infoOf(last).standalone = true
  last.attr ??= last.type === 'a' ? new Map([['href', last.value]]) : new Map()
  applyTo(s.doc, last.attr, list)
  if (last.attr.size === 0) last.attr = null
  s.from = close + 1
  return s.keep(close + 1)
}

function extension(s: SpanState, i: number, start: ExtensionStart): number {
  const { text } = s
  let body: string | null = null
  let end = start.end
  if (!start.closed) {
    const found = findExtensionEnd(s.finder, start.end, start.name)
    if (!found) {
      s.warn(`No stop tag for extension '${start.name}' found on line ${s.line(i)} - ignoring it`)
      return 0
    }
    body = text.slice(start.end, found[0])
    end = found[1]
  }
  const made = runExtension(s.doc, start, body, false)
  if (made === undefined) {
    s.warn(`Invalid extension with name '${start.name}' specified on line ${s.line(i)} - ignoring it`)
    return 0
  }
  if (made) return s.push(made, i, end)
  s.flush(i)
  s.from = end
  return s.keep(end)
}

/** `[^name]` */
export function footnoteMarker(s: SpanState, i: number): number {
  const { text } = s
  if (codeAt(text, i + 1) !== CARET) return 0
  let j = i + 2
  if (!isWord(codeAt(text, j))) return 0
  while (isFootnoteNameChar(codeAt(text, j))) j++
  if (codeAt(text, j) !== RBRACKET) return 0
  const name = text.slice(i + 2, j)
  const def = s.doc.footnotes.get(name)
  if (!def) {
    s.warn(`Footnote definition for '${name}' not found on line ${s.line(i)}`)
    return s.keep(j + 1)
  }
  def.used = true
  return s.push(new Element('footnote', name), i, j + 1)
}
