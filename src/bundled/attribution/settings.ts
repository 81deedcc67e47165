/** Whose work it is: what the configuration and front matter may say. */
import { type PluginSettings, schema } from '../../plugin-api.ts'
import type { PageOption } from './model.ts'
import { DEFAULTS, DOWNLOAD_KINDS } from './options.ts'

const { bare, choice, either, flag, hash, list, mapping, oneOrMore, text } = schema

const MONTH: schema.Fragment = {
  description: 'a month or a day: `2019-03`, `2019-03-15`',
  anyOf: [{ type: 'string', pattern: '^\\d{4}(?:-\\d{1,2}(?:-\\d{1,2})?)?$' }, { type: ['integer', 'null'] }],
}

const SPAN: schema.Keys = {
  from: { ...MONTH, description: 'first month or day' },
  to: { ...MONTH, description: 'last month or day, which counts; absent: until now' },
  role: text('what the author did there'),
}

const LOGO: schema.Fragment = either(
  'path of the logo, or one for each ground',
  bare('string'),
  hash('logos', {
    light: text('on a light ground'),
    dark: text('on a dark ground'),
    width: { type: ['number', 'null'], description: 'pixels' },
    height: { type: ['number', 'null'], description: 'pixels' },
    alt: text('in words'),
  }),
)

const LICENSE: schema.Fragment = either(
  'licence of the text: an SPDX id, or one of your own',
  { type: 'string', examples: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'MIT'] },
  hash('a licence', {
    id: text('SPDX id'),
    name: text('its name'),
    url: text('its text'),
    text: text('in one sentence'),
  }),
)

const CREDIT = hash('whose a picture, icon, font or logo is', {
  asset: text('its path on the site'),
  kind: choice('what it is', ['image', 'icon', 'font', 'logo', 'photo', 'text']),
  title: text('its title'),
  author: text('who made it'),
  author_url: text("the maker's page"),
  source: text('where it comes from'),
  license: LICENSE,
  changes: text('what was changed'),
  url: text('its page'),
})

const PAGE = (what: string, { permalink, layout, title }: PageOption): schema.Fragment =>
  either(
    what,
    bare('string'),
    { enum: [false, true] },
    hash('', {
      permalink: text('address', { default: permalink }),
      layout: text('layout', { default: layout }),
      title: text('title', title === null ? {} : { default: title }),
    }),
  )

const CONFIG: schema.Keys = {
  authors: mapping('people by key, for posts with several authors', { type: ['object', 'null', 'string'] }),
  employers: mapping(
    'companies by key',
    hash('a company, and when the author worked for it', {
      name: text('its name'),
      url: text('its home page'),
      logo: LOGO,
      blog: text('its official blog'),
      profiles: mapping('addresses or names by service', { type: ['string', 'null'] }),
      ...SPAN,
      spans: list('several spans instead of one', hash('a span', SPAN)),
      text: text('about it, in Markdown'),
    }),
  ),
  license: LICENSE,
  disclaimer: text('in the author’s words, Markdown'),
  attribution: hash('the plugin `attribution`', {
    require_credits: flag('each image needs a credit', { default: DEFAULTS.requireCredits }),
    employer_pages: PAGE('a page for each employer', DEFAULTS.employerPages),
    employers_page: PAGE('a page of all employers', DEFAULTS.employersPage),
    credits_page: PAGE('a page of all credits', DEFAULTS.creditsPage),
    downloads: {
      ...either('citations to download beside each post', bare('boolean'), {
        type: 'array',
        items: { enum: DOWNLOAD_KINDS },
      }),
      default: DEFAULTS.downloads,
    },
    citation_file: {
      ...either('`CITATION.cff` of the site', bare('string'), { enum: [false] }),
      default: DEFAULTS.citationFile,
    },
    copyright_holder: text('`author`, `employer`, or a name', { default: DEFAULTS.copyrightHolder }),
    publish_email: flag('put addresses into machine-readable forms', { default: DEFAULTS.publishEmail }),
    open_graph: flag('write Open Graph properties'),
  }),
}

const FRONT_MATTER: schema.Keys = {
  author: oneOrMore('who wrote it: a name, a key, or a person', { type: ['string', 'object'] }),
  authors: oneOrMore('who wrote it, several', { type: ['string', 'object'] }),
  employer: oneOrMore('for whom: a key of `employers`, or `none`; without it the dates say', bare('string')),
  worked: either(
    'when the work was done, where it is not the date of the post',
    MONTH,
    hash('a span', { from: MONTH, to: MONTH }),
  ),
  license: LICENSE,
  credits: list('credits of the assets on this page', CREDIT),
  disclaimer: either('instead of the site’s; false for none', bare('string'), { enum: [false] }),
  bibtex: text('the key of the BibTeX entry, or the whole entry'),
}

export const SETTINGS: PluginSettings = { config: CONFIG, frontMatter: FRONT_MATTER }
