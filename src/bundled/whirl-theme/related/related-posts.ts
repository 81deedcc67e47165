/** Related posts, found while the site is built and kept until a post changes. */
import {
  type BytesCache,
  type DocId,
  type Document,
  documentsOf,
  languageOf,
  mapRenderables,
  rubyToS,
  type Site,
  sha256,
  type Value,
} from '../../../plugin-api.ts'
import type { Tongue } from '../tongues.ts'
import { namesOf } from '../words.ts'
import { rankRelated } from './rank.ts'
import { countName, countTerms, type Terms } from './terms.ts'

/** Under which posts carry the ids of their related ones. */
export const RELATED_KEY = 'whirl_related'
const CACHE_KEY = 'whirl-related'
/** Another way of finding them has another number. */
const VERSION = 1

/** How much more the title and a tag say than a word of the text. */
const TITLE = 3
const TAG = 6

/** `site` whose posts know up to `most` others like them, in the same language. */
export function withRelated(site: Site, most: number, tongues: readonly Tongue[], cache: BytesCache): Site {
  const posts = documentsOf(site).filter(({ collection }) => collection === 'posts')
  const main = site.config.data.get('lang')
  const groups = tongues.flatMap(({ lang, has }) => [...byLanguage(posts.filter(has), lang ?? main).values()])
  const digest = sha256(JSON.stringify([VERSION, most, groups.map((group) => group.map(digestOf))]))
  const kept = cache.get(CACHE_KEY)
  const related = (kept === undefined ? undefined : readKept(kept, digest)) ?? find(groups, most)
  cache.put(CACHE_KEY, Buffer.from(JSON.stringify({ digest, related: [...related] })))
  return mapRenderables(site, {
    document(doc) {
      const ids = related.get(doc.id)
      if (ids === undefined || doc.data.get('related_posts') === false) return doc
      return { ...doc, data: new Map<Value, Value>(doc.data).set(RELATED_KEY, [...ids]) }
    },
  })
}

/** Posts by what they say they are written in, whatever the country: a site of one language may have some in others. */
function byLanguage(posts: readonly Document[], main: Value): ReadonlyMap<string, readonly Document[]> {
  const groups = new Map<string, Document[]>()
  for (const post of posts) {
    const language = languageOf(post.data.get('lang'), main).split(/[-_]/)[0]?.toLowerCase() ?? ''
    const group = groups.get(language)
    if (group === undefined) groups.set(language, [post])
    else group.push(post)
  }
  return groups
}

function digestOf(post: Document): string {
  return sha256(`${post.id}\0${titleOf(post)}\0${tagsOf(post).join('\0')}\0\0${post.body}`)
}

function find(groups: readonly (readonly Document[])[], most: number): ReadonlyMap<DocId, readonly DocId[]> {
  const related = new Map<DocId, readonly DocId[]>()
  for (const group of groups)
    for (const [at, places] of rankRelated(group.map(termsOf), most).entries())
      if (places.length > 0)
        related.set(
          (group[at] as Document).id,
          places.map((place) => (group[place] as Document).id),
        )
  return related
}

function termsOf(post: Document): Terms {
  const terms: Terms = new Map()
  countTerms(titleOf(post), TITLE, terms)
  for (const tag of tagsOf(post)) countName(tag, TAG, terms)
  countTerms(post.body, 1, terms)
  return terms
}

function titleOf({ data, slug }: Document): string {
  return rubyToS(data.get('title') ?? slug)
}

function tagsOf(post: Document): readonly string[] {
  return [...namesOf(post, 'tags'), ...namesOf(post, 'categories')]
}

function readKept(bytes: Uint8Array, digest: string): ReadonlyMap<DocId, readonly DocId[]> | undefined {
  try {
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as {
      digest?: unknown
      related?: readonly (readonly [DocId, readonly DocId[]])[]
    }
    return kept.digest === digest && Array.isArray(kept.related) ? new Map(kept.related) : undefined
  } catch {
    // Written by another program, or cut off: as good as absent.
    return undefined
  }
}
