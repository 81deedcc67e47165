/** What jekyll-seo-tag reads of the configuration and of front matter, besides titles and descriptions. */
import { type PluginSettings, schema } from '../../plugin-api.ts'

const { choice, hash, list, mapping, oneOrMore, scalar, text } = schema

export const SETTINGS: PluginSettings = {
  config: {
    twitter: hash('Twitter cards', {
      username: text('of the site'),
      card: choice('kind of card', ['summary', 'summary_large_image'], { default: 'summary_large_image' }),
    }),
    facebook: hash('Facebook', {
      app_id: scalar('application'),
      publisher: text('page'),
      admins: oneOrMore('users', { type: ['string', 'number'] }),
    }),
    social: hash('profiles of the site’s owner', {
      name: text('their name'),
      links: list('addresses', { type: ['string', 'null'] }),
    }),
    webmaster_verifications: mapping('codes by service', { type: ['string', 'number', 'null'] }),
    google_site_verification: text('code', {
      deprecationMessage: 'write `webmaster_verifications: { google: … }`',
    }),
  },
  frontMatter: {
    title_category: text('follows the title'),
    seo_description_max_words: scalar('how many words of the description are shown'),
    canonical_url: text('address of the original'),
    seo: hash('jekyll-seo-tag', {
      type: text('kind of schema.org'),
      name: text('name'),
      links: { type: ['array', 'null'], description: 'profiles of the person or thing' },
    }),
  },
}
