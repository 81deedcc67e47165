/** Math: MathJax's marks, KaTeX's HTML when the caller gives a typesetter, or plain. */
import { escapeHtml, escapeXmlText } from '../../base/index.ts'
import type { Element } from '../element.ts'
import type { Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

export function math(w: Writer, el: Element, indent: number): string {
  const block = el.info?.block === true
  const { mathEngine, math: typeset, rules } = w.doc.settings
  const pad = block ? spaces(w, indent) : ''
  const attrs = attributesToHtml(el.attr)
  if (mathEngine === 'katex' && typeset) {
    // Attributes go into the first element, before those it has.
    const html = withAttributes(typeset(el.value, block, idOf(el)), el, attrs)
    return block ? `${pad}${html}\n` : html
  }
  // MathJax's marks stand at the start of their line, however deep they are.
  if (mathEngine === 'mathjax') {
    if (rules.mathScripts) return pad + script(el.value, block)
    const text = escapeXmlText(el.value)
    const html = block ? `\\[${text}\\]` : `\\(${text}\\)`
    if (!block) return el.attr ? `<span${attrs}>$${el.value}$</span>` : html
    return el.attr ? `${pad}<div${attrs}>${html}\n</div>\n` : `${html}\n`
  }
  const attr = new Map(el.attr ?? [])
  const old = attr.get('class')
  attr.set('class', old ? `${old} kdmath` : 'kdmath')
  // Without an engine kramdown does not escape.
  if (block) return `${pad}<div${attributesToHtml(attr)}>$$\n${el.value}\n$$</div>\n`
  return `<span${attributesToHtml(attr)}>$${el.value}$</span>`
}

/** @param html whose first element may have a class: with KaTeX's gem both stand there, one of ours has both in one */
function withAttributes(html: string, { attr }: Element, attrs: string): string {
  const own = attr?.get('class')
  if (own && html.startsWith(OURS)) {
    const rest = attributesToHtml(new Map([...(attr ?? [])].filter(([name]) => name !== 'class')))
    return `<div${rest} class="equation ${escapeHtml(own)}"${html.slice(OURS.length)}`
  }
  return html.replace(/^<[a-z]+/, (tag) => tag + attrs)
}

const OURS = '<div class="equation"'

function idOf({ attr }: Element): string | undefined {
  const id = attr?.get('id')
  return id ?? undefined
}

/** A script for MathJax 2; what would be markup is a CDATA section, for XHTML. */
function script(tex: string, block: boolean): string {
  const safe = tex.replace(/<\/?script>?/g, '')
  const text = /[&<]/.test(tex) ? `% <![CDATA[\n${safe} %]]>` : safe
  return block
    ? `<script type="math/tex; mode=display">${text}</script>\n`
    : `<script type="math/tex">${text}</script>`
}
