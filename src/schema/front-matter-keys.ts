/** Keys of front matter that Jekyll and bundled plugins read. */
import { ATTRIBUTION_FRONT_MATTER } from './attribution-keys.ts'
import { bare, either, flag, hash, type Keys, oneOrMore, scalar, text } from './fragment.ts'

const WORDS = oneOrMore('', { type: ['string', 'number'] })

export const FRONT_MATTER_KEYS: Keys = {
  layout: either('layout by its name; `none` for none', bare('string'), { enum: [false] }),
  title: scalar('title of the page'),
  description: scalar('one sentence, for feeds and search engines'),
  permalink: text('address of the page', { examples: ['/about/', '/:year/:title/'] }),
  published: flag('false leaves it out of the site'),
  date: { description: 'date and time: `2024-05-01 10:00:00 +0200`', type: ['string', 'null'] },
  last_modified_at: scalar('when it was last changed'),
  category: { ...WORDS, description: 'one category' },
  categories: { ...WORDS, description: 'categories: a list, or words with spaces' },
  tag: { ...WORDS, description: 'one tag' },
  tags: { ...WORDS, description: 'tags: a list, or words with spaces' },
  slug: scalar('last part of the address'),
  lang: text('language of the page, where it is not the site’s'),
  excerpt: scalar('excerpt, instead of the first paragraph'),
  excerpt_separator: text('what ends the excerpt'),
  render_with_liquid: flag('false leaves templates in the text alone'),
  sitemap: either('false keeps it out of the sitemap', bare('boolean'), bare('object')),
  search: flag('false keeps it out of the search'),
  redirect_from: oneOrMore('old addresses that lead here', bare('string')),
  redirect_to: oneOrMore('where this page leads', bare('string')),
  image: either(
    'picture for social networks',
    bare('string'),
    hash('a picture', {
      path: text('address'),
      width: scalar('pixels'),
      height: scalar('pixels'),
      alt: text('in words'),
    }),
  ),
  social_card: either(
    'card drawn at build time: false for none, or a picture of your own',
    bare('boolean'),
    bare('string'),
  ),
  canonical_url: text('address of the original'),
  seo: hash('jekyll-seo-tag', {
    type: text('kind of schema.org'),
    name: text('name'),
    links: { type: ['array', 'null'], description: 'profiles of the person or thing' },
  }),
  toc: flag('whether to show a table of contents'),
  pagination: hash('jekyll-paginate-v2', { enabled: flag('turn it on') }),
  math: flag('whether the page has formulas'),
  series: scalar('series the post belongs to'),
  comments: flag('false turns comments off'),
  feed: hash('jekyll-feed', { excerpt_only: flag('no full text') }),
  order: {
    type: ['number', 'string', 'null'],
    description: 'place in its collection, where `sort_by` says so',
  },
  ...ATTRIBUTION_FRONT_MATTER,
}
