/** Which addresses the site answers, as its server does: files, directories with an index, names without `.html`. */
import { nearest } from '../base/index.ts'
import { nearWords } from './near-words.ts'

type Target =
  | { readonly kind: 'file'; readonly path: string }
  /** there is something that was probably meant */
  | { readonly kind: 'none'; readonly meant: string | undefined }

export interface SiteMap {
  /** What a path of the site (decoded, starting with a slash, without `baseurl`) leads to. */
  find(path: string): Target
}

const INDEXES = ['index.html', 'index.htm', 'index.xml', 'index.xhtml']

/** @param paths of the outputs, relative to the destination */
export function siteMap(paths: Iterable<string>): SiteMap {
  const files = new Set(paths)
  let byLowerCase: Map<string, string> | undefined
  let near: ((word: string) => readonly string[]) | undefined
  const known = new Map<string, Target>()
  const lookUp = (path: string): string | undefined => {
    const name = normal(path)
    if (name === undefined) return undefined
    if (name === '' || name.endsWith('/'))
      return INDEXES.map((index) => name + index).find((file) => files.has(file))
    if (files.has(name)) return name
    if (files.has(`${name}.html`)) return `${name}.html`
    return INDEXES.map((index) => `${name}/${index}`).find((file) => files.has(file))
  }
  const guess = (path: string): string | undefined => {
    byLowerCase ??= new Map([...files].map((file) => [addressOf(file).toLowerCase(), addressOf(file)]))
    const wanted = path.toLowerCase()
    const same =
      byLowerCase.get(wanted) ?? byLowerCase.get(`${wanted}/`) ?? byLowerCase.get(wanted.replace(/\/$/, ''))
    if (same !== undefined) return same
    near ??= nearWords([...byLowerCase.keys()])
    const directory = wanted.slice(0, wanted.replace(/\/$/, '').lastIndexOf('/') + 1)
    const found = nearest(
      wanted,
      near(wanted).filter((each) => each.startsWith(directory)),
    )
    return found === undefined ? undefined : byLowerCase.get(found)
  }
  return {
    find(path) {
      let target = known.get(path)
      if (target === undefined) {
        const file = lookUp(path)
        target = file === undefined ? { kind: 'none', meant: guess(path) } : { kind: 'file', path: file }
        known.set(path, target)
      }
      return target
    },
  }
}

/** The address of a file: a directory's index is the directory. */
function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`
}

/** `path` without its first slash and with `.`, `..` and doubled slashes resolved; undefined when it leaves the site. */
function normal(path: string): string | undefined {
  const parts: string[] = []
  const all = path.split('/').slice(1)
  for (const [i, part] of all.entries()) {
    const last = i === all.length - 1
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && (part !== '' || last)) {
      parts.push(part)
      continue
    }
    if (last && part !== '') parts.push('')
  }
  return parts.join('/')
}
