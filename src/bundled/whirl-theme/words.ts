/** Posts by tag, category, series and author. */
import { type DocId, type Document, listOf, rubyToS, type Site, type Value } from '../../plugin-api.ts'
import { authorNames } from './authors.ts'
import { wordSlug } from './slug.ts'
import type { Tongue } from './tongues.ts'

export type WordKind = 'tags' | 'categories' | 'series' | 'authors'
export const WORD_KINDS: readonly WordKind[] = ['tags', 'categories', 'series', 'authors']

/** A tag, a category, a series or an author. */
export interface Word {
  /** as the first post spells it */
  readonly name: string
  readonly slug: string
  /** how others spell it otherwise than by its case */
  readonly others: readonly string[]
  /** oldest first */
  readonly posts: readonly Document[]
}

/** All words of a kind that posts in a language have, by slug, sorted by name. */
export function wordsOf(site: Site, kind: WordKind, tongue: Tongue): ReadonlyMap<string, Word> {
  const words = new Map<string, Word & { others: string[]; posts: Document[] }>()
  for (const id of site.collections.get('posts')?.documents ?? []) {
    const post = site.renderables.get(id)
    if (post?.kind !== 'document' || !tongue.has(post)) continue
    for (const name of kind === 'authors' ? authorNames(post, site) : namesOf(post, kind)) {
      const slug = wordSlug(name)
      if (slug === '') continue
      const word = words.get(slug) ?? { name, slug, others: [], posts: [] }
      words.set(slug, word)
      if (![word.name, ...word.others].some((known) => isSame(known, name))) word.others.push(name)
      if (word.posts.at(-1) !== post) word.posts.push(post)
    }
  }
  const collator = new Intl.Collator(tongue.lang?.replaceAll('_', '-') ?? 'en')
  return new Map([...words].sort(([, a], [, b]) => collator.compare(a.name, b.name)))
}

function isSame(one: string, other: string): boolean {
  const plain = (name: string): string => name.normalize().trim().toLowerCase()
  return one === other || plain(one) === plain(other)
}

/** The names that a post gives itself. */
export function namesOf(
  post: { readonly data: Document['data'] },
  kind: Exclude<WordKind, 'authors'>,
): readonly string[] {
  return listOf(post.data.get(kind))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map((value) => rubyToS(value as Value))
}

/** Newest first. */
export function newestFirst(posts: readonly Document[]): readonly DocId[] {
  return posts.map((post) => post.id).toReversed()
}
