/** Elements as kramdown's converters know them, and elements of ours again: the same tree with kramdown's names. */
import { addChild, BARE, type ContentModel, Element, infoOf } from './element.ts'
import type { GivenElement, OptionValue, ShownElement } from './elements-of-others.ts'
import { HAS_ID, idText } from './write/header.ts'
import type { Writer } from './writer.ts'

/** The elements of one text that were shown or given, by number. */
export class ShownElements {
  readonly #elements = new Map<number, Element>()
  readonly #numbers = new Map<Element, number>()
  readonly #parents = new Map<Element, Element>()
  #last = 0

  /** `el` with all that lies in it, or its number where it was shown before. */
  show(w: Writer, el: Element, parent: Element): ShownElement | number {
    this.#parents.set(el, parent)
    const known = this.#numbers.get(el)
    return known ?? this.#shown(w, el)
  }

  /** the element that `given` stands for */
  element(w: Writer, given: GivenElement): Element {
    if (typeof given === 'number') return this.#elements.get(given) ?? new Element('text', '')
    const [number, type, value, attributes, options, children] = given
    const el = made(this.#elements.get(number), type, value, optionsOf(options))
    el.attr = attributes.length === 0 ? null : new Map(pairs(attributes) as [string, string | null][])
    for (const child of children) {
      const one = this.element(w, child)
      addChild(el, one)
      this.#parents.set(one, el)
    }
    const before = this.#elements.get(number)
    const parent = before === undefined ? undefined : this.#parents.get(before)
    if (parent !== undefined) this.#parents.set(el, parent)
    this.#elements.set(number, el)
    this.#numbers.set(el, number)
    return el
  }

  parentOf(el: Element): Element {
    return this.#parents.get(el) ?? NOWHERE
  }

  #shown(w: Writer, el: Element): ShownElement {
    const number = this.#numbers.get(el) ?? ++this.#last
    this.#elements.set(number, el)
    this.#numbers.set(el, number)
    return [
      number,
      shownType(el),
      shownValue(el),
      attributesOf(el),
      shownOptions(w, el),
      withoutRawText(el.children).map((child) => {
        this.#parents.set(child, el)
        return this.#shown(w, child)
      }),
    ]
  }
}

const NOWHERE = new Element('root', '')

/** kramdown's name of its type. */
export function shownType({ type }: Element): string {
  return type === 'del' ? 'html_element' : type
}

/** Texts that were read into spans stand among the elements as such. */
function withoutRawText(children: readonly Element[]): readonly Element[] {
  return children.flatMap((child) => (child.type === 'raw-text' ? withoutRawText(child.children) : [child]))
}

/** Types whose value is what is written there. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  'text',
  'codespan',
  'codeblock',
  'math',
  'raw',
  'html_element',
  'xml_comment',
  'xml_pi',
  'comment',
  'abbreviation',
  'smart_quote',
  'typographic_sym',
  'blank',
])

function shownValue({ type, value, line }: Element): string | number | null {
  if (type === 'entity') return line
  if (type === 'del') return 'del'
  return WITH_VALUE.has(type) ? value : null
}

function attributesOf(el: Element): readonly (string | null)[] {
  if (el.type === 'a' && el.attr === null) return ['href', el.value]
  if (el.type === 'header' && el.line === HAS_ID && !el.attr?.has('id'))
    return ['id', el.value, ...[...(el.attr ?? [])].flat()]
  return [...(el.attr ?? [])].flat()
}

function shownOptions(w: Writer, el: Element): readonly OptionValue[] {
  const { type, info, value } = el
  switch (type) {
    case 'p':
      return value === BARE ? ['transparent', true] : []
    case 'header': {
      const { settings } = w.doc
      const raw = settings.gfm ? idText(settings, el) : (info?.raw ?? '')
      return ['level', info?.level ?? 1, 'raw_text', raw]
    }
    case 'codeblock':
      return info?.fenced ? ['fenced', true, ...(info.lang === '' ? [] : ['lang', info.lang])] : []
    case 'del':
      return ['category', 'span', 'content_model', 'span']
    case 'html_element':
      return [
        'category',
        info?.block ? 'block' : 'span',
        'content_model',
        info?.model ?? 'span',
        'is_closed',
        info?.closed === true,
      ]
    case 'math':
    case 'xml_comment':
    case 'xml_pi':
    case 'comment':
      return ['category', info?.block ? 'block' : 'span']
    case 'raw':
      return ['category', info?.block ? 'block' : 'span', 'type', info?.formats ?? []]
    case 'img':
      return info?.standalone ? ['refs', ['standalone']] : []
    case 'table':
      return ['alignment', (info?.alignment ?? []).map((each) => each || 'default')]
    case 'footnote':
      return ['name', value]
    default:
      return []
  }
}

/** An element of ours with kramdown's names; what those do not say is as in `before`. */
function made(
  before: Element | undefined,
  type: string,
  value: string | number | null,
  options: ReadonlyMap<string, unknown>,
): Element {
  const text = value === null ? '' : String(value)
  const name = type as Element['type']
  const el = new Element(before?.type === 'del' && type === 'html_element' ? 'del' : name, text)
  if (before !== undefined && before.info !== null) el.info = { ...before.info }
  switch (type) {
    case 'p':
      el.value = options.get('transparent') === true ? BARE : ''
      break
    case 'header':
      infoOf(el).level = Number(options.get('level') ?? 1)
      infoOf(el).raw = String(options.get('raw_text') ?? '')
      break
    case 'codeblock':
      infoOf(el).lang = String(options.get('lang') ?? '')
      break
    case 'entity':
      el.value = before?.value ?? ''
      el.line = Number(value)
      break
    case 'footnote':
      el.value = String(options.get('name') ?? '')
      break
    case 'html_element':
      infoOf(el).block = options.get('category') !== 'span'
      infoOf(el).model = (options.get('content_model') ?? 'span') as ContentModel
      infoOf(el).closed = options.get('is_closed') === true
      break
    case 'math':
    case 'raw':
    case 'comment':
    case 'xml_comment':
    case 'xml_pi':
      infoOf(el).block = options.get('category') === 'block'
      break
    case 'table':
      infoOf(el).alignment = ((options.get('alignment') ?? []) as readonly string[]).map((each) =>
        each === 'default' ? '' : each,
      )
      break
  }
  return el
}

function optionsOf(options: readonly OptionValue[]): ReadonlyMap<string, unknown> {
  return new Map(pairs(options) as [string, unknown][])
}

function pairs<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((name, i) => (i % 2 === 0 ? [[name, items[i + 1] as Item] as const] : []))
}
