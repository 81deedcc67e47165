/** The JSON-LD of jekyll-seo-tag: schema.org's words for a page, keys sorted, those without a value left out. */
import { fieldOf, isBlank, isTruthy } from '../../plugin-api.ts'
import { type Author, type Facts, format, type Subject } from './facts.ts'

export function jsonLd(subject: Subject, facts: Facts): string {
  const { ctx, services, site, page } = subject
  const seo = (key: string): unknown => fieldOf(page('seo'), key)
  const date = (value: unknown): unknown =>
    isTruthy(value) ? services.filter(ctx, 'date_to_xmlschema', value) : null
  const type = typeOf(subject, facts)
  const social = (key: string): unknown => fieldOf(site('social'), key)
  const isText = type === 'BlogPosting' || type === 'CreativeWork'
  const all: readonly (readonly [string, unknown])[] = [
    ['@context', 'https://schema.org'],
    ['@type', type],
    ['author', personOf(facts.author)],
    ['dateModified', date(facts.modified)],
    ['datePublished', date(page('date'))],
    ['description', facts.description],
    ['headline', facts.pageTitle],
    ['image', facts.image?.inJson],
    [
      'mainEntityOfPage',
      isText
        ? new Map([
            ['@type', 'WebPage'],
            ['@id', facts.canonical],
          ])
        : null,
    ],
    ['name', nameOf(subject, facts)],
    ['publisher', publisherOf(facts)],
    ['sameAs', isTruthy(seo('links')) ? seo('links') : facts.isHome ? social('links') : null],
    ['url', facts.canonical],
  ]
  // Only `canonical_url` of the front matter may be false and is shown as that.
  const shown = all.filter(([key, value]) => isTruthy(value) || (key === 'url' && value === false))
  const json = String(services.filter(ctx, 'jsonify', new Map(shown)))
  return subject.version.escapes ? json.replace(/[&<>\u2028\u2029]/g, escaped) : json
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function nameOf(subject: Subject, { isHome, siteTitle }: Facts): string | null {
  const own = format(subject, fieldOf(subject.page('seo'), 'name'))
  if (own !== null || !isHome) return own
  const social = fieldOf(subject.site('social'), 'name')
  return isTruthy(social) ? format(subject, social) : siteTitle
}

function typeOf({ page }: Subject, facts: Facts): unknown {
  const own = fieldOf(page('seo'), 'type')
  if (isTruthy(own)) return own
  if (facts.isHome) return 'WebSite'
  return isTruthy(page('date')) ? 'BlogPosting' : 'WebPage'
}

function personOf(author: Author | null): ReadonlyMap<string, unknown> | null {
  if (author === null || !isTruthy(author.name)) return null
  const person = new Map<string, unknown>([
    ['@type', isBlank(author.type) ? 'Person' : author.type],
    ['name', author.name],
  ])
  return isTruthy(author.url) ? person.set('url', author.url) : person
}

function publisherOf({ logo, author }: Facts): ReadonlyMap<string, unknown> | null {
  if (logo === null) return null
  const publisher = new Map<string, unknown>([
    ['@type', 'Organization'],
    [
      'logo',
      new Map([
        ['@type', 'ImageObject'],
        ['url', logo],
      ]),
    ],
  ])
  return isTruthy(author?.name) ? publisher.set('name', author?.name) : publisher
}
