/** What front matter says to those who render. */
import type { Hash, Value } from '../base/index.ts'
import type { Page, Renderable } from './types.ts'

/** What pages are asked for key by key: there an own null is an answer, and defaults compete for the one key alone. */
export const ASKED_APART = ['layout', 'permalink', 'render_with_liquid', 'pagination'] as const

/** What `doc` says for one key: for a page not always what templates see of it. */
export function settingOf(doc: Renderable, key: (typeof ASKED_APART)[number]): Value {
  return doc.kind === 'page' && doc.apart?.has(key) === true ? doc.apart.get(key) : doc.data.get(key)
}

/** The front matter of `page` without what only defaults give it. */
export function ownFrontMatter({ data, defaulted = [] }: Page): Hash {
  return defaulted.length === 0 ? data : new Map([...data].filter(([key]) => !defaulted.includes(key)))
}
