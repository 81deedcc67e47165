/** Who wrote a post, by name: what the pages of authors go by. */
import { type Hash, isHash, listOf, rubyToS, type Site, type Value } from '../../plugin-api.ts'

/**
 * Names of the authors in front matter, or of the site's: keys of `authors` and `_data/authors` are the people they name.
 */
export function authorNames({ data }: { readonly data: Hash }, site: Site): readonly string[] {
  const { config } = site
  const own = [data.get('authors'), data.get('author'), config.data.get('author')].find(
    (value) => listOf(value).length > 0,
  )
  const named = (isHash(own ?? null) ? [own] : listOf(own)) as readonly Value[]
  return [...new Set(named.map((person) => nameOf(person, site)).filter((name) => name !== ''))]
}

function nameOf(person: Value, site: Site): string {
  if (isHash(person)) return rubyToS(person.get('name') ?? person.get('login') ?? '').trim()
  const key = rubyToS(person)
  const lists = [
    site.config.data.get('authors') ?? null,
    isHash(site.data) ? (site.data.get('authors') ?? null) : null,
  ]
  for (const list of lists) {
    const known = isHash(list) ? (list.get(key) ?? null) : null
    if (isHash(known)) return rubyToS(known.get('name') ?? key).trim()
  }
  return key.trim()
}
