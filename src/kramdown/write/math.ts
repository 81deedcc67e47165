/** Math: MathJax's marks, KaTeX's HTML when the caller gives a typesetter, or plain. */
import { escapeXmlText } from '../../base/index.ts'
import type { Element } from '../element.ts'
import type { Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

export function math(w: Writer, el: Element, indent: number): string {
  const block = el.info?.block === true
  const { mathEngine, math: typeset, rules } = w.doc.settings
  const pad = block ? spaces(w, indent) : ''
  const attrs = attributesToHtml(el.attr)
  if (mathEngine === 'katex' && typeset) {
    // Attributes go into KaTeX's own first element, before those it has.
    const html = typeset(el.value, block).replace('<span', () => `<span${attrs}`)
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

/** A script for MathJax 2; what would be markup is a CDATA section, for XHTML. */
function script(tex: string, block: boolean): string {
  const safe = tex.replace(/<\/?script>?/g, '')
  const text = /[&<]/.test(tex) ? `% <![CDATA[\n${safe} %]]>` : safe
  return block
    ? `<script type="math/tex; mode=display">${text}</script>\n`
    : `<script type="math/tex">${text}</script>`
}
