/** Keys of `_config.yml` that the theme `whirl` reads. */
import { bare, choice, count, either, flag, hash, type Keys, list, mapping, text } from './fragment.ts'

export const THEME_KEYS: Keys = {
  whirl: hash('the theme `whirl`', {
    palette: choice('colours', ['luna', 'moss', 'ember', 'slate'], { default: 'luna' }),
    code: choice('ground of code blocks: dark always, or as the page', ['dark', 'auto'], { default: 'dark' }),
    scheme: choice('what readers get who have not chosen', ['auto', 'light', 'dark'], { default: 'auto' }),
    home_posts: count('posts on the home page', { default: 10, minimum: 1 }),
    icon: text('icon of the site'),
    menu: list('links of the header', {
      anyOf: [
        { type: 'string' },
        { type: 'object', properties: { title: { type: 'string' }, url: { type: 'string' } } },
      ],
    }),
    lists: either(
      'pages that list posts; false for none',
      { enum: [false] },
      mapping('address of each, or false', { type: ['string', 'boolean', 'null'] }),
    ),
    comments: hash('comments, loaded when the reader asks', {
      giscus: either('giscus', bare('object')),
      utterances: either('utterances', bare('object'), bare('string')),
    }),
    analytics: either('counting without cookies', bare('string'), bare('object'), flag('')),
  }),
}
