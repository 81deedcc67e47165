/**
 * The tree both passes work on: the block pass makes it with raw text in it, the span pass replaces raw text by
 * span elements, the HTML writer walks it. All elements have the same five fields, so that engines see one shape;
 * what only some types need is in `info`.
 */

export type ElementType =
  | 'text'
  | 'raw-text'
  | 'smart_quote'
  | 'typographic_sym'
  | 'entity'
  | 'br'
  | 'em'
  | 'strong'
  | 'del'
  | 'codespan'
  | 'a'
  | 'img'
  | 'footnote'
  | 'abbreviation'
  | 'math'
  | 'raw'
  | 'html_element'
  | 'xml_comment'
  | 'xml_pi'
  | 'comment'
  | 'root'
  | 'blank'
  | 'eob'
  | 'p'
  | 'header'
  | 'blockquote'
  | 'codeblock'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'hr'
  | 'toc'
  | 'footnotes'

/** HTML attributes in the order they print. A null value prints nothing. */
export type Attributes = Map<string, string | null>

/** How the inside of an HTML element is read: as it stands, as span text, as blocks. */
export type ContentModel = 'raw' | 'span' | 'block'

/** An attribute list `{: .a #b k="v" ref}` before its references are looked up. */
export interface AttributeList {
  refs: string[]
  attr: Attributes
  /** `class="…"` is in it, which replaces what was written before */
  setsClass: boolean
}

/** What only some types of elements carry. */
interface Info {
  /** block or span form of the types that have both: math, html_element, xml_comment, comment, raw */
  block: boolean
  /** header: 1 to 6; ol: first number is not kept (kramdown always counts from 1) */
  level: number
  /** header: text its id is made of */
  raw: string
  /** img: its attribute list names `standalone` */
  standalone: boolean
  /** html_element */
  model: ContentModel
  /** html_element written `<x />` */
  closed: boolean
  /** codeblock: language with its options, fenced or indented */
  lang: string
  fenced: boolean
  /** table: alignment per column */
  alignment: readonly string[]
  /** raw and smart things: output formats `{::nomarkdown type="…"}` names */
  formats: readonly string[] | null
}

export class Element {
  declare type: ElementType
  /** what the type says: text, tag name, code, name of a symbol; p: BARE when it prints no tags; a: its address while it
   *  has no attributes */
  declare value: string
  declare children: Element[]
  declare attr: Attributes | null
  declare info: Info | null
  /** raw text: line of the source it starts in; entity: code point; text: PLAIN when nothing in it needs escaping */
  declare line: number

  /** @param children pass an empty array of one's own where children are pushed; `addChild` needs none */
  constructor(type: ElementType, value: string, children: Element[] = NONE) {
    // Here and not as initial values of the fields: engines call a function of its own for those.
    this.type = type
    this.value = value
    this.children = children
    this.attr = null
    this.info = null
    this.line = 0
  }
}

/**
 * Children of an element that has none yet; never filled, `addChild` puts a list of the element's own in its place. It
 * held an element once, so that engines see one kind of list everywhere.
 */
export const NONE: Element[] = [new Element('root', '', [])]
NONE.pop()

/** `value` of a paragraph in a compact list item: it prints no tags. */
export const BARE = 'bare'

/** `line` of a text without `&`, `<` and `>`. */
export const PLAIN = 1

/** Adds a child. The first one gets a list of exactly its size: most elements have one child. */
export function addChild(el: Element, child: Element): void {
  if (el.children.length === 0) el.children = [child]
  else el.children.push(child)
}

/** `el.info`, made when it is not there. */
export function infoOf(el: Element): Info {
  return (el.info ??= {
    block: false,
    level: 0,
    raw: '',
    standalone: false,
    model: 'raw',
    closed: false,
    lang: '',
    fenced: false,
    alignment: NO_ALIGNMENT,
    formats: null,
  })
}

const NO_ALIGNMENT: readonly string[] = []

/** Sets an attribute of an element. */
export function setAttr(el: Element, name: string, value: string | null): void {
  ;(el.attr ??= new Map()).set(name, value)
}

/** Adds a class to an element, after those it has. */
export function addClass(el: Element, name: string): void {
  const old = el.attr?.get('class')
  setAttr(el, 'class', old ? `${old} ${name}` : name)
}
