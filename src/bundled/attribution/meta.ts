/** Tags for a page's head: `citation_*` as Google Scholar and Zotero read them, and Open Graph's words for articles. */
import { dateOfTime, xmlschema } from '../../plugin-api.ts'
import { type CitedWork, jobsBehind } from './work.ts'

export interface MetaTag {
  readonly name?: string
  readonly property?: string
  readonly content: string
}

/**
 * `citation_*` of a dated page. Each author's tags follow `citation_author`, as Scholar asks; the date is written
 * 2021/03/04. https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function citationMeta(work: CitedWork): readonly MetaTag[] {
  if (work.date === null) return []
  const { authors } = work.attribution
  const { year, month, day } = dateOfTime(work.date)
  const two = (number: number): string => String(number).padStart(2, '0')
  const tags: MetaTag[] = [{ name: 'citation_title', content: work.title }]
  const add = (name: string, content: string | null): void => {
    if (content !== null && content !== '') tags.push({ name, content })
  }
  for (const author of authors) {
    add('citation_author', author.name)
    for (const { employer } of jobsBehind(author, work.attribution))
      add('citation_author_institution', employer.name)
    add('citation_author_orcid', author.orcid === null ? null : `https://orcid.org/${author.orcid}`)
    if (work.model.options.publishEmail) add('citation_author_email', author.email)
  }
  add('citation_publication_date', `${year}/${two(month)}/${two(day)}`)
  add('citation_journal_title', work.siteTitle)
  add('citation_fulltext_html_url', work.url)
  add('citation_language', work.language)
  for (const keyword of work.keywords) add('citation_keywords', keyword)
  return tags
}

/** `article:*` of a dated page: authors by their profiles' addresses (https://ogp.me/#type_article). */
export function articleMeta(work: CitedWork): readonly MetaTag[] {
  if (work.date === null) return []
  const tags: MetaTag[] = []
  for (const author of work.attribution.authors) {
    const address = author.url ?? author.profiles.find(({ url }) => /^https?:/i.test(url))?.url
    if (address !== undefined && address !== null)
      tags.push({ property: 'article:author', content: work.absolute(address) })
  }
  for (const keyword of work.keywords) tags.push({ property: 'article:tag', content: keyword })
  return tags
}

/** Open Graph's own tags, for sites where no other plugin prints them. */
export function openGraph(work: CitedWork): readonly MetaTag[] {
  const tags: MetaTag[] = [
    { property: 'og:title', content: work.title },
    { property: 'og:type', content: work.date === null ? 'website' : 'article' },
    { property: 'og:url', content: work.url },
  ]
  const add = (property: string, content: string | null): void => {
    if (content !== null && content !== '') tags.push({ property, content })
  }
  add('og:site_name', work.siteTitle)
  add('og:description', work.description)
  add(
    'og:locale',
    work.language === null || !work.language.includes('-') ? null : work.language.replace('-', '_'),
  )
  add('og:image', work.image)
  if (work.date !== null) add('article:published_time', xmlschema(work.date))
  if (work.modified !== null) add('article:modified_time', xmlschema(work.modified))
  return tags
}
