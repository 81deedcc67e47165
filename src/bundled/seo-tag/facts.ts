/** What jekyll-seo-tag says of a page, before it is put into tags: titles, description, author, image, address. */
import {
  fieldOf,
  isBlank,
  isTruthy,
  type RenderContext,
  type Services,
  servicesOf,
  toText,
} from '../../plugin-api.ts'
import { type SeoTagVersion, seoTagVersion } from './versions.ts'

export interface Author {
  readonly name: unknown
  readonly type: unknown
  readonly url: unknown
  /** without its `@` */
  readonly twitter: unknown
}

interface Image {
  readonly path: string
  readonly height: unknown
  readonly width: unknown
  readonly alt: unknown
  /** what JSON-LD shows: the address alone, or everything front matter says of the image */
  readonly inJson: string | ReadonlyMap<unknown, unknown>
}

export interface Facts {
  readonly title: string | null
  readonly pageTitle: string | null
  readonly siteTitle: string | null
  readonly description: string | null
  readonly author: Author | null
  readonly image: Image | null
  readonly logo: string | null
  readonly locale: string
  /** a text, unless front matter has something else */
  readonly canonical: unknown
  /** when the text was changed, as front matter has it; the date of the page where it says nothing */
  readonly modified: unknown
  /** the home page, or the page that tells of the site */
  readonly isHome: boolean
}

/** Reads fields of `site` and `page`, and formats them. */
export interface Subject {
  readonly ctx: RenderContext
  readonly services: Services
  readonly version: SeoTagVersion
  site(key: string): unknown
  page(key: string): unknown
}

export function subjectOf(ctx: RenderContext): Subject {
  const site = ctx.get('site')
  const page = ctx.get('page')
  const services = servicesOf(ctx)
  return {
    ctx,
    services,
    version: seoTagVersion(services.site),
    site: (key) => fieldOf(site, key),
    page: (key) => fieldOf(page, key),
  }
}

const HOME = /^\/(?:about\/)?(?:index\.html?)?$/

export function factsOf(subject: Subject): Facts {
  const { site, page, services } = subject
  const siteTitle = format(subject, firstTrue(site('title'), site('name')))
  const named = [page('title'), subject.version.titleCategory ? page('title_category') : null]
  const ownTitle = named.flatMap((part) => format(subject, part) ?? []).join(' | ') || null
  const siteDescription = format(subject, site('description'))
  const pageTitle = ownTitle ?? siteTitle
  // A tagline shows only on sites that have a description too.
  const motto = siteDescription === null ? null : (format(subject, site('tagline')) ?? siteDescription)
  const image = imageOf(subject)
  const url = toText(page('url'))
  const own = page('canonical_url')
  return {
    title: numbered(subject, wholeTitle(siteTitle, pageTitle, motto)),
    pageTitle,
    siteTitle,
    description: shortened(
      subject,
      format(subject, firstTrue(page('description'), page('excerpt'))) ?? siteDescription,
    ),
    modified: [fieldOf(page('seo'), 'date_modified'), page('last_modified_at'), page('date')].find(isTruthy),
    author: authorOf(subject),
    image,
    logo: logoOf(subject),
    locale: localeOf(subject),
    canonical:
      own === null || own === undefined || own === ''
        ? services.absoluteUrl(url).replace(/\/index\.html$/, '/')
        : own,
    isHome: HOME.test(url),
  }
}

/** The first words of a description that is too long, with an ellipsis. */
function shortened({ version, page }: Subject, description: string | null): string | null {
  if (description === null || version.descriptionWords === undefined) return description
  const given = page('seo_description_max_words')
  const most = typeof given === 'number' ? given : version.descriptionWords
  const words = description.split(' ')
  return words.length > most ? `${words.slice(0, most).join(' ')}…` : description
}

function firstTrue(...values: readonly unknown[]): unknown {
  return values.find(isTruthy)
}

/** `value` as one line of plain text: its Markdown run, tags dropped, escaped once; null when nothing is left. */
export function format({ ctx, services }: Subject, value: unknown): string | null {
  if (!isTruthy(value)) return null
  const html = services.markdownify(toText(value))
  const plain = toText(services.filter(ctx, 'normalize_whitespace', services.filter(ctx, 'strip_html', html)))
  return plain === '' ? null : toText(services.filter(ctx, 'escape_once', plain))
}

function wholeTitle(site: string | null, page: string | null, motto: string | null): string | null {
  if (site !== null && page !== null && page !== site) return `${page} | ${site}`
  if (site !== null && motto !== null) return `${site} | ${motto}`
  return page ?? site
}

/** `Page 2 of 3 for …` on the later pages of a pagination. */
function numbered({ ctx }: Subject, title: string | null): string | null {
  const paginator = ctx.get('paginator')
  const page = fieldOf(paginator, 'page')
  if (!isTruthy(paginator) || typeof page !== 'number' || page <= 1) return title
  return `Page ${page} of ${toText(fieldOf(paginator, 'total_pages'))} for ${title ?? ''}`
}

function authorOf({ site, page }: Subject): Author | null {
  const authors = page('authors')
  const first = Array.isArray(authors) ? authors[0] : null
  const given = [page('author'), first, site('author')].find((each) => !isBlank(each))
  const known = typeof given === 'string' ? fieldOf(fieldOf(site('data'), 'authors'), given) : given
  const hash = known instanceof Map ? known : null
  if (hash === null && typeof given !== 'string') return null
  const name = hash?.get('name') ?? (typeof given === 'string' ? given : null)
  const twitter = hash?.get('twitter') ?? name
  return {
    name,
    type: hash?.get('type') ?? null,
    url: hash?.get('url') ?? null,
    twitter: typeof twitter === 'string' ? twitter.replaceAll('@', '') : null,
  }
}

function imageOf({ ctx, page, services, version }: Subject): Image | null {
  const given = page('image')
  if (!(given instanceof Map) && typeof given !== 'string') return null
  const hash: ReadonlyMap<unknown, unknown> =
    given instanceof Map ? given : new Map<unknown, unknown>([['path', given]])
  const raw = [hash.get('path'), hash.get('facebook'), hash.get('twitter')].find(isTruthy)
  if (raw === undefined) return null
  // Whatever is no text stops the build, with the words of the filter.
  if (typeof raw !== 'string') return services.filter(ctx, 'uri_escape', raw) as never
  const isRelative = version.relativeImages && !/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(raw)
  const url = toText(page('url'))
  const path = raw.includes('://')
    ? toText(services.filter(ctx, 'uri_escape', raw))
    : services.absoluteUrl(isRelative ? url.slice(0, url.lastIndexOf('/') + 1) + raw : raw)
  const rest = new Map(hash)
  rest.delete('path')
  const all = new Map(rest).set('url', path).set('@type', 'imageObject')
  return {
    path,
    height: hash.get('height') ?? null,
    width: hash.get('width') ?? null,
    alt: hash.get('alt') ?? null,
    inJson: rest.size === 0 ? path : all,
  }
}

function logoOf({ site, services }: Subject): string | null {
  const logo = site('logo')
  if (!isTruthy(logo)) return null
  if (typeof logo !== 'string')
    return services.raise(
      `Can't convert ${services.rubyClass(logo)} into String.`,
      'write an address as `logo`',
    )
  return services.absoluteUrl(logo)
}

function localeOf({ page, site, services }: Subject): string {
  const locale = firstTrue(page('locale'), site('locale'), page('lang'), site('lang'), 'en_US')
  return typeof locale === 'string' ? locale.replaceAll('-', '_') : services.noMethod('tr', locale)
}
