/** How the names of tags, categories and series become part of an address. */
import { slugify } from '../../plugin-api.ts'

/**
 * `C++` gives `c-plus-plus`, `C#` `c-sharp`, `XDP` and `xdp` the same. A name of signs alone is that of their code points: `🚀`
 * gives `u1f680`. Empty for a blank one.
 */
export function wordSlug(name: string): string {
  const spelt = name.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replaceAll('&', ' and ')
  return slugify(spelt) || codePoints(name.trim())
}

function codePoints(signs: string): string {
  const codes = [...signs].map((sign) => sign.codePointAt(0)?.toString(16))
  return codes.length === 0 ? '' : `u${codes.join('-')}`
}
