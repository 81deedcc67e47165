/**
 * What a URL asks for, in the order of Jekyll's server: a file of that name; a directory, with its slash and an index;
 * the page of that name (`/about` is `about.html`). Nothing outside the site, whatever dots, escapes or links say.
 */
import fs from 'node:fs'
import path from 'node:path'

type Target =
  /** an absolute file, links followed */
  | { readonly kind: 'file'; readonly file: string }
  /** a directory without an index; its path below the site, `/` at both ends */
  | { readonly kind: 'directory'; readonly path: string }
  /** the same path with a slash, query included */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'nothing' }

const INDEXES = ['index.html', 'index.htm', 'index.xhtml']
const EXTENSIONS = ['.html', '.xhtml']
const NOTHING: Target = { kind: 'nothing' }

/** Looks for `url` (its path and query, below the base URL) in the site at `root`, an absolute directory. */
export function findTarget(root: string, url: string, listings: boolean): Target {
  const plain = decodedPath(url)
  if (plain === undefined) return NOTHING
  const place = path.join(root, plain)
  if (!isInside(root, place)) return NOTHING
  const bare = place.replace(/[/\\]+$/, '')
  if (kindOf(place) === 'directory') {
    const slash = /^[^?#]*/.exec(url)?.[0] ?? url
    if (!plain.endsWith('/')) return { kind: 'moved', to: `${slash}/${url.slice(slash.length)}` }
    const index = INDEXES.map((name) => path.join(place, name))
    const page = EXTENSIONS.map((extension) => bare + extension)
    const found = listings ? undefined : firstFile(root, bare === root ? index : [...index, ...page])
    return found ?? (isInside(realPath(root), realPath(place)) ? { kind: 'directory', path: plain } : NOTHING)
  }
  return firstFile(root, [bare, ...EXTENSIONS.map((extension) => bare + extension)]) ?? NOTHING
}

/** The first of `files` that is one and lies in the site, links followed. */
function firstFile(root: string, files: readonly string[]): Target | undefined {
  const file = files.find((each) => kindOf(each) === 'file')
  if (file === undefined) return undefined
  const real = realPath(file)
  return isInside(realPath(root), real) ? { kind: 'file', file: real } : NOTHING
}

/** The path of a URL with its escapes decoded; undefined when they are broken or hide a NUL. */
function decodedPath(url: string): string | undefined {
  try {
    const plain = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return plain.includes('\0') ? undefined : plain
  } catch {
    return undefined
  }
}

/** What is at `place`: a file above it in the path, or no right to look, is nothing. */
function kindOf(place: string): 'file' | 'directory' | undefined {
  try {
    const stat = fs.statSync(place)
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : undefined
  } catch {
    return undefined
  }
}

function realPath(place: string): string {
  try {
    return fs.realpathSync(place)
  } catch {
    return ''
  }
}

function isInside(root: string, place: string): boolean {
  return place === root || place.startsWith(root.endsWith(path.sep) ? root : root + path.sep)
}
