/** Documents that have no date of their own. */
import type { Renderable } from './types.ts'

/** Whether the date of `doc` is the site's time, as Jekyll gives it to a document that has none. */
export function isUndated(doc: Renderable): boolean {
  return doc.kind === 'document' && doc.date === doc.home.time
}
