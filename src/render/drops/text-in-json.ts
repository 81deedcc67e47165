/** Documents and pages inside another drop's JSON: Ruby has no JSON for those objects and writes their text. */
import { isHash } from '../../base/index.ts'
import { DocumentDrop } from './document.ts'
import { PageDrop } from './page.ts'

/** `value` with each document and page in it replaced by what Ruby prints for it. */
export function asTexts(value: unknown): unknown {
  if (value instanceof DocumentDrop) return value.toText()
  if (value instanceof PageDrop) return value.objectText()
  if (Array.isArray(value)) return value.map(asTexts)
  if (isHash(value)) return new Map([...value].map(([key, item]) => [key, asTexts(item)]))
  return value
}
