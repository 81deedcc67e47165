/** What the address of a link leads to. */
import { joinPath } from '../../plugin-api.ts'

/** What a link's address, without its fragment, becomes; undefined when it leads to nothing of the site. */
export type FindTarget = (path: string) => string | undefined

/** What the plugin's versions make of addresses otherwise. */
interface AddressRules {
  /** whether one that begins with a slash starts at the source, not at the folder as any other */
  readonly rooted: boolean
  /** when they are unescaped, as those of forms are (`+` is a blank): before the path is worked out, or after */
  readonly unescaped: 'before' | 'after' | 'never'
}

export const BEFORE_0_7: AddressRules = { rooted: false, unescaped: 'never' }
export const SINCE_0_7: AddressRules = { rooted: true, unescaped: 'after' }
export const SINCE_0_8: AddressRules = { rooted: true, unescaped: 'before' }

/** Finds what links of a file in `folder` lead to. */
export function targetFinder(
  folder: string,
  rules: AddressRules,
  urlOf: (path: string) => string | undefined,
): FindTarget {
  return (address) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return undefined
    const path = rules.unescaped === 'before' ? unescaped(address) : address
    const absolute = resolved(rules.rooted && path.startsWith('/') ? path : joinPath(folder, path))
    if (absolute === undefined) return undefined
    return urlOf(rules.unescaped === 'after' ? unescaped(absolute) : absolute)
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
