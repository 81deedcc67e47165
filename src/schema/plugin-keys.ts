/** Keys of `_config.yml` that bundled plugins read, by the plugin's documentation. */
import {
  bare,
  choice,
  count,
  either,
  flag,
  hash,
  type Keys,
  list,
  mapping,
  oneOrMore,
  scalar,
  text,
} from './fragment.ts'

const LINKS = { type: 'array', items: { type: 'string' } } as const
const TEXTS = list('names')

export const PLUGIN_KEYS: Keys = {
  feed: hash('jekyll-feed', {
    path: text('where the feed of the posts goes', { default: 'feed.xml' }),
    posts_limit: count('how many entries', { default: 10, minimum: 0 }),
    excerpt_only: flag('no full texts', { default: false }),
    icon: text('picture of the site'),
    logo: text('wide picture of the site'),
    categories: list('categories with a feed of their own'),
    collections: either('collections with a feed of their own', { type: 'array' }, bare('object')),
    tags: either(
      'feeds of tags',
      bare('boolean'),
      hash('which', { path: text('where they go'), only: TEXTS, except: TEXTS }),
    ),
    disable_in_development: flag('make none in development'),
  }),
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
  twitter: hash('Twitter cards', {
    username: text('of the site'),
    card: choice('kind of card', ['summary', 'summary_large_image']),
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
  pagination: hash('jekyll-paginate-v2', {
    enabled: flag('turn it on', { default: false }),
    debug: flag('say what it does', { default: false }),
    collection: text('which, or `all`', { default: 'posts' }),
    per_page: count('items per page', { default: 10, minimum: 1 }),
    permalink: text('address of further pages', { default: '/page/:num/' }),
    title: text('title of further pages', { default: ':title - page :num' }),
    limit: count('pages at most; 0 for no limit', { default: 0 }),
    sort_field: text('what orders', { default: 'date' }),
    sort_reverse: flag('newest first', { default: true }),
    offset: count('items left out at the start'),
    category: text('which, or `posts`'),
    tag: text('which'),
    locale: text('which'),
    indexpage: text('file name of each page'),
    extension: text('extension of each page'),
    trail: hash('page numbers around the present one', { before: count('before'), after: count('after') }),
    legacy: flag("jekyll-paginate's behaviour"),
  }),
  autopages: hash('jekyll-paginate-v2: pages for tags, categories and collections', {
    enabled: flag('turn it on'),
  }),
  'jekyll-archives': hash('jekyll-archives', {
    enabled: either(
      'which archives',
      bare('string'),
      { type: 'array', items: { type: 'string' } },
      bare('boolean'),
    ),
    layout: text('layout of all', { default: 'archive' }),
    layouts: mapping('layout by kind', { type: 'string' }),
    permalinks: mapping('address by kind', { type: 'string' }),
    slug_mode: text('how names become addresses'),
  }),
  toc: either(
    'jekyll-toc',
    bare('boolean'),
    hash('options', {
      min_level: count('first level'),
      max_level: count('last level'),
      ordered_list: flag('number it'),
      no_toc_section_class: either('classes left out', bare('string'), LINKS),
      list_id: text('id'),
      list_class: text('class'),
      sublist_class: text('class'),
      item_class: text('class'),
      item_prefix: text('class'),
    }),
  ),
  titles_from_headings: hash('jekyll-titles-from-headings', {
    enabled: flag('turn it off with false', { default: true }),
    strip_title: flag('take the heading out of the page', { default: false }),
    collections: flag('documents too', { default: false }),
  }),
  optional_front_matter: hash('jekyll-optional-front-matter', {
    enabled: flag('turn it off with false', { default: true }),
    remove_originals: flag('do not copy the Markdown files', { default: false }),
    collections: either('documents too', bare('boolean'), LINKS),
  }),
  readme_index: hash('jekyll-readme-index', {
    enabled: flag('turn it off with false', { default: true }),
    remove_originals: flag('do not copy the README', { default: false }),
    with_frontmatter: flag('those with front matter too', { default: false }),
  }),
  relative_links: hash('jekyll-relative-links', {
    enabled: flag('turn it off with false', { default: true }),
    collections: flag('documents too', { default: false }),
    exclude: list('files left alone'),
  }),
  default_layout: hash('jekyll-default-layout', {
    enabled: flag('turn it off with false', { default: true }),
  }),
  redirect_from: hash('jekyll-redirect-from', { json: flag('write redirects.json', { default: true }) }),
  'jekyll-mentions': either(
    'base address of @names',
    bare('string'),
    hash('options', { base_url: text('base address') }),
  ),
  'last-modified-at': hash('jekyll-last-modified-at', {
    'date-format': text('as strftime takes it', { default: '%d-%b-%y' }),
  }),
  emoji: hash('jemoji', { src: text('where the pictures are') }),
  gist: hash('jekyll-gist', { noscript: flag('a link for readers without scripts', { default: true }) }),
  'jekyll-include-cache': hash('jekyll-include-cache', {}),
  coffeescript: hash('jekyll-coffeescript', {}),
  commonmark: hash('jekyll-commonmark', { options: list('by name'), extensions: list('by name') }),
  repository: text('`owner/name` on GitHub, for jekyll-github-metadata'),
  github: either('jekyll-github-metadata', bare('object'), bare('boolean')),
  jekyll_compose: hash('jekyll-compose', {
    auto_open: flag('open new files in an editor'),
    default_front_matter: hash('front matter of new files', {
      drafts: hash('of drafts', {}),
      posts: hash('of posts', {}),
    }),
  }),
  search: either(
    'the plugin `search` (Pagefind)',
    { enum: [false, true] },
    hash('options', {
      root_selector: text('CSS selector of the element that is read'),
      exclude_selectors: oneOrMore('CSS selectors left out', bare('string')),
      include_characters: text('characters that are part of words'),
      language: text('the language of all pages'),
    }),
  ),
  social_cards: hash('the plugin `social-cards`', {
    collections: list('whose documents get a card', { type: 'string' }, { default: ['posts'] }),
    path: text('directory of the pictures', { default: '/assets/cards/' }),
    date_format: text('as strftime takes it; empty for none', { default: '%-d %B %Y' }),
    palette: hash('colours', {
      background: text('of the card'),
      text: text('of the title'),
      muted: text('of the date'),
      accent: text("of the site's name"),
    }),
  }),
  json_feed: hash('the plugin `json-feed`', {
    path: text('where it goes', { default: '/feed.json' }),
    posts_limit: count('how many items', { default: 10, minimum: 0 }),
  }),
  check: hash('`whirl check`', {
    ignore: oneOrMore('addresses left alone; `*` stands for anything', bare('string')),
    rules: mapping('what rules count as', { enum: ['error', 'warning', 'off', false] }),
  }),
}
