/**
 * Between the passes: the tree of blocks gets its spans, blocks their attribute lists; what only separated blocks goes,
 * and blank lines around it become one.
 */
import { applyAttributeList } from './attribute-list.ts'
import type { Document } from './document.ts'
import type { Element } from './element.ts'
import { readSpans } from './span-pass.ts'

export function finishTree(doc: Document, root: Element): void {
  finishChildren(doc, root)
}

function finishChildren(doc: Document, el: Element): void {
  const { children } = el
  let kept = 0
  let blank: Element | null = null
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!
    switch (child.type) {
      case 'raw-text': {
        blank = null
        const text = child.value
        child.value = ''
        child.children = []
        readSpans(doc, child, text, child.line)
        if (children.length === 1) {
          el.children = child.children
          return
        }
        children[kept++] = child
        break
      }
      case 'eob':
        break
      case 'blank':
        if (blank) blank.value += child.value
        else {
          blank = child
          children[kept++] = child
        }
        break
      default: {
        blank = null
        const ial = doc.ials.get(child)
        if (child.children.length > 0) finishChildren(doc, child)
        if (ial) {
          if (ial.refs.length > 0 && (child.type === 'ul' || child.type === 'ol'))
            replaceList(child, ial.refs)
          applyAttributeList(doc, child, ial)
        }
        children[kept++] = child
      }
    }
  }
  children.length = kept
}

/** `{:toc}` and `{:footnotes}` make a list stand for something else. */
function replaceList(el: Element, refs: readonly string[]): void {
  const to = refs.includes('toc') ? 'toc' : refs.includes('footnotes') ? 'footnotes' : null
  if (!to) return
  el.value = el.type
  el.type = to
  el.children = []
}
