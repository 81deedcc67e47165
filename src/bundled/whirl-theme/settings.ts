/** `whirl:` in the configuration: what the theme can be told. */
import { type Config, type Diagnostic, isHash, settingsOf, toText, type Value } from '../../plugin-api.ts'

const PALETTES = ['luna', 'moss', 'ember', 'slate'] as const

/** The lists the theme makes pages of, and where they are. */
const LISTS = {
  archive: '/archive/',
  tags: '/tags/',
  categories: '/categories/',
  series: '/series/',
  search: '/search/',
} as const
export type ListName = keyof typeof LISTS

export interface ThemeSettings {
  readonly palette: string
  /** `dark`: code on black whatever the scheme; `auto`: as the page */
  readonly code: string
  /** `auto`, `light` or `dark`: what a reader gets who has not chosen */
  readonly scheme: string
  readonly homePosts: number
  /** where each list is; null for those the site does without */
  readonly lists: Readonly<Record<ListName, string | null>>
}

/** The settings, what is wrong among them replaced by the default and told to `warn`. */
export function themeConfig(
  config: Config,
  warn: (diagnostic: Diagnostic) => void = () => {},
): ThemeSettings {
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
  const isCount = typeof posts === 'number' && Number.isInteger(posts) && posts > 0
  if (posts !== undefined && posts !== null && !isCount)
    warn(badSetting('home_posts', toText(posts), 'give a number of posts, 1 or more'))
  return {
    palette: oneOf('palette', PALETTES),
    code: oneOf('code', ['dark', 'auto']),
    scheme: oneOf('scheme', ['auto', 'light', 'dark']),
    homePosts: isCount ? posts : 10,
    lists: listsOf(written.get('lists'), warn),
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
