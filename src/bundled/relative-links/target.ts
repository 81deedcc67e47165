/** What the address of a link leads to. */
import { joinPath } from '../../plugin-api.ts'

/** What a link's address, without its fragment, becomes; undefined when it leads to nothing of the site. */
export type FindTarget = (path: string) => string | undefined

/**
 * Finds what links of a file in `folder` lead to.
 * @param newer since 0.7 addresses are unescaped first, as those of forms are (`+` is a blank), and one that begins with
 * a slash starts at the source; before, it started at the folder as any other
 */
export function targetFinder(
  folder: string,
  newer: boolean,
  urlOf: (path: string) => string | undefined,
): FindTarget {
  return (address) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return undefined
    const path = newer ? unescaped(address) : address
    const absolute = resolved(newer && path.startsWith('/') ? path : joinPath(folder, path))
    return absolute === undefined ? undefined : urlOf(absolute)
  }
}

/** A path without `.` and `..`; undefined when it leaves the source. */
function resolved(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** `text` as a form's value: what is not a letter once unescaped stays as it is. */
function unescaped(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}
