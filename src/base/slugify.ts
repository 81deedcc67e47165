/** Jekyll's slugs. */
import { transliterate } from './transliteration.ts'

type SlugMode = 'none' | 'raw' | 'default' | 'pretty' | 'ascii' | 'latin'

type Separators = Readonly<Record<Exclude<SlugMode, 'none'>, RegExp>>

const SEPARATORS: Separators = {
  raw: /[ \t\n\v\f\r]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
}

/** Before Jekyll 4.1: Ruby's `[[:alnum:]]`, which lacks most marks and has letter-like numbers. */
const OLD_SEPARATORS: Separators = {
  ...SEPARATORS,
  default: /[^\p{Alphabetic}\p{Nd}]+/gu,
  pretty: /[^\p{Alphabetic}\p{Nd}._~!$&'()+,;=@]+/gu,
  latin: /[^\p{Alphabetic}\p{Nd}]+/gu,
}

interface SlugOptions {
  /** whether capital letters stay; they do not by default */
  readonly cased?: boolean
  /** whether marks stay, as they do since Jekyll 4.1; by default they do */
  readonly marks?: boolean
}

/**
 * Jekyll's `Utils.slugify`: every run of characters that `mode` does not keep becomes a hyphen, hyphens at both ends go,
 * and the text becomes small unless `cased`. An unknown mode only changes case, as `none` does.
 */
export function slugify(
  text: string,
  mode: string = 'default',
  { cased = false, marks = true }: SlugOptions = {},
): string {
  const table = marks ? SEPARATORS : OLD_SEPARATORS
  const separators = Object.hasOwn(table, mode) ? table[mode as keyof Separators] : undefined
  let slug = text
  if (separators !== undefined) {
    const letters = mode === 'latin' ? transliterate(text) : text
    // Ruby's ^ and $ mean lines; only `none` keeps newlines, so whole-text anchors do.
    slug = letters.replace(separators, '-').replace(/^-|-$/g, '')
  }
  return cased ? slug : slug.toLowerCase()
}
