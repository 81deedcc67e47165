/** How a writer has some elements written by others, who may ask it for what kramdown makes of any. */
import { Element, infoOf } from './element.ts'
import type { ElementDocument, OwnElements } from './elements-of-others.ts'
import { ShownElements, shownType } from './shown-element.ts'
import { colouredCode } from './write/code.ts'
import { freshId } from './write/header.ts'
import type { OwnWriting, Writer } from './writer.ts'

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
