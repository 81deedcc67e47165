/**
 * jekyll-seo-tag: `{% seo %}` puts the tags search engines and social networks look for into a page's head, JSON-LD
 * among them. `{% seo title=false %}` leaves the `<title>` to the layout, `canonical=false` the original's address.
 * https://github.com/jekyll/jekyll-seo-tag
 */
import { asTag, definePlugin, fieldOf, isBlank, isTruthy, toOutput, toText } from '../../plugin-api.ts'
import { type Facts, factsOf, type Subject, subjectOf } from './facts.ts'
import { jsonLd } from './json-ld.ts'
import { SETTINGS } from './settings.ts'

/** Proofs of ownership by the key of `webmaster_verifications`, and the names of their tags. */
const VERIFICATIONS: readonly (readonly [string, string])[] = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
]

export const seoTag = definePlugin({
  name: 'jekyll-seo-tag',
  settings: SETTINGS,
  tags: [
    asTag<{ readonly title: boolean; readonly canonical: boolean }>({
      name: 'seo',
      parse: (markup) => ({
        title: !/title=false/i.test(markup),
        canonical: !/canonical=false/i.test(markup),
      }),
      render({ title, canonical }, ctx) {
        const subject = subjectOf(ctx)
        const facts = factsOf(subject)
        const rows = [
          `<!-- Begin Jekyll SEO tag v${subject.version.number} -->`,
          ...(title && facts.title !== null ? [`<title>${facts.title}</title>`] : []),
          ...rowsOf(subject, facts, canonical || !subject.version.canonicalOff),
          '<script type="application/ld+json">',
          `${jsonLd(subject, facts)}</script>`,
          '<!-- End Jekyll SEO tag -->\n',
        ]
        return rows.join('\n')
      },
    }),
  ],
})

/** How the tags of a page are written. */
interface Metas {
  named(name: string, value: unknown): string
  property(name: string, value: unknown): string
  /** `name` of Twitter's, as that version writes it */
  twitter(name: string, value: unknown): string
  /** as the value of an attribute */
  text(value: unknown): string
}

function metasOf({ ctx, services, version }: Subject): Metas {
  const text = (value: unknown): string =>
    toOutput(version.escapes ? services.filter(ctx, 'escape_once', value) : value)
  const meta = (kind: string, name: string, value: unknown): string =>
    `<meta ${kind}="${name}" content="${text(value)}" />`
  return {
    text,
    named: (name, value) => meta('name', name, value),
    property: (name, value) => meta('property', name, value),
    twitter: (name, value) => meta(version.twitterNames ? 'name' : 'property', name, value),
  }
}

/** The tags between the title and the JSON-LD, those that have something to say. */
function rowsOf(subject: Subject, facts: Facts, withCanonical: boolean): readonly string[] {
  const { ctx, site, version } = subject
  const metas = metasOf(subject)
  const { named, property } = metas
  const { pageTitle, author, description } = facts
  const rows: string[] = [named('generator', `Jekyll v${toText(fieldOf(ctx.get('jekyll'), 'version'))}`)]
  const add = (present: unknown, make: (name: string, value: unknown) => string, name: string): void => {
    if (isTruthy(present)) rows.push(make(name, present))
  }
  add(pageTitle, property, 'og:title')
  add(author?.name, named, 'author')
  rows.push(property('og:locale', facts.locale))
  add(description, named, 'description')
  const both = version.twitterNames ? 'name="twitter:description" property' : 'property'
  if (isTruthy(description))
    rows.push(`<meta ${both}="og:description" content="${metas.text(description)}" />`)
  if (isTruthy(site('url'))) {
    if (withCanonical) rows.push(`<link rel="canonical" href="${metas.text(facts.canonical)}" />`)
    rows.push(property('og:url', facts.canonical))
  }
  add(facts.siteTitle, property, 'og:site_name')
  if (facts.image !== null) {
    const { path, height, width, alt } = facts.image
    rows.push(property('og:image', path))
    add(height, property, 'og:image:height')
    add(width, property, 'og:image:width')
    add(alt, property, 'og:image:alt')
  }
  rows.push(
    ...kindRows(subject, facts, metas),
    ...pagerRows(subject, metas),
    ...twitterRows(subject, facts, metas),
  )
  rows.push(...facebookRows(subject, metas), ...verificationRows(subject, metas))
  return rows
}

/** A page with a date is an article. */
function kindRows(
  { ctx, services, page, version }: Subject,
  { modified }: Facts,
  { property }: Metas,
): readonly string[] {
  const date = page('date')
  if (!isTruthy(date)) return [property('og:type', 'website')]
  const published = services.filter(ctx, 'date_to_xmlschema', date)
  const rows = [property('og:type', 'article'), property('article:published_time', published)]
  if (version.modifiedTime && isTruthy(modified))
    rows.push(property('article:modified_time', services.filter(ctx, 'date_to_xmlschema', modified)))
  return rows
}

function pagerRows({ ctx, services }: Subject, { text }: Metas): readonly string[] {
  const paginator = ctx.get('paginator')
  const rows: string[] = []
  for (const [rel, key] of [
    ['prev', 'previous_page_path'],
    ['next', 'next_page_path'],
  ] as const) {
    const path = fieldOf(paginator, key)
    if (isTruthy(path)) rows.push(`<link rel="${rel}" href="${text(services.absoluteUrl(toText(path)))}" />`)
  }
  return rows
}

function twitterRows(
  { site, page }: Subject,
  { image, pageTitle, author }: Facts,
  { named, twitter }: Metas,
): readonly string[] {
  const rows: string[] = []
  const settings = site('twitter')
  if (image !== null) {
    const card = [fieldOf(page('twitter'), 'card'), fieldOf(settings, 'card')].find((each) => !isBlank(each))
    rows.push(named('twitter:card', card ?? 'summary_large_image'))
    rows.push(twitter('twitter:image', image.path))
    if (isTruthy(image.alt)) rows.push(named('twitter:image:alt', image.alt))
  } else rows.push(named('twitter:card', 'summary'))
  if (pageTitle !== null) rows.push(twitter('twitter:title', pageTitle))
  if (!isTruthy(settings)) return rows
  rows.push(named('twitter:site', `@${toText(fieldOf(settings, 'username')).replaceAll('@', '')}`))
  if (isTruthy(author?.twitter)) rows.push(named('twitter:creator', `@${toText(author?.twitter)}`))
  return rows
}

function facebookRows({ site }: Subject, { property }: Metas): readonly string[] {
  const rows: string[] = []
  for (const [key, name] of [
    ['admins', 'fb:admins'],
    ['publisher', 'article:publisher'],
    ['app_id', 'fb:app_id'],
  ] as const) {
    const value = fieldOf(site('facebook'), key)
    if (isTruthy(value)) rows.push(property(name, value))
  }
  return rows
}

function verificationRows({ site }: Subject, { named }: Metas): readonly string[] {
  const all = site('webmaster_verifications')
  if (isTruthy(all))
    return VERIFICATIONS.flatMap(([key, name]) => {
      const value = fieldOf(all, key)
      return isTruthy(value) ? [named(name, value)] : []
    })
  const google = site('google_site_verification')
  return isTruthy(google) ? [named('google-site-verification', google)] : []
}
