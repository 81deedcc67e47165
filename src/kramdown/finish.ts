/**
 * Between the passes: the tree of blocks gets its spans, blocks their attribute lists; what only separated blocks goes,
 * and blank lines around it become one.
 */
import { applyAttributeList } from './attribute-list.ts'
import type { Element } from './element.ts'
import { PLAIN, setAttr } from './element.ts'
import { hardWrap, joinCjkLines } from './gfm-text.ts'
import { kramdownId } from './header-id.ts'
import { HOLDING_BLOCKS } from './native-html.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { spanPassFor } from './span-dialects.ts'
import { isPlainText, readSpans } from './span-pass.ts'
import type { SpanPass } from './span-state.ts'
import { idText } from './write/header.ts'

/** `breaks`: GFM's line breaks count; they do not in footnotes and HTML elements. */
export function finishTree(doc: ParsedDocument, root: Element, breaks: boolean): void {
  finishChildren(doc, spanPassFor(doc), root, breaks)
}

/** Text right in these, in no paragraph, is what no rule took: its last line feed counts as a break too. */
const HOLDS_BLOCKS: ReadonlySet<Element['type']> = new Set(['root', 'li', 'dd', 'blockquote'] as const)

function finishChildren(doc: ParsedDocument, pass: SpanPass, el: Element, breaks: boolean): void {
  const { children } = el
  let kept = 0
  let blank: Element | null = null
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!
    switch (child.type) {
      case 'raw-text': {
        blank = null
        const text = child.value
        if (isPlainText(pass, text)) {
          child.type = 'text'
          child.line = PLAIN
          children[kept++] = child
          break
        }
        child.value = ''
        readSpans(pass, child, text, child.line, breaks)
        if (breaks && doc.settings.gfm && doc.settings.hardWrap) hardWrap(child, HOLDS_BLOCKS.has(el.type))
        if (doc.settings.removeLineBreaksForCjk) joinCjkLines(child)
        if (children.length === 1) {
          el.children = child.children
          return
        }
        children[kept++] = child
        break
      }
      case 'eob':
        // Where HTML is converted, blank lines around it stay apart.
        if (el.type === 'html_element' && doc.settings.htmlToNative && HOLDING_BLOCKS.has(el.value))
          blank = null
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
        const ial = doc.ials.size > 0 ? doc.ials.get(child) : undefined
        if (child.type === 'header' && breaks) doc.headers.push(child)
        if (ial && ial.refs.length > 0 && (child.type === 'ul' || child.type === 'ol'))
          replaceList(doc, child, ial.refs)
        if (child.children.length > 0)
          finishChildren(doc, pass, child, breaks && child.type !== 'html_element')
        if (ial) {
          if (child.type === 'dl') termIds(doc, child, ial.refs)
          applyAttributeList(doc, child, ial)
        }
        children[kept++] = child
      }
    }
  }
  while (children.length > kept) children.pop()
}

/** `{:toc}` and `{:footnotes}` make a list stand for something else. */
function replaceList(doc: ParsedDocument, el: Element, refs: readonly string[]): void {
  const to =
    refs.includes('toc') && !doc.placed.has('toc') ? 'toc' : refs.includes('footnotes') ? 'footnotes' : null
  if (!to || doc.placed.has(to)) return
  doc.placed.add(to)
  el.value = el.type
  el.type = to
}

/** `{:auto_ids}` on a definition list gives its terms ids, `{:auto_ids-prefix}` with a prefix. */
function termIds(doc: ParsedDocument, el: Element, refs: readonly string[]): void {
  const ref = refs.find((name) => name.startsWith('auto_ids'))
  if (ref === undefined) return
  const prefix = ref.startsWith('auto_ids-') ? ref.slice('auto_ids-'.length) : ''
  for (const term of el.children)
    if (term.type === 'dt' && !term.attr?.has('id'))
      setAttr(term, 'id', prefix + kramdownId(idText(doc.settings, term)))
}
