/** Words, dates, plurals and lists in the language of a page. */
import { directionOf, isTraditional, languageIn, languageTag } from './language-tag.ts'
import { en, type Phrase, type PhraseName, type Phrases } from './languages/en.ts'
import { LANGUAGES } from './languages.ts'

/** How dates are shown: 4 January 2026, 4 Jan 2026, 4 Jan, January 2026, Jan 2026. */
const FORMS = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  short_month: { month: 'short', year: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>
type DateForm = keyof typeof FORMS

/** A language, ready for use. Made once for a build: `Intl`'s objects are dear to make. */
export interface Locale {
  /** as HTML's `lang` has it */
  readonly tag: string
  readonly direction: 'ltr' | 'rtl'
  /** English where there are none in the language */
  readonly phrases: Phrases
  readonly hasPhrases: boolean
  readonly plurals: Intl.PluralRules
  readonly list: Intl.ListFormat
  readonly dates: Readonly<Record<DateForm, Intl.DateTimeFormat>>
}

/** What a site says itself, by name: texts, or hashes of texts by plural. */
export type OwnPhrases = ReadonlyMap<unknown, unknown>

/**
 * @param written a language tag, as front matter and settings have it. What is none counts as English, and dates of a
 * language that this Node does not know are English ones.
 */
export function createLocale(written: string): Locale {
  const tag = languageTag(written) ?? 'en'
  const own = isTraditional(tag) ? undefined : LANGUAGES.get(languageIn(tag))
  const [known] = Intl.DateTimeFormat.supportedLocalesOf([tag])
  // Days come first unless the tag names a country where they do not.
  const formats = known === undefined || known === 'en' ? 'en-GB' : known
  const format = (form: DateForm): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(formats, {
      ...FORMS[form],
      timeZone: 'UTC',
      numberingSystem: 'latn',
      calendar: 'gregory',
    })
  return {
    tag,
    direction: directionOf(tag),
    phrases: own ?? en,
    hasPhrases: own !== undefined,
    plurals: new Intl.PluralRules(own === undefined && known === undefined ? 'en' : formats),
    list: new Intl.ListFormat(formats, { type: 'conjunction' }),
    dates: {
      long: format('long'),
      medium: format('medium'),
      day: format('day'),
      month: format('month'),
      short_month: format('short_month'),
    },
  }
}

export function isDateForm(name: string): name is DateForm {
  return Object.hasOwn(FORMS, name)
}

export function isPhrase(name: string): name is PhraseName {
  return Object.hasOwn(en, name)
}

/** The phrase `name` with `values` in its places; the first decides the plural of one that counts. */
export function say(
  { phrases, plurals }: Locale,
  own: OwnPhrases | undefined,
  name: PhraseName,
  values: readonly (string | number)[] = [],
): string {
  const phrase = phraseIn(own?.get(name)) ?? phrases[name]
  const text =
    typeof phrase === 'string' ? phrase : (phrase[plurals.select(Number(values[0]))] ?? phrase.other)
  return text.replace(/\{(\d)\}/g, (place, digit: string) => {
    const value = values[Number(digit) - 1]
    return value === undefined ? place : String(value)
  })
}

export function phraseNames(): readonly PhraseName[] {
  return Object.keys(en) as PhraseName[]
}

/** What a site has written as a phrase; undefined where it is none. */
export function phraseIn(written: unknown): Phrase | undefined {
  if (typeof written === 'string') return written
  if (!(written instanceof Map)) return undefined
  const forms = Object.fromEntries([...written].filter(([, text]) => typeof text === 'string'))
  return typeof forms.other === 'string' ? (forms as { readonly other: string }) : undefined
}

/** A day in the language. `month` counts from 1. */
export function dayIn({ dates }: Locale, form: DateForm, year: number, month: number, day: number): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return dates[form].format(date)
}
