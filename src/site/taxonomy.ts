/** `site.posts`, `site.categories` and `site.tags`. */
import { identityKey, isList, mergeSort, type Value } from '../base/index.ts'
import { compareDocuments } from './order.ts'
import type { DocId, Document, Site } from './types.ts'

/** The posts by the dates they have now, which plugins may have changed, newest first. */
export function newestPosts(site: Site): readonly Document[] {
  return mergeSort(postsOf(site), (a, b) => compareDocuments(b, a))
}

/** A word and the posts that have it, newest first. A post that names a word twice is listed twice. */
interface Term {
  readonly name: Value
  readonly posts: readonly DocId[]
}

/**
 * The posts' `categories` or `tags`, in the order in which the posts (oldest first, as they were read) name them. Words
 * are the same as keys of Ruby's hashes are: 2 and 2.0 are two.
 */
export function terms(site: Site, key: 'categories' | 'tags'): readonly Term[] {
  const found = new Map<string, { name: Value; posts: Document[] }>()
  for (const post of postsOf(site)) {
    const words = post.data.get(key)
    if (!isList(words)) continue
    for (const name of words) {
      const identity = identityKey(name)
      const term = found.get(identity)
      if (term === undefined) found.set(identity, { name, posts: [post] })
      else term.posts.push(post)
    }
  }
  return Array.from(found.values(), ({ name, posts }) => ({
    name,
    posts: mergeSort(posts, compareDocuments)
      .toReversed()
      .map((post) => post.id),
  }))
}

function postsOf({ collections, renderables }: Site): Document[] {
  const posts: Document[] = []
  for (const id of collections.get('posts')?.documents ?? []) {
    const post = renderables.get(id)
    if (post?.kind === 'document') posts.push(post)
  }
  return posts
}
