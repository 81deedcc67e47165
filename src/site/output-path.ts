/** Where in the destination the file of a URL is written. */
import { unescapePath } from './document-url.ts'

/**
 * Where a document or page with this URL is written: percent-escapes decoded, `index` (a name with its extension) for a
 * URL that ends in a slash, `outputExt` added to one that does not end in it. Never outside the destination: `..` was
 * taken out of the URL, and what decoding brings back stops at the root.
 */
export function outputPathOf(url: string, outputExt: string, index = `index${outputExt}`): string {
  const path = inside(unescapePath(url))
  if (url.endsWith('/')) return path === '' ? index : `${path}/${index}`
  return path.endsWith(outputExt) ? path : path + outputExt
}

/** Where a static file with this URL is written. */
export function staticOutputPath(url: string): string {
  return inside(unescapePath(url))
}

function inside(path: string): string {
  if (!path.includes('.') && !path.includes('//')) return path.replace(/^\/|\/$/g, '')
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.join('/')
}
