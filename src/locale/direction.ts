/** Which way a text runs. */
import type { Locale } from './locale.ts'

/** The blocks of Hebrew, Arabic and the other scripts that run from right to left. */
const RIGHT_TO_LEFT =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const AGAINST: Readonly<Record<Locale['direction'], RegExp>> = {
  ltr: new RegExp(`[${RIGHT_TO_LEFT}]`, 'u'),
  rtl: new RegExp(`(?![${RIGHT_TO_LEFT}])\\p{L}`, 'u'),
}

/** Whether some of `text` runs the other way than a page in `direction`, which would mix up the signs around it. */
export function runsAgainst(text: string, direction: Locale['direction']): boolean {
  return AGAINST[direction].test(text)
}
