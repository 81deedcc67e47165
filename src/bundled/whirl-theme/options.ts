/** `whirl:` in the configuration: what the theme can be told. */
import {
  type Config,
  type Diagnostic,
  type Hash,
  isHash,
  type PluginSettings,
  schema,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'

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
  /** everything under `whirl:` as it is written, for templates */
  readonly written: Hash
}

export const SETTINGS: PluginSettings = {
  config: {
    whirl: hash('the theme `whirl`', {
      palette: choice('colours', PALETTES, { default: PALETTES[0] }),
      code: choice('ground of code blocks: dark always, or as the page', CODES, { default: CODES[0] }),
      scheme: choice('what readers get who have not chosen', SCHEMES, { default: SCHEMES[0] }),
      home_posts: count('posts on the home page', { default: HOME_POSTS, minimum: 1 }),
      icon: text('icon of the site'),
      menu: list('links of the header', {
        anyOf: [
          { type: 'string' },
          { type: 'object', properties: { title: { type: 'string' }, url: { type: 'string' } } },
        ],
      }),
      lists: {
        ...either(
          'pages that list posts; false for none',
          { enum: [false] },
          mapping('address of each, or false', { type: ['string', 'boolean', 'null'] }),
        ),
        default: LISTS,
      },
      comments: hash('comments, loaded when the reader asks', {
        giscus: either('giscus', bare('object')),
        utterances: either('utterances', bare('object'), bare('string')),
      }),
      analytics: either('counting without cookies', bare('string'), bare('object'), flag('')),
    }),
  },
  frontMatter: {
    series: scalar('series the post belongs to'),
    comments: flag('false turns comments off'),
  },
}

/** The settings, what is wrong among them replaced by the default and told to `warn`. */
export function themeOptions(
  config: Config,
  warn: (diagnostic: Diagnostic) => void = () => {},
): ThemeOptions {
  const written = settingsOf(config, 'whirl')
  const oneOf = (key: string, allowed: readonly string[]): string => {
    const value = written.get(key)
    const fallback = allowed[0] as string
    if (value === undefined || value === null) return fallback
    const text = toText(value)
    if (allowed.includes(text)) return text
    warn(badSetting(key, text, `use one of ${allowed.join(', ')}`))
    return fallback
  }
  const posts = written.get('home_posts')
  const menu = written.get('menu')
  const isCount = typeof posts === 'number' && Number.isInteger(posts) && posts > 0
  if (posts !== undefined && posts !== null && !isCount)
    warn(badSetting('home_posts', toText(posts), 'give a number of posts, 1 or more'))
  return {
    palette: oneOf('palette', PALETTES),
    code: oneOf('code', CODES),
    scheme: oneOf('scheme', SCHEMES),
    homePosts: isCount ? posts : HOME_POSTS,
    lists: listsOf(written.get('lists'), warn),
    menu: Array.isArray(menu) ? menu : undefined,
    written,
  }
}

/** `lists: false` for none; `lists: { tags: false, archive: /all/ }` one by one. */
function listsOf(written: Value, warn: (diagnostic: Diagnostic) => void): Record<ListName, string | null> {
  const lists: Record<ListName, string | null> = { ...LISTS }
  for (const name of Object.keys(LISTS) as ListName[]) {
    if (written === false) lists[name] = null
    if (!isHash(written)) continue
    const value = written.get(name)
    if (value === false) lists[name] = null
    else if (typeof value === 'string' && /^\/(?:.*\/)?$/.test(value)) lists[name] = value
    else if (value !== undefined && value !== null && value !== true)
      warn(badSetting(`lists: ${name}`, toText(value), 'give an address with a slash at both ends, or false'))
  }
  return lists
}

function badSetting(key: string, value: string, help: string): Diagnostic {
  return {
    code: 'theme/bad-setting',
    severity: 'warning',
    topic: 'Theme:',
    message: `\`whirl: ${key}\` is '${value}', which the theme does not know: ${help}.`,
    trail: [],
  }
}
