/** Tags, comments and CDATA sections in text. */
import { escapeXmlText } from '../../base/index.ts'
import { BACKSLASH, BANG, codeAt, GT, isSpace, LF, QUESTION, SLASH } from '../chars.ts'
import { Element, infoOf } from '../element.ts'
import { BLOCK_ELEMENTS, contentModel, ELEMENTS_WITHOUT_BODY } from '../html-elements.ts'
import { CDATA, CDATA_END, readClosingTag, readOpeningTag } from '../html-tag.ts'
import { nativeSpan } from '../native-html.ts'
import type { SpanState, Stop } from '../span-state.ts'
import { copyOf, MAX_SPAN_DEPTH } from '../span-state.ts'

export function spanHtml(s: SpanState, i: number): number {
  const { text } = s
  const { elements, cdata, instructions } = s.doc.settings.rules
  const c = codeAt(text, i + 1)
  if (c === BANG) {
    if (cdata && text.startsWith(CDATA, i)) return cdataSection(s, i)
    if (!text.startsWith('<!--', i)) return 0
    const close = s.finder.from('-->', i + 4)
    if (close < 0) return 0
    return s.push(new Element('xml_comment', text.slice(i, close + 3)), i, close + 3)
  }
  if (c === QUESTION) {
    const close = instructions ? s.finder.from('?>', i + 2) : -1
    return close < 0 ? 0 : s.push(new Element('xml_pi', text.slice(i, close + 2)), i, close + 2)
  }
  if (c === SLASH) {
    const tag = readClosingTag(text, i, elements)
    if (!tag) return 0
    s.warn(`Found invalidly used HTML closing tag for '${tag.written}' on line ${s.line(i)}`)
    return s.keep(tag.end)
  }
  const key = i * 8 + s.mask
  const known = s.attempts > 0 || s.elements ? s.elements?.get(key) : undefined
  if (known) return s.push(copyOf(known.el), i, known.end)
  const tag = s.depth < MAX_SPAN_DEPTH ? readOpeningTag(text, i, elements) : null
  if (!tag) return 0
  if (BLOCK_ELEMENTS.has(tag.name)) {
    s.warn(`Found block HTML tag '${tag.name}' in span-level text on line ${s.line(i)}`)
    return s.keep(tag.end)
  }
  let el = new Element('html_element', tag.name)
  const info = infoOf(el)
  const model = contentModel(tag.name)
  let parse = model !== 'raw' && !s.rawHtml && s.doc.settings.parseSpanHtml
  const wish = tag.attr?.get('markdown')
  if (wish !== undefined) {
    tag.attr!.delete('markdown')
    if (wish === 'block') {
      s.warn(`Cannot use block-level parsing in span-level HTML tag (line ${s.line(i)}) - using default mode`)
    } else if (wish === 'span') parse = true
    else if (wish === '1') parse = model !== 'raw'
    else if (wish === '0') parse = false
  }
  if (tag.attr && tag.attr.size > 0) {
    // In text, values go on one line.
    for (const [key, value] of tag.attr)
      if (value?.includes('\n')) tag.attr.set(key, value.replace(/\n/g, ' '))
    el.attr = tag.attr
  }
  info.model = parse ? 'span' : 'raw'
  info.closed = tag.closed
  if (ELEMENTS_WITHOUT_BODY.has(tag.name)) {
    return s.push(nativeOr(s, el), i, tag.end)
  }
  if (tag.closed) return s.push(nativeOr(s, el), i, tag.end)
  const end = readInside(s, el, i, tag.end, !parse)
  el = nativeOr(s, el)
  if (s.attempts > 0) {
    s.elements ??= new Map()
    s.elements.set(key, { el: copyOf(el), end })
  }
  return s.push(el, i, end)
}

/** `<![CDATA[text]]>`: its inside is text, in which GFM looks for line breaks as in all texts. */
function cdataSection(s: SpanState, i: number): number {
  const { text } = s
  const { gfm, hardWrap } = s.doc.settings
  let from = i + CDATA.length
  const close = s.finder.from(CDATA_END, from)
  if (close < 0) return 0
  const end = close + CDATA_END.length
  const add = (to: number) => s.pushText(escapeXmlText(text.slice(from, to)), i, end)
  if (gfm && !hardWrap && !s.noBreaks)
    for (let at = from; at < close; at++)
      if (codeAt(text, at) === BACKSLASH && codeAt(text, at + 1 < close ? at + 1 : end) === LF) {
        add(at)
        s.push(new Element('br', '\\'), i, end)
        from = at + 1
      }
  return add(close)
}

function nativeOr(s: SpanState, el: Element): Element {
  const { htmlToNative, rules } = s.doc.settings
  return htmlToNative && !s.codeOnly ? nativeSpan(rules, el) : el
}

/** Reads the element's inside: the offset after its closing tag, or the end of the text when it has none. */
function readInside(s: SpanState, el: Element, i: number, start: number, raw: boolean): number {
  const stop: Stop = {
    kind: 'tag',
    mark: 0,
    length: 0,
    name: el.value,
    exact: !s.doc.settings.rules.elements.known.has(el.value),
    open: [],
  }
  const { from, rawHtml, noBreaks, codeOnly } = s
  s.noBreaks = true
  s.rawHtml = raw
  // In an element all spans count, even where a table looks for its code only.
  s.codeOnly = false
  s.pos = start
  s.depth++
  const found = s.pass.readSpans(s, el, stop)
  s.depth--
  s.rawHtml = rawHtml
  s.codeOnly = codeOnly
  s.noBreaks = noBreaks
  s.from = from
  if (!found) {
    s.warn(`Found no end tag for '${el.value}' (line ${s.line(i)}) - auto-closing it`)
    return s.text.length
  }
  return closingTagEnd(s.text, s.pos, stop)
}

/** The offset after the closing tag `stop` names, when it is at `i`; 0 when it is not. */
export function closingTagEnd(text: string, i: number, stop: Stop): number {
  if (codeAt(text, i + 1) !== SLASH) return 0
  let j = i + 2 + stop.name.length
  const written = text.slice(i + 2, j)
  if (written !== stop.name && (stop.exact || written.toLowerCase() !== stop.name)) return 0
  while (isSpace(codeAt(text, j))) j++
  return codeAt(text, j) === GT ? j + 1 : 0
}
