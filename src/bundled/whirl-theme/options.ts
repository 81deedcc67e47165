/** `whirl:` in the configuration: what the theme can be told. */
import {
  type Config,
  type Hash,
  isHash,
  type PluginSettings,
  rightPart,
  schema,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'

import { AROUND_FRONT_MATTER, AROUND_SETTINGS, type AroundOptions, aroundOptions } from './around-options.ts'

const { bare, choice, count, either, flag, hash, list, mapping, scalar, text } = schema

/** The words that each may be; the first is the default. */
const PALETTES = ['luna', 'moss', 'ember', 'slate'] as const
const CODES = ['dark', 'auto'] as const
const SCHEMES = ['auto', 'light', 'dark'] as const
const HOME_POSTS = 10

/** The lists the theme makes pages of, and where they are. */
const LISTS = {
  archive: '/archive/',
  tags: '/tags/',
  categories: '/categories/',
  series: '/series/',
  search: '/search/',
  authors: null,
} as const
export type ListName = keyof typeof LISTS

export interface ThemeOptions {
  readonly palette: string
  /** `dark`: code on black whatever the scheme; `auto`: as the page */
  readonly code: string
  /** `auto`, `light` or `dark`: what a reader gets who has not chosen */
  readonly scheme: string
  readonly homePosts: number
  /** where each list is; null for those the site does without */
  readonly lists: Readonly<Record<ListName, string | null>>
  /** the links of the header, where they are written down */
  readonly menu: readonly Value[] | undefined
  /** everything under `whirl:` but what is wrong there, for templates */
  readonly written: Hash
  readonly around: AroundOptions
}

const ADDRESS = { type: 'string', pattern: '^/(?:.*/)?$', examples: ['/all/'] }

/** Nothing else under `whirl:` is read. */
const CLOSED = { additionalProperties: false }

const LINK = {
  title: either('what it says, or that by language', bare('string'), bare('number'), bare('object')),
  url: text('where it leads'),
}

const WHIRL = hash(
  'the theme `whirl`',
  {
    palette: choice('colours', PALETTES, { default: PALETTES[0] }),
    code: choice('ground of code blocks: dark always, or as the page', CODES, { default: CODES[0] }),
    scheme: choice('what readers get who have not chosen', SCHEMES, { default: SCHEMES[0] }),
    home_posts: count('posts on the home page', { default: HOME_POSTS, minimum: 1 }),
    icon: text('icon of the site'),
    menu: list('links of the header', {
      type: 'object',
      properties: {
        ...LINK,
        items: list('links below it', { type: 'object', properties: LINK, ...CLOSED }),
      },
      ...CLOSED,
    }),
    lists: {
      ...either(
        'pages that list posts; false for none',
        { enum: [false] },
        hash(
          'address of each, or false',
          Object.fromEntries(Object.keys(LISTS).map((name) => [name, listPage(name)])),
          CLOSED,
        ),
      ),
      default: LISTS,
    },
    ...AROUND_SETTINGS,
    comments: hash(
      'comments, loaded when the reader asks',
      {
        giscus: hash(
          'giscus',
          {
            repo: text('repository, `owner/name`'),
            repo_id: text('its id, as giscus.app says'),
            category: text('category of discussions'),
            category_id: text('its id, as giscus.app says'),
            mapping: text('which discussion belongs to a page', { default: 'pathname' }),
          },
          CLOSED,
        ),
        utterances: hash(
          'utterances',
          {
            repo: text('repository, `owner/name`'),
            issue_term: text('which issue belongs to a page', { default: 'pathname' }),
            label: text('label of new issues'),
          },
          CLOSED,
        ),
      },
      CLOSED,
    ),
    analytics: hash(
      'counting without cookies',
      {
        script: text('address of the script'),
        attributes: mapping('its `data-` attributes', { type: ['string', 'number', 'boolean', 'null'] }),
      },
      { ...CLOSED, required: ['script'] },
    ),
  },
  CLOSED,
)

export const SETTINGS: PluginSettings = {
  config: {
    whirl: WHIRL,
  },
  frontMatter: {
    series: scalar('series the post belongs to'),
    comments: flag('false turns comments off'),
    ...AROUND_FRONT_MATTER,
  },
}

function listPage(name: string): ReturnType<typeof either> {
  return either(`the page of ${name}`, ADDRESS, bare('boolean'))
}

/** The settings, with the default in place of what is wrong among them: commands name it, by `SETTINGS`. */
export function themeOptions(config: Config): ThemeOptions {
  const right = rightPart(settingsOf(config, 'whirl'), WHIRL) ?? null
  const written: Hash = isHash(right) ? right : new Map()
  const word = (key: string, otherwise: string): string => toText(written.get(key) ?? otherwise)
  const posts = written.get('home_posts')
  const menu = written.get('menu')
  return {
    palette: word('palette', PALETTES[0]),
    code: word('code', CODES[0]),
    scheme: word('scheme', SCHEMES[0]),
    homePosts: typeof posts === 'number' ? posts : HOME_POSTS,
    lists: listsOf(written.get('lists')),
    menu: Array.isArray(menu) ? menu : undefined,
    written,
    around: aroundOptions(written),
  }
}

/** `lists: false` for none; `lists: { tags: false, archive: /all/ }` one by one. */
function listsOf(written: Value): Record<ListName, string | null> {
  const lists: Record<ListName, string | null> = { ...LISTS }
  for (const name of Object.keys(LISTS) as ListName[]) {
    const value = isHash(written) ? written.get(name) : written
    if (value === false) lists[name] = null
    else if (typeof value === 'string') lists[name] = value
  }
  return lists
}
