/** The text of a document as others see it before it is converted. */
import type { Renderable } from './types.ts'

export function shownBody(doc: Renderable): string {
  return doc.kind === 'page' ? (doc.shown ?? doc.body) : doc.body
}
