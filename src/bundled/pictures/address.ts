/** Which file of the site a picture in a page is. */
import { decodeEntities } from '../../plugin-api.ts'

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * The address in the site, without `baseurl`, of what `written`, the value of an attribute of the page at `url`, names; undefined where
 * it lies elsewhere, or stands in the text itself (`data:`).
 *
 * @param roots what stands before such an address in links: `https://a.example/blog`, `/blog`, or nothing
 */
export function addressOf(written: string, url: string, roots: readonly string[]): string | undefined {
  const address = decodeEntities(written.trim()).replace(/[?#].*$/s, '')
  if (address === '') return undefined
  const root = roots.find((each) => address.startsWith(`${each}/`))
  if (root !== undefined) return decoded(address.slice(root.length))
  if (address.startsWith('/') || ELSEWHERE.test(address)) return undefined
  const parts = url.slice(0, url.lastIndexOf('/')).split('/')
  for (const part of address.split('/')) {
    if (part === '..') {
      if (parts.length > 1) parts.pop()
    } else if (part !== '.') parts.push(part)
  }
  return decoded(parts.join('/'))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
