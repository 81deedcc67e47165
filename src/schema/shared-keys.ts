/** Keys of `_config.yml` and of front matter that no plugin has for itself: several read them, and themes do. */
import { bare, either, flag, hash, type Keys, mapping, scalar, text } from './fragment.ts'

export const SHARED_KEYS: Keys = {
  author: either(
    'who writes: a name, a key of `_data/authors.yml`, or a person',
    bare('string'),
    hash('a person', {
      name: text('full name'),
      email: text('address'),
      url: text('home page'),
      uri: text('home page, as Atom calls it'),
      picture: text('portrait'),
      twitter: text('user name'),
      orcid: text('ORCID'),
      profiles: mapping('addresses or user names by service', { type: ['string', 'null'] }),
    }),
  ),
  logo: text('logo of the site, for search engines'),
}

export const SHARED_FRONT_MATTER: Keys = {
  last_modified_at: scalar('when it was last changed'),
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
  math: flag('whether the page has formulas'),
}
