import type { Element } from './element.ts'
import { BARE, PLAIN } from './element.ts'
import { entityToHtml, namedEntity, quoteToHtml, symbolToHtml } from './entity-output.ts'
import { escapeAttribute, escapeText } from './escape-html.ts'
import { ELEMENTS_WITHOUT_BODY } from './html-elements.ts'
import { codeBlock, codeSpan } from './write/code.ts'
import { figure } from './write/figure.ts'
import { footnoteMarker } from './write/footnotes.ts'
import { header } from './write/header.ts'
import { math } from './write/math.ts'
import type { Writer } from './writer.ts'
import { attributesToHtml, spaces } from './writer.ts'

/** The children of `el`, `indent` spaces in: two more than their parent, spans too (blocks of HTML may stand in them). */
export function inner(w: Writer, el: Element, indent: number): string {
  let out = ''
  const { children } = el
  for (let i = 0; i < children.length; i++) out += elementToHtml(w, children[i]!, el, indent)
  return out
}

function elementToHtml(w: Writer, el: Element, parent: Element, indent: number): string {
  const { own } = w
  return own?.takes(el) ? own.write(w, el, parent, indent) : builtInHtml(w, el, parent, indent)
}

/** The element itself as kramdown writes it, whoever else writes elements. */
export function builtInHtml(w: Writer, el: Element, parent: Element, indent: number): string {
  const { settings } = w.doc
  switch (el.type) {
    case 'text':
      return el.line === PLAIN ? el.value : escapeText(el.value)
    case 'blank':
      return '\n'
    case 'p':
      return paragraph(w, el, indent)
    case 'smart_quote':
    case 'typographic_sym':
      return symbol(w, el)
    case 'entity':
      return entityToHtml(settings, el.line, el.value)
    case 'br':
      return '<br />'
    case 'a':
      return `<a${el.attr === null ? ` href="${escapeAttribute(el.value)}"` : attributesToHtml(el.attr)}>${inner(w, el, indent + 2)}</a>`
    case 'em':
    case 'strong':
    case 'del':
      return `<${el.type}${attributesToHtml(el.attr)}>${inner(w, el, indent + 2)}</${el.type}>`
    case 'img':
      return `<img${attributesToHtml(el.attr)} />`
    case 'codespan':
      return codeSpan(w, el)
    case 'header':
      return header(w, el, indent)
    case 'li':
    case 'dd':
      return listItem(w, el, indent)
    case 'ul':
    case 'ol':
    case 'dl':
    case 'blockquote':
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'tr':
      return around(w, el, el.type, indent)
    case 'table':
      return table(w, el, indent)
    case 'td':
      return cell(w, el, indent)
    case 'dt':
      return `${spaces(w, indent)}<dt${attributesToHtml(el.attr)}>${inner(w, el, indent + 2)}</dt>\n`
    case 'codeblock':
      return codeBlock(w, el, indent)
    case 'hr':
      return `${spaces(w, indent)}<hr${attributesToHtml(el.attr)} />\n`
    case 'html_element':
      return htmlElement(w, el, parent, indent)
    case 'xml_comment':
    case 'xml_pi':
      if (el.info?.block && !isRawHtml(parent)) return `${spaces(w, indent)}${el.value}\n`
      return el.value
    case 'comment':
      return el.info?.block
        ? `${spaces(w, indent)}<!-- ${el.value.replace(/\n$/, '')} -->\n`
        : `<!-- ${el.value} -->`
    case 'raw': {
      const formats = el.info?.formats
      if (formats && !formats.includes('html')) return ''
      return el.info?.block && !el.value.endsWith('\n') ? `${el.value}\n` : el.value
    }
    case 'math':
      return math(w, el, indent)
    case 'footnote':
      return footnoteMarker(w, el)
    case 'abbreviation':
      return `<abbr${attributesToHtml(el.attr)}>${escapeText(el.value)}</abbr>`
    case 'toc':
      w.tocElement ??= el
      return el === w.tocElement ? w.tocMark : ''
    case 'footnotes':
      return w.footnoteMark
    case 'eob':
      return ''
    case 'root':
    case 'raw-text':
      return inner(w, el, indent)
    default: {
      const never: never = el.type
      return never
    }
  }
}

