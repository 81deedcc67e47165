/** The state of one walk over the finished tree. `to-html.ts` is the walk, `write/*.ts` what needs more than a line. */
import { strip } from './chars.ts'
import type { Attributes, Element } from './element.ts'
import { escapeAttribute } from './escape-html.ts'
import type { ParsedDocument } from './parsed-document.ts'

export interface TocEntry {
  readonly level: number
  readonly id: string
  /** inner HTML of the header */
  readonly html: string
  readonly header: Element
}

/** A footnote that was referred to. */
export interface UsedFootnote {
  readonly name: string
  readonly number: number
  readonly content: Element
  /** how often it was referred to */
  count: number
}

/** How a writer comes to those who write some of the elements. */
export interface OwnWriting {
  takes(el: Element): boolean
  write(w: Writer, el: Element, parent: Element, indent: number): string
}

export interface Writer {
  readonly doc: ParsedDocument
  readonly toc: TocEntry[]
  readonly usedIds: Map<string, number>
  readonly footnotes: UsedFootnote[]
  readonly footnoteByName: Map<string, UsedFootnote>
  /** texts that stand for what is known only at the end: the table of contents, the footnotes */
  tocMark: string
  footnoteMark: string
  tocElement: Element | null
  /** `syntax_highlighter_opts` as blocks and spans see them, and what they were made from */
  codeOptions: {
    readonly from: Readonly<Record<string, unknown>>
    block?: Readonly<Record<string, unknown>>
    span?: Readonly<Record<string, unknown>>
  }
  /** children of `el`, one after the other */
  readonly inner: (w: Writer, el: Element, indent: number) => string
  /** what others write; null where nobody does */
  readonly own: OwnWriting | null
  /** smart quotes and symbols as they print, by name */
  readonly symbols: Map<string, string>
  /** spaces, by number */
  readonly spaces: string[]
}

/** `n` spaces. */
export function spaces(w: Writer, n: number): string {
  return (w.spaces[n] ??= ' '.repeat(n))
}

/** Attributes as they print, each with a space in front. Null values and empty ids do not print. */
export function attributesToHtml(attr: Attributes | null): string {
  if (attr === null) return ''
  let out = ''
  for (const [name, value] of attr) {
    if (value === null || (name === 'id' && strip(value) === '')) continue
    out += ` ${name}="${escapeAttribute(value)}"`
  }
  return out
}
