/** Jekyll's slugs. */
import { transliterate } from './transliteration.ts'

export type SlugMode = 'none' | 'raw' | 'default' | 'pretty' | 'ascii' | 'latin'

const SEPARATORS: Readonly<Record<Exclude<SlugMode, 'none'>, RegExp>> = {
  raw: /[ \t\n\v\f\r]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
}

/**
 * Jekyll's `Utils.slugify`: every run of characters that `mode` does not keep becomes a hyphen, hyphens at both ends go,
 * and the text becomes small unless `cased`. An unknown mode only changes case, as `none` does.
 */
export function slugify(text: string, mode: string = 'default', cased = false): string {
  const separators = Object.hasOwn(SEPARATORS, mode) ? SEPARATORS[mode as keyof typeof SEPARATORS] : undefined
  let slug = text
  if (separators !== undefined) {
    const letters = mode === 'latin' ? transliterate(text) : text
    // Ruby's ^ and $ mean lines; only `none` keeps newlines, so whole-text anchors do.
    slug = letters.replace(separators, '-').replace(/^-|-$/g, '')
  }
  return cased ? slug : slug.toLowerCase()
}
