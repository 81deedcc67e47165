/** Footnote markers and the list at the end. */
import { Element, infoOf } from '../element.ts'
import { namedEntity } from '../entity-output.ts'
import { escapeText } from '../escape-html.ts'
import type { UsedFootnote, Writer } from '../writer.ts'

export function footnoteMarker(w: Writer, el: Element): string {
  const { settings, footnotes } = w.doc
  let used = w.footnoteByName.get(el.value)
  let repeat = ''
  if (used) {
    used.count++
    repeat = `:${used.count}`
  } else {
    const def = footnotes.get(el.value)
    if (!def) return ''
    used = {
      name: el.value,
      number: settings.footnoteNr + w.footnotes.length,
      content: def.content,
      count: 0,
    }
    w.footnotes.push(used)
    w.footnoteByName.set(el.value, used)
  }
  const name = settings.footnotePrefix + el.value
  const text = settings.footnoteLinkText.replace(/%[%s]/g, (part) =>
    part === '%%' ? '%' : String(used.number),
  )
  const { marker, link } = settings.rules.footnotes
  return `<sup id="fnref:${name}${repeat}"${marker}><a href="#fn:${name}" class="footnote"${link}>${text}</a></sup>`
}

/** The list of footnotes that were referred to; '' when none was. */
export function footnotesToHtml(w: Writer): string {
  if (w.footnotes.length === 0) return ''
  const { settings } = w.doc
  let items = ''
  // Footnotes may refer to others: the list grows while it is written.
  for (let n = 0; n < w.footnotes.length; n++) {
    const used = w.footnotes[n]!
    const name = settings.footnotePrefix + used.name
    const item = new Element('root', '', [...used.content.children])
    const html = footnoteBody(w, item, used)
    items += `    <li id="fn:${name}"${settings.rules.footnotes.item}>\n${html}    </li>\n`
  }
  const start = settings.footnoteNr === 1 ? '' : ` start="${settings.footnoteNr}"`
  return `<div class="footnotes"${settings.rules.footnotes.list}>\n  <ol${start}>\n${items}  </ol>\n</div>\n`
}

const MARK = '\uFFFFbacklinks\uFFFF'

function footnoteBody(w: Writer, item: Element, used: UsedFootnote): string {
  const { settings } = w.doc
  const children = item.children
  const target = lastParagraph(item, settings.footnoteBacklinkInline)
  const slot = new Element('raw', MARK)
  infoOf(slot).formats = null
  let inPara = true
  const links = (): string => {
    if (settings.footnoteBacklink === '') return ''
    const text = escapeText(settings.footnoteBacklink)
    const name = settings.footnotePrefix + used.name
    const space = namedEntity(settings, 'nbsp')
    let out = ''
    for (let k = 0; k <= used.count; k++) {
      const label = k === 0 ? text : `${text}<sup>${k + 1}</sup>`
      const ref = k === 0 ? name : `${name}:${k}`
      if (k > 0 || inPara) out += space
      out += `<a href="#fnref:${ref}" class="reversefootnote"${settings.rules.footnotes.backlink}>${label}</a>`
    }
    return out
  }
  if (target) {
    target.children = [...target.children, slot]
  } else {
    inPara = false
    children.push(new Element('p', '', [slot]))
  }
  // What refers to this footnote from inside of it comes too late to be linked back to.
  const backLinks = links()
  const html = w.inner(w, item, 6)
  if (target) target.children = target.children.slice(0, -1)
  return html.replace(MARK, () => backLinks)
}

/** The paragraph (or, inline, header) at the end that takes the links back; null when there is none. */
function lastParagraph(item: Element, inline: boolean): Element | null {
  let last: Element | undefined = item.children[item.children.length - 1]
  if (inline)
    while (last && last.type !== 'p' && last.type !== 'header' && !isLeaf(last))
      last = last.children[last.children.length - 1]
  return last && (last.type === 'p' || (inline && last.type === 'header')) ? last : null
}

function isLeaf(el: Element): boolean {
  return !['blockquote', 'ul', 'ol', 'li', 'dl', 'dd'].includes(el.type)
}
