/**
 * `html_to_native`: elements of HTML that kramdown has elements of its own for become those; the others stay, with the
 * white space in their text as one space. Tables below were found by asking kramdown 2.4 about each name of HTML.
 */
import { codeAt, isSpace } from './chars.ts'
import { BARE, Element, infoOf } from './element.ts'
import { contentModel, words } from './html-elements.ts'
import { nativeTable } from './native-table.ts'
import { entityElement, readEntity } from './span/entity.ts'
import type { KramdownRules } from './versions.ts'

/** Text in these goes. */
const WITHOUT_TEXT = words('colgroup dl head hgroup html ol optgroup select table tbody tfoot thead tr ul')

/** White space at the ends of these goes. */
const TRIMMED = words(`
address article aside blockquote body caption dd div dl dt fieldset figcaption footer form header legend li nav p section
td th`)

/** White space between blocks in these goes, and what is not a block is a paragraph without tags. */
export const HOLDING_BLOCKS = words(`
address article aside blockquote body dd div fieldset figcaption figure footer form header li nav section td th`)

const NATIVE_SPANS: ReadonlyMap<string, 'em' | 'strong'> = new Map([
  ['em', 'em'],
  ['i', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
])

/**
 * The element in place of a block of HTML, everything in it converted as well; the same one where nothing fits.
 * `keepsSpace`: it is in something whose white space stays as it is.
 */
export function toNative(rules: KramdownRules, el: Element, keepsSpace = false): Element {
  const name = el.value
  switch (name) {
    case 'p':
    case 'blockquote':
    case 'ul':
    case 'ol':
    case 'dl':
    case 'li':
    case 'dd':
    case 'dt':
    case 'hr':
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'tr':
      return native(name, el, childrenOf(rules, el, true, keepsSpace))
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const raw = textOf(el)
      const header = native('header', el, childrenOf(rules, el, true))
      infoOf(header).level = Number(name[1])
      infoOf(header).raw = raw
      return header
    }
    case 'pre':
      return code(rules, el)
    case 'table':
      return (
        nativeTable(rules, el, native, (cell) => childrenOf(rules, cell, true).flatMap(unwrapped)) ??
        untouched(rules, el)
      )
    default:
      return spanOrItself(rules, el, true, keepsSpace)
  }
}

/** The same for all that is in `root`, which a text of HTML was read into. */
export function rootToNative(rules: KramdownRules, root: Element): void {
  root.children = childrenOf(rules, root, true)
}

/** An element the span pass made: its inside is spans already, converted where they are elements of HTML. */
export function nativeSpan(rules: KramdownRules, el: Element): Element {
  return spanOrItself(rules, el, false)
}

/** Emphasis with text at both its ends, code, a link, or the element itself with its inside converted. */
function spanOrItself(rules: KramdownRules, el: Element, deep: boolean, keepsSpace = false): Element {
  const name = el.value
  if (name === 'code') {
    const span = new Element('codespan', decode(rules, textOf(el)))
    span.attr = el.attr
    return span
  }
  if (name === 'br') return native('br', el, [])
  if (name === 'a')
    return el.attr?.has('href') ? native('a', el, childrenOf(rules, el, deep)) : untouched(rules, el)
  const type = NATIVE_SPANS.get(name)
  if (type !== undefined)
    return isPadded(textOf(el)) ? untouched(rules, el) : native(type, el, childrenOf(rules, el, deep))
  const info = infoOf(el)
  info.block = !rules.elements.spans.has(name)
  info.model = contentModel(name)
  info.closed = false
  el.children = childrenOf(rules, el, deep, keepsSpace)
  return el
}

/** The element with all that is in it as it stands; only entities count. */
function untouched(rules: KramdownRules, el: Element): Element {
  const info = infoOf(el)
  info.block = !rules.elements.spans.has(el.value)
  info.model = 'raw'
  info.closed = false
  const out: Element[] = []
  for (const child of el.children) {
    if (child.type === 'text') pushText(rules, out, child.value)
    else out.push(child.type === 'html_element' ? untouched(rules, child) : child)
  }
  el.children = out
  return el
}

function native(type: Element['type'], from: Element, children: Element[]): Element {
  const el = new Element(type, '', children)
  el.attr = from.attr
  return el
}

/** The text of an element without its tags, entities as written; code and what the span pass made do not count. */
function textOf(el: Element): string {
  let out = ''
  for (const child of el.children) out += child.type === 'text' ? child.value : textOf(child)
  return out
}

function isPadded(text: string): boolean {
  return text !== '' && (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1)))
}

/** The children of `el` as its name wants them; `deep`: elements among them are converted. */
function childrenOf(rules: KramdownRules, el: Element, deep: boolean, inKept = false): Element[] {
  const name = el.value
  // What one types into a field keeps its white space, and that of most elements in it.
  const keepsSpace = inKept || name === 'textarea'
  const out: Element[] = []
  const inSpan = contentModel(name) === 'span'
  for (const child of el.children) {
    if (child.type === 'text') {
      if (!WITHOUT_TEXT.has(name))
        pushText(rules, out, keepsSpace ? child.value : child.value.replace(WHITE, ' '))
      continue
    }
    if (child.type === 'xml_comment' || child.type === 'xml_pi') infoOf(child).block = !inSpan
    out.push(child)
  }
  if (TRIMMED.has(name)) trim(out)
  const isRoot = el.type === 'root'
  if (isRoot) withoutGapsAtEnds(out)
  const holdsBlocks = HOLDING_BLOCKS.has(name)
  const spaced = isRoot || holdsBlocks ? withoutGaps(rules, out) : out
  const converted = deep
    ? spaced.map((child) => (child.type === 'html_element' ? toNative(rules, child, keepsSpace) : child))
    : spaced
  return holdsBlocks ? wrapSpans(rules, converted) : converted
}

