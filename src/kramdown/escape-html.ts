/** Escaping for HTML where entities that are there stay; code, in which every `&` is escaped, takes `escapeXmlText`. */
import { hasMarkup } from '../base/index.ts'

const ATTRIBUTE = /[&<>"]/
const ENTITY = /&(?![\w:][\w:.-]*;|#\d+;|#x[0-9a-fA-F]+;)/g

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
