/**
 * `html_to_native`: elements of HTML that kramdown has elements of its own for become those. What prints then is what
 * kramdown prints for its own: lists and paragraphs with its indentation, white space in text as one space.
 */

import { isSpace, strip } from './chars.ts'
import { Element, infoOf } from './element.ts'
import { BLOCK_ELEMENTS } from './html-elements.ts'
import { entityElement, readEntity } from './span/entity.ts'

/** The element in place of a block of HTML; the same one where nothing fits. */
export function toNative(el: Element): Element {
  if (el.type !== 'html_element') return el
  switch (el.value) {
    case 'p':
      return native('p', el, inline(el, true))
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const header = native('header', el, inline(el, true))
      const info = infoOf(header)
      info.level = Number(el.value[1])
      info.raw = strip(textOf(el))
      return header
    }
    case 'blockquote':
      return native('blockquote', el, blocks(el))
    case 'ul':
    case 'ol':
    case 'dl':
      return native(el.value, el, blocks(el))
    case 'li':
    case 'dd':
      return item(el.value, el)
    case 'dt':
      return native('dt', el, inline(el, true))
    case 'hr':
      return native('hr', el, [])
    case 'pre':
      return code(el)
    case 'table':
      return isSimpleTable(el) ? table(el) : el
    case 'script':
    case 'style':
    case 'textarea':
      return el
    case 'em':
    case 'i':
    case 'strong':
    case 'b':
    case 'code':
      return inlineElement(el)
    default:
      if (el.children.length > 0) {
        infoOf(el).model = 'block'
        el.children = blocks(el)
      }
      return el
  }
}

function native(type: Element['type'], from: Element, children: Element[]): Element {
  const el = new Element(type, '', children)
  el.attr = from.attr
  return el
}

/** The text of an element without its tags, entities as written. */
function textOf(el: Element): string {
  let out = ''
  for (const child of el.children)
    out += child.type === 'text' || child.type === 'raw' ? child.value : textOf(child)
  return out
}

function isBlank(child: Element): boolean {
  return child.type === 'text' && strip(child.value) === ''
}

function isBlock(child: Element): boolean {
  return child.type === 'html_element' && BLOCK_ELEMENTS.has(child.value)
}

/** Children of an element that holds blocks: white space between them goes. */
function blocks(el: Element): Element[] {
  const out: Element[] = []
  for (const child of el.children) {
    if (isBlank(child)) continue
    if (child.type === 'text') pushText(out, child.value.replace(WHITE, ' '))
    else if (isBlock(child)) out.push(toNative(child))
    else if (child.type === 'html_element') out.push(inlineElement(child))
    else out.push(child)
  }
  return out
}

function item(type: 'li' | 'dd', el: Element): Element {
  if (el.children.some(isBlock)) return native(type, el, blocks(el))
  const para = new Element('p', '', inline(el, true))
  infoOf(para).transparent = true
  return native(type, el, [para])
}

const WHITE = /[ \t\n\v\f\r]+/g

/** Text and spans; `ends`: without white space at the ends. */
function inline(el: Element, ends: boolean): Element[] {
  const out: Element[] = []
  const last = el.children.length - 1
  el.children.forEach((child, n) => {
    if (child.type !== 'text') {
      if (child.type === 'xml_comment') infoOf(child).block = false
      out.push(child.type === 'html_element' ? inlineElement(child) : child)
      return
    }
    let text = child.value.replace(WHITE, ' ')
    if (ends && n === 0) text = text.replace(/^ /, '')
    if (ends && n === last) text = text.replace(/ $/, '')
    pushText(out, text)
  })
  return out
}

/** Text with its entities as elements. */
function pushText(out: Element[], text: string): void {
  let from = 0
  for (let i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
    const found = readEntity(text, i)
    if (!found || found.code < 0) continue
    if (i > from) out.push(new Element('text', text.slice(from, i)))
    out.push(entityElement(found.code, text.slice(i, found.end)))
    from = found.end
  }
  if (from < text.length) out.push(new Element('text', text.slice(from)))
}

const NATIVE_SPANS: ReadonlyMap<string, 'em' | 'strong'> = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
])

/** An element the span pass made: its inside is spans already. */
export function nativeSpan(el: Element): Element {
  if (el.value === 'code') return inlineElement(el)
  const type = NATIVE_SPANS.get(el.value)
  const converted = type && !isPadded(textOf(el)) ? native(type, el, el.children) : el
  if (converted !== el || el.info?.model === 'raw')
    for (const child of el.children) if (child.type === 'text') child.value = child.value.replace(WHITE, ' ')
  return converted
}

function isPadded(text: string): boolean {
  return text === '' || isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))
}

/** A span of HTML: emphasis with text at both its ends, code, or the element itself with its inside converted. */
function inlineElement(el: Element): Element {
  if (el.value === 'code') {
    const span = new Element('codespan', decode(textOf(el)))
    span.attr = el.attr
    return span
  }
  const type = NATIVE_SPANS.get(el.value)
  const children = inline(el, false)
  if (type && !isPadded(textOf(el))) return native(type, el, children)
  el.children = children
  infoOf(el).block = false
  return el
}

function decode(text: string): string {
  let out = ''
  let from = 0
  for (let i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
    const found = readEntity(text, i)
    if (!found || found.code < 0) continue
    out += text.slice(from, i) + String.fromCodePoint(found.code)
    from = found.end
  }
  return out + text.slice(from)
}

function code(el: Element): Element {
  const block = new Element('codeblock', decode(textOf(el)))
  const attr = new Map(el.attr ?? [])
  const only = el.children.length === 1 ? el.children[0] : undefined
  if (only?.value === 'code' && only.type === 'html_element') {
    const own = only.attr?.get('class')
    const old = attr.get('class')
    if (own) attr.set('class', old ? `${old} ${own}` : own)
  }
  block.attr = attr.size > 0 ? attr : null
  return block
}

/** Rows of `td` (of `th` in a head), with nothing but spans in the cells. */
function isSimpleTable(el: Element): boolean {
  const rowsOk = (part: Element, cell: 'td' | 'th'): boolean =>
    part.children.every(
      (row) =>
        isBlank(row) ||
        (row.value === 'tr' &&
          row.children.every(
            (td) =>
              isBlank(td) || (td.value === cell && td.type === 'html_element' && !td.children.some(isBlock)),
          )),
    )
  const parts = el.children.filter((child) => !isBlank(child))
  if (parts.every((part) => part.value === 'tr')) return rowsOk(el, 'td')
  return parts.every(
    (part) =>
      ['thead', 'tbody', 'tfoot'].includes(part.value) && rowsOk(part, part.value === 'thead' ? 'th' : 'td'),
  )
}

function table(el: Element): Element {
  const rows = (part: Element): Element[] =>
    part.children
      .filter((row) => !isBlank(row))
      .map((row) =>
        native(
          'tr',
          row,
          row.children.filter((td) => !isBlank(td)).map((td) => native('td', td, inline(td, true))),
        ),
      )
  const parts = el.children.filter((child) => !isBlank(child))
  const bare = parts.every((part) => part.value === 'tr')
  return native(
    'table',
    el,
    bare
      ? [new Element('tbody', '', rows(el))]
      : parts.map((part) => native(part.value as 'thead' | 'tbody' | 'tfoot', part, rows(part))),
  )
}
