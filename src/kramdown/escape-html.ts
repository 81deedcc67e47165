/** Escaping for HTML, three ways: text and attributes keep entities that are there, code escapes every `&`. */

const TEXT = /[&<>]/
const CODE = /[&<>]/g
const ATTRIBUTE = /[&<>"]/
const ENTITY = /&(?![\w:][\w:.-]*;|#\d+;|#x[0-9a-fA-F]+;)/g

/** Text between tags. */
export function escapeText(text: string): string {
  if (!TEXT.test(text)) return text
  return text.replace(ENTITY, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The value of an attribute. */
export function escapeAttribute(text: string): string {
  if (!ATTRIBUTE.test(text)) return text
  return text.replace(ENTITY, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Code. */
export function escapeCode(text: string): string {
  if (!TEXT.test(text)) return text
  return text.replace(CODE, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
}
