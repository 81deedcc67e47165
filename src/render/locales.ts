/** The languages that pages of a site are in, each made once. */
import { createLocale, type Locale } from '../locale/index.ts'

export function createLocales(): (tag: string) => Locale {
  const made = new Map<string, Locale>()
  return (tag) => {
    let locale = made.get(tag)
    if (locale === undefined) {
      locale = createLocale(tag)
      made.set(tag, locale)
    }
    return locale
  }
}
