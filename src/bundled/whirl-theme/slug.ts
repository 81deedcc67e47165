/** How the names of tags, categories and series become part of an address. */
import { slugify } from '../../plugin-api.ts'

/**
 * `C++` gives `c-plus-plus`, `C#` `c-sharp`, `XDP` and `xdp` the same: words that differ in more than their case stay
 * apart. Empty when nothing of the name can stand in an address.
 */
export function wordSlug(name: string): string {
  const spelt = name.replaceAll('+', ' plus ').replaceAll('#', ' sharp ').replaceAll('&', ' and ')
  return slugify(spelt)
}
