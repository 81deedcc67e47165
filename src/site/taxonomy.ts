/** `site.categories` and `site.tags`. */
import { identityKey, type Value } from '../base/index.ts'
import { compareDocuments } from './order.ts'
import type { DocId, Document, Site } from './types.ts'

/** A word and the posts that have it, newest first. A post that names a word twice is listed twice. */
interface Term {
  readonly name: Value
  readonly posts: readonly DocId[]
}

/** The posts' `categories` or `tags`, in the order in which the posts (oldest first) name them. */
export function terms(site: Site, key: 'categories' | 'tags'): readonly Term[] {
  const found = new Map<string, { name: Value; posts: Document[] }>()
  for (const id of site.collections.get('posts')?.documents ?? []) {
    const post = site.renderables.get(id)
    const words = post?.data.get(key)
    if (post?.kind !== 'document' || !Array.isArray(words)) continue
    for (const name of words as readonly Value[]) {
      const identity = identityKey(name)
      const term = found.get(identity)
      if (term === undefined) found.set(identity, { name, posts: [post] })
      else term.posts.push(post)
    }
  }
  return Array.from(found.values(), ({ name, posts }) => ({
    name,
    posts: posts
      .sort(compareDocuments)
      .reverse()
      .map((post) => post.id),
  }))
}
