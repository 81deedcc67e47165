/** A site on its way to another thread, or to a file. */
import { decodeValue, type Encoded, encodeValue } from '../base/index.ts'
import type { Site } from './types.ts'

/**
 * `site` as objects, lists and scalars only. Throws a TypeError for one with something in it that is not data: what a plugin
 * put into a page's front matter, perhaps.
 */
export function encodeSite(site: Site): Encoded {
  return encodeValue(site)
}

/** The site that `encodeSite` was given. */
export function decodeSite(encoded: Encoded): Site {
  return decodeValue(encoded) as Site
}
