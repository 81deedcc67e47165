/** `social_cards:` in the configuration. */
import {
  type Config,
  fieldOf,
  listOf,
  type PluginSettings,
  rubyToS,
  schema,
  settingsOf,
} from '../../plugin-api.ts'
import type { CardPalette } from './card-svg.ts'

const { bare, either, hash, list, text } = schema

export interface SocialCardsOptions {
  /** whose documents get a card; front matter's `social_card: false` leaves one out, `true` asks for one on any page */
  readonly collections: readonly string[]
  /** the directory of the pictures in the output */
  readonly path: string
  /** how the date is written, as `strftime` takes it; empty: no date; undefined: as the language of the post has it */
  readonly date: string | undefined
  readonly palette: CardPalette
}

const DEFAULTS = {
  collections: ['posts'],
  path: '/assets/cards/',
  date: undefined,
  palette: { background: '#10151c', text: '#f5f7fa', muted: '#a7b4c2', accent: '#4cc2ff' },
} satisfies SocialCardsOptions

export const SETTINGS: PluginSettings = {
  config: {
    social_cards: hash('the plugin `social-cards`', {
      collections: list('whose documents get a card', bare('string'), { default: DEFAULTS.collections }),
      path: text('directory of the pictures', { default: DEFAULTS.path }),
      date_format: text('as strftime takes it; empty for none; by default as the language has it'),
      palette: hash('colours', {
        background: text('of the card', { default: DEFAULTS.palette.background }),
        text: text('of the title', { default: DEFAULTS.palette.text }),
        muted: text('of the date', { default: DEFAULTS.palette.muted }),
        accent: text("of the site's name", { default: DEFAULTS.palette.accent }),
      }),
    }),
  },
  frontMatter: {
    social_card: either(
      'card drawn at build time: false for none, or a picture of your own',
      bare('boolean'),
      bare('string'),
    ),
  },
}

export function socialCardsOptions(config: Config): SocialCardsOptions {
  const own = settingsOf(config, 'social_cards')
  const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback)
  const colour = (key: keyof CardPalette): string =>
    text(fieldOf(own.get('palette'), key), DEFAULTS.palette[key])
  const parts = text(own.get('path'), DEFAULTS.path)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return {
    collections: own.has('collections')
      ? listOf(own.get('collections')).map((each) => rubyToS(each))
      : DEFAULTS.collections,
    path: `/${[...parts, ''].join('/')}`,
    date: own.has('date_format') ? text(own.get('date_format'), '') : DEFAULTS.date,
    palette: {
      background: colour('background'),
      text: colour('text'),
      muted: colour('muted'),
      accent: colour('accent'),
    },
  }
}