function symbol(w: Writer, el: Element): string {
  let html = w.symbols.get(el.value)
  if (html === undefined) {
    const { settings } = w.doc
    html = el.type === 'smart_quote' ? quoteToHtml(settings, el.value) : symbolToHtml(settings, el.value)
    w.symbols.set(el.value, html)
  }
  return html
}

function paragraph(w: Writer, el: Element, indent: number): string {
  if (el.value === BARE) return inner(w, el, indent + 2)
  const first = el.children[0]
  if (
    w.doc.settings.rules.figures &&
    first?.type === 'img' &&
    el.children.length === 1 &&
    first.info?.standalone
  )
    return figure(w, el, first, indent)
  return `${spaces(w, indent)}<p${attributesToHtml(el.attr)}>${inner(w, el, indent + 2)}</p>\n`
}

function around(w: Writer, el: Element, tag: string, indent: number): string {
  const pad = spaces(w, indent)
  return `${pad}<${tag}${attributesToHtml(el.attr)}>\n${inner(w, el, indent + 2)}${pad}</${tag}>\n`
}

function listItem(w: Writer, el: Element, indent: number): string {
  const pad = spaces(w, indent)
  const first = el.children[0]
  const body = inner(w, el, indent + 2)
  const open = `${pad}<${el.type}${attributesToHtml(el.attr)}>`
  if (!first || (first.type === 'p' && first.value === BARE))
    return `${open}${body}${body.endsWith('\n') ? pad : ''}</${el.type}>\n`
  return `${open}\n${body}${pad}</${el.type}>\n`
}

function table(w: Writer, el: Element, indent: number): string {
  const alignment = el.info?.alignment ?? []
  for (const part of el.children)
    for (const row of part.children)
      row.children.forEach((td, n) => {
        if (part.type === 'thead') td.value = 'th'
        const align = alignment[n]
        if (align) {
          td.attr = new Map(td.attr ?? [])
          const style = td.attr.get('style')
          td.attr.set('style', style ? `${style}; text-align: ${align}` : `text-align: ${align}`)
        }
      })
  return around(w, el, 'table', indent)
}

function cell(w: Writer, el: Element, indent: number): string {
  const tag = el.value === 'th' ? 'th' : 'td'
  const body = inner(w, el, indent + 2)
  return `${spaces(w, indent)}<${tag}${attributesToHtml(el.attr)}>${body === '' ? namedEntity(w.doc.settings, 'nbsp') : body}</${tag}>\n`
}

function isRawHtml(el: Element): boolean {
  return el.type === 'html_element' && el.info?.model === 'raw'
}

function htmlElement(w: Writer, el: Element, parent: Element, indent: number): string {
  const info = el.info!
  const attrs = attributesToHtml(el.attr)
  if (!info.block) {
    const body = inner(w, el, indent + 2)
    if (body === '' && ELEMENTS_WITHOUT_BODY.has(el.value)) return `<${el.value}${attrs} />`
    return `<${el.value}${attrs}>${body}</${el.value}>`
  }
  const pad = spaces(w, indent)
  const body = inner(w, el, indent + 2)
  const inRaw = isRawHtml(parent)
  let out = `${inRaw ? '' : pad}<${el.value}${attrs}`
  if (info.closed && info.model === 'raw') out += ' />'
  else if (body !== '' && info.model !== 'block') out += `>${body}</${el.value}>`
  else if (body !== '') out += `>\n${body.replace(/\n$/, '')}\n${pad}</${el.value}>`
  else if (ELEMENTS_WITHOUT_BODY.has(el.value)) out += ' />'
  else out += `></${el.value}>`
  return inRaw ? out : `${out}\n`
}
