/** Converters of others' for some types of elements: they are shown elements as kramdown has them, and may have them written. */
import { Element, infoOf } from './element.ts'
import { type GivenElement, type ShownElement, ShownElements, shownType } from './shown-element.ts'
import { colouredCode } from './write/code.ts'
import { freshId } from './write/header.ts'
import type { Writer } from './writer.ts'

export interface OwnElements {
  /** kramdown's names of the types that it writes: `header`, `html_element` */
  readonly types: ReadonlySet<string>
  /** Called at the first of them in a text. What it returns writes one element, that many spaces in; a number is one that it was shown. */
  begin(document: ElementDocument): (el: ShownElement | number, indent: number) => string
}

/** What whoever writes elements may ask of the text that they stand in. */
export interface ElementDocument {
  /** kramdown's options, as they were given */
  readonly options: Readonly<Record<string, unknown>>
  /** the children of `el`, an element that many spaces in */
  inner(el: GivenElement, indent: number): string
  /** `el` as kramdown itself writes it */
  written(el: GivenElement, indent: number): string
  /** an id that no header has, made of `text` */
  headerId(text: string): string
  /** Adds an entry to the table of contents. */
  addToContents(level: number, id: string, children: readonly GivenElement[]): void
  /** `code` coloured, with what stands around it; undefined where it stays plain */
  coloured(code: string, language: string | undefined, kind: 'block' | 'span'): string | undefined
}

/** How a writer comes to those who write some of the elements. */
export interface OwnWriting {
  takes(el: Element): boolean
  write(w: Writer, el: Element, parent: Element, indent: number): string
}

/** @param written an element as kramdown itself writes it */
export function ownWriting(
  { types, begin }: OwnElements,
  options: ElementDocument['options'],
  written: (w: Writer, el: Element, parent: Element, indent: number) => string,
): OwnWriting {
  const shown = new ShownElements()
  let write: ReturnType<OwnElements['begin']> | undefined
  return {
    takes: (el) => types.has(shownType(el)),
    write(w, el, parent, indent) {
      write ??= begin({
        options,
        inner: (given, at) => w.inner(w, shown.element(w, given), at + 2),
        written(given, at) {
          const one = shown.element(w, given)
          return written(w, one, shown.parentOf(one), at)
        },
        headerId: (text) => freshId(w, text),
        addToContents(level, id, children) {
          const header = new Element(
            'header',
            '',
            children.map((each) => shown.element(w, each)),
          )
          infoOf(header).level = level
          w.toc.push({ level, id, html: '', header })
        },
        coloured: (code, language, kind) => colouredCode(w, code, language, kind),
      })
      return write(shown.show(w, el, parent), indent)
    },
  }
}
