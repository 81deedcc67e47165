/** What identifies a document: its slug, and the `id` made of it. */
import { basename, dirname, type Hash, joinPath, rubyToS } from '../base/index.ts'
import type { Document } from './types.ts'

/** `data.slug` as text, or the file's name without its extension where there is none. */
export function slugOf(data: Hash, path: string): string {
  const slug = data.get('slug')
  return slug === null || slug === undefined ? basename(path, '.*') : rubyToS(slug)
}

/** Jekyll's `id` of a document: its URL's directory and its slug. */
export function documentId({ url, slug }: Pick<Document, 'url' | 'slug'>): string {
  return joinPath(dirname(url), slug)
}
