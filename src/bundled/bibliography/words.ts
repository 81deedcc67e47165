/** What citations say, in the language of a page. */
import {
  fieldOf,
  languageOf,
  type PhraseName,
  phraseOn,
  type RenderContext,
  servicesOf,
} from '../../plugin-api.ts'

export interface Words {
  say(name: PhraseName, value?: string): string
  /** `a, b, & c`, and `a & b`, unless names have their first names behind a comma */
  list(names: readonly string[], areInverted?: boolean): string
  /** 2 -> `2nd` */
  ordinal(edition: string): string
}

/** What stands behind the number of an edition; a dot in other languages. */
const ORDINALS: Readonly<Record<string, string>> = {
  fr: 'e',
  es: '.ª',
  pt: '.ª',
  it: 'ª',
  ru: '-е',
  nl: 'e',
  ja: '',
  zh: '',
  ko: '',
  ar: '',
}
const ENGLISH: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

export function wordsOn(ctx: RenderContext): Words {
  const locale = servicesOf(ctx).locale(
    languageOf(fieldOf(ctx.get('page'), 'lang'), fieldOf(ctx.get('site'), 'lang')),
  )
  const language = locale.tag.split('-')[0] ?? 'en'
  const isEnglish = language === 'en' || !locale.hasPhrases
  return {
    say: (name, value = '') => phraseOn(ctx, name, value),
    list: (names, areInverted = false) => {
      if (!isEnglish || names.length < 2) return locale.list.format(names)
      return `${names.slice(0, -1).join(', ')}${names.length > 2 || areInverted ? ',' : ''} & ${names.at(-1)}`
    },
    ordinal: (edition) => {
      if (!/^\d+$/.test(edition)) return edition
      if (!isEnglish) return `${edition}${ORDINALS[language] ?? '.'}`
      return `${edition}${ENGLISH[new Intl.PluralRules('en', { type: 'ordinal' }).select(Number(edition))]}`
    },
  }
}
