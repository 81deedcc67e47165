/**
 * jekyll-seo-tag 2.8: `{% seo %}` puts the tags search engines and social networks look for into a page's head, JSON-LD
 * among them. `{% seo title=false %}` leaves the `<title>` to the layout. https://github.com/jekyll/jekyll-seo-tag
 */
import { asTag, definePlugin, fieldOf, isBlank, isTruthy, toOutput, toText } from '../../plugin-api.ts'
import { type Facts, factsOf, type Subject, subjectOf } from './facts.ts'
import { jsonLd } from './json-ld.ts'

const VERSION = '2.8.0'

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
  tags: [
    asTag<boolean>({
      name: 'seo',
      parse: (markup) => !/title=false/i.test(markup),
      render(withTitle, ctx) {
        const subject = subjectOf(ctx)
        const facts = factsOf(subject)
        const rows = [
          `<!-- Begin Jekyll SEO tag v${VERSION} -->`,
          ...(withTitle && facts.title !== null ? [`<title>${facts.title}</title>`] : []),
          ...rowsOf(subject, facts),
          '<script type="application/ld+json">',
          `${jsonLd(subject, facts)}</script>`,
          '<!-- End Jekyll SEO tag -->\n',
        ]
        return rows.join('\n')
      },
    }),
  ],
})

function named(name: string, value: unknown): string {
  return `<meta name="${name}" content="${toOutput(value)}" />`
}

function property(name: string, value: unknown): string {
  return `<meta property="${name}" content="${toOutput(value)}" />`
}

/** The tags between the title and the JSON-LD, those that have something to say. */
function rowsOf(subject: Subject, facts: Facts): readonly string[] {
  const { ctx, site } = subject
  const { pageTitle, author, description } = facts
  const rows: string[] = [named('generator', `Jekyll v${toText(fieldOf(ctx.get('jekyll'), 'version'))}`)]
  const add = (present: unknown, make: (name: string, value: unknown) => string, name: string): void => {
    if (isTruthy(present)) rows.push(make(name, present))
  }
  add(pageTitle, property, 'og:title')
  add(author?.name, named, 'author')
  rows.push(property('og:locale', facts.locale))
  add(description, named, 'description')
  add(description, property, 'og:description')
  if (isTruthy(site('url'))) {
    rows.push(`<link rel="canonical" href="${facts.canonical}" />`)
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
  rows.push(...kindRows(subject), ...pagerRows(subject), ...twitterRows(subject, facts))
  rows.push(...facebookRows(subject), ...verificationRows(subject))
  return rows
}

/** A page with a date is an article. */
function kindRows({ ctx, services, page }: Subject): readonly string[] {
  const date = page('date')
  if (!isTruthy(date)) return [property('og:type', 'website')]
  const published = services.filter(ctx, 'date_to_xmlschema', date)
  return [property('og:type', 'article'), property('article:published_time', published)]
}

function pagerRows({ ctx, services }: Subject): readonly string[] {
  const paginator = ctx.get('paginator')
  const rows: string[] = []
  for (const [rel, key] of [
    ['prev', 'previous_page_path'],
    ['next', 'next_page_path'],
  ] as const) {
    const path = fieldOf(paginator, key)
    if (isTruthy(path)) rows.push(`<link rel="${rel}" href="${services.absoluteUrl(toText(path))}" />`)
  }
  return rows
}

function twitterRows({ site, page }: Subject, { image, pageTitle, author }: Facts): readonly string[] {
  const rows: string[] = []
  const settings = site('twitter')
  if (image !== null) {
    const card = [fieldOf(page('twitter'), 'card'), fieldOf(settings, 'card')].find((each) => !isBlank(each))
    rows.push(named('twitter:card', card ?? 'summary_large_image'))
    rows.push(property('twitter:image', image.path))
    if (isTruthy(image.alt)) rows.push(named('twitter:image:alt', image.alt))
  } else rows.push(named('twitter:card', 'summary'))
  if (pageTitle !== null) rows.push(property('twitter:title', pageTitle))
  if (!isTruthy(settings)) return rows
  rows.push(named('twitter:site', `@${toText(fieldOf(settings, 'username')).replaceAll('@', '')}`))
  if (isTruthy(author?.twitter)) rows.push(named('twitter:creator', `@${toText(author?.twitter)}`))
  return rows
}

function facebookRows({ site }: Subject): readonly string[] {
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

function verificationRows({ site }: Subject): readonly string[] {
  const all = site('webmaster_verifications')
  if (isTruthy(all))
    return VERIFICATIONS.flatMap(([key, name]) => {
      const value = fieldOf(all, key)
      return isTruthy(value) ? [named(name, value)] : []
    })
  const google = site('google_site_verification')
  return isTruthy(google) ? [named('google-site-verification', google)] : []
}
