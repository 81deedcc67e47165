/** Escaping for HTML, three ways: text and attributes keep entities that are there, code escapes every `&`. */

const TEXT = /[&<>]/
const ATTRIBUTE = /[&<>"]/
const CODE = /[&<>]/g
const ENTITY = /&(?![\w:][\w:.-]*;|#\d+;|#x[0-9a-fA-F]+;)/g

/** In texts shorter than this a plain loop finds out sooner than a regular expression. */
const SHORT = 48

/** Is there a `&`, `<` or `>`? */
function hasMarkup(text: string): boolean {
  if (text.length > SHORT) return TEXT.test(text)
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 38 || c === 60 || c === 62) return true
  }
  return false
}

/** Text between tags. */
export function escapeText(text: string): string {
  return hasMarkup(text) ? escapeMarkup(text) : text
}

function escapeMarkup(text: string): string {
  return text.replace(ENTITY, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The value of an attribute. */
export function escapeAttribute(text: string): string {
  if (!ATTRIBUTE.test(text)) return text
  return escapeMarkup(text).replace(/"/g, '&quot;')
}

/** Code. */
export function escapeCode(text: string): string {
  if (!hasMarkup(text)) return text
  return text.replace(CODE, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
}