const WHITE = /[ \t\n\v\f\r]+/g

function trim(list: Element[]): void {
  const first = list[0]
  if (first?.type === 'text') {
    first.value = first.value.slice(blanksBefore(first.value))
    if (first.value === '') list.shift()
  }
  const last = list[list.length - 1]
  if (last?.type === 'text') {
    let end = last.value.length
    while (isSpace(codeAt(last.value, end - 1))) end--
    last.value = last.value.slice(0, end)
    if (end === 0) list.pop()
  }
}

function blanksBefore(text: string): number {
  let at = 0
  while (isSpace(codeAt(text, at))) at++
  return at
}

const SPAN_TYPES: ReadonlySet<Element['type']> = new Set([
  ...([
    'text',
    'entity',
    'em',
    'strong',
    'codespan',
    'smart_quote',
    'typographic_sym',
    'br',
    'a',
    'img',
  ] as const),
  ...(['del', 'footnote', 'abbreviation', 'thead', 'tbody', 'tfoot', 'tr', 'raw-text'] as const),
])

function isBlock(rules: KramdownRules, child: Element): boolean {
  switch (child.type) {
    case 'html_element':
      return !rules.elements.spans.has(child.value)
    case 'xml_comment':
    case 'xml_pi':
    case 'comment':
    case 'raw':
    case 'math':
      return child.info?.block === true
    default:
      return !SPAN_TYPES.has(child.type)
  }
}

/** What a cell of a table of kramdown's holds stands in no paragraph. */
const unwrapped = (el: Element): readonly Element[] =>
  el.type === 'p' && el.value === BARE ? el.children : [el]

const isGap = (el: Element | undefined): boolean =>
  el?.type === 'text' && blanksBefore(el.value) === el.value.length

function withoutGapsAtEnds(list: Element[]): void {
  if (isGap(list[0])) list.shift()
  if (isGap(list[list.length - 1])) list.pop()
}

function withoutGaps(rules: KramdownRules, list: readonly Element[]): Element[] {
  return list.filter((child, n) => {
    if (!isGap(child)) return true
    const before = list[n - 1]
    const after = list[n + 1]
    return (
      (before !== undefined && !isBlock(rules, before)) || (after !== undefined && !isBlock(rules, after))
    )
  })
}

function wrapSpans(rules: KramdownRules, list: readonly Element[]): Element[] {
  const out: Element[] = []
  let open: Element | null = null
  for (const child of list) {
    if (isBlock(rules, child)) {
      out.push(child)
      open = null
      continue
    }
    if (!open) {
      open = new Element('p', BARE, [])
      out.push(open)
    }
    open.children.push(child)
  }
  return out
}

/** Entities that are what kramdown makes of dots, dashes and quotes. */
const SYMBOLS = words('hellip mdash ndash laquo raquo')
const QUOTES = words('lsquo rsquo ldquo rdquo')

/** Text with its entities as elements; an entity nobody knows is a `&` and text. */
function pushText(rules: KramdownRules, out: Element[], text: string): void {
  let from = 0
  for (let i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
    const found = readEntity(text, i, rules.entities)
    if (!found) continue
    if (i > from) out.push(new Element('text', text.slice(from, i)))
    const known = found.code >= 0
    const name = text.slice(i + 1, found.end - 1)
    if (SYMBOLS.has(name)) out.push(new Element('typographic_sym', name))
    else if (QUOTES.has(name)) out.push(new Element('smart_quote', name))
    else out.push(entityElement(known ? found.code : 38, known ? text.slice(i, found.end) : ''))
    from = known ? found.end : i + 1
  }
  if (from < text.length) out.push(new Element('text', text.slice(from)))
}

function decode(rules: KramdownRules, text: string): string {
  let out = ''
  let from = 0
  for (let i = text.indexOf('&'); i >= 0; i = text.indexOf('&', i + 1)) {
    const found = readEntity(text, i, rules.entities)
    if (!found || found.code < 0) continue
    out += text.slice(from, i) + String.fromCodePoint(found.code)
    from = found.end
  }
  return out + text.slice(from)
}

/** A code block; the language of the only `code` in it goes in front of the classes. */
function code(rules: KramdownRules, el: Element): Element {
  const block = native('codeblock', el, [])
  block.value = decode(rules, textOf(el))
  const only = el.children.length === 1 ? el.children[0] : undefined
  const classes = only?.type === 'html_element' && only.value === 'code' ? only.attr?.get('class') : undefined
  const language = classes ? /\blanguage-[^ \t-\r]+/.exec(classes)?.[0] : undefined
  if (language !== undefined) {
    const old = el.attr?.get('class')
    block.attr = new Map(el.attr ?? [])
    block.attr.set('class', old ? `${language} ${old}` : language)
  }
  return block
}
