/** Keys of front matter that Jekyll itself reads. */
import { bare, either, flag, type Keys, oneOrMore, scalar, text } from './fragment.ts'

const WORDS = oneOrMore('', { type: ['string', 'number'] })

export const FRONT_MATTER_KEYS: Keys = {
  layout: either('layout by its name; `none` for none', bare('string'), { enum: [false] }),
  title: scalar('title of the page'),
  description: scalar('one sentence, for feeds and search engines'),
  permalink: text('address of the page', { examples: ['/about/', '/:year/:title/'] }),
  published: flag('false leaves it out of the site'),
  date: { description: 'date and time: `2024-05-01 10:00:00 +0200`', type: ['string', 'null'] },
  category: { ...WORDS, description: 'one category' },
  categories: { ...WORDS, description: 'categories: a list, or words with spaces' },
  tag: { ...WORDS, description: 'one tag' },
  tags: { ...WORDS, description: 'tags: a list, or words with spaces' },
  slug: scalar('last part of the address'),
  lang: text('language of the page, where it is not the site’s'),
  excerpt: scalar('excerpt, instead of the first paragraph'),
  excerpt_separator: text('what ends the excerpt'),
  render_with_liquid: flag('false leaves templates in the text alone'),
  order: {
    type: ['number', 'string', 'null'],
    description: 'place in its collection, where `sort_by` says so',
  },
}
