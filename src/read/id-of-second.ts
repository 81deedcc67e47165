import type { DocId } from '../site/index.ts'

/** The id of what is made of a file besides the document `id`: `include` may have a post's file read as a page as well. */
export function idOfSecond(id: DocId): DocId {
  return `page:${id}`
}
