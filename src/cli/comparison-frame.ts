/** A built page in a frame of the report of `whirl compare`, which has no address to find the site's files by: they are in it. */
import { escapeHtml } from '../base/index.ts'
import type { BuiltTree } from '../compare/index.ts'

/** Larger pictures are left out; in bytes. */
const LARGEST_PICTURE = 512 * 1024

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** How much more of the site's pictures a report may have. */
interface Room {
  /** in bytes */
  left: number
}

/** The page at `path` of `tree`, called `title`, with its style sheets and, as far as there is room, its pictures. */
export function pageFrame(title: string, path: string, tree: BuiltTree, room: Room): string {
  const bytes = tree.bytes(path)
  const page = bytes === undefined ? '' : new TextDecoder().decode(bytes)
  const html = withPictures(withStyles(page, path, tree), path, tree, room)
  const name = escapeHtml(title)
  return `<figure><figcaption>${name}</figcaption><iframe sandbox title="${escapeHtml(path)} of ${name}" srcdoc="${escapeHtml(html)}"></iframe></figure>`
}

const LINK = /<link\b[^<>]{0,500}>/gi
const PICTURE = /<(?:img|source)\b[^<>]{0,2000}>/gi
const ADDRESS = /\s(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
const CANDIDATES = /\ssrcset\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi

function withStyles(html: string, path: string, tree: BuiltTree): string {
  return html.replace(LINK, (link) => {
    if (!/\brel=["']?stylesheet/i.test(link)) return link
    const css = fileAt(addressIn(link, 'href'), path, tree)
    return css === undefined
      ? link
      : `<style>${new TextDecoder().decode(css).replaceAll('</style', '<\\/style')}</style>`
  })
}

/** One address for each picture: what a browser would choose from, it could not find either. */
function withPictures(html: string, path: string, tree: BuiltTree, room: Room): string {
  return html.replace(PICTURE, (tag) => {
    if (/^<source/i.test(tag)) return /\ssrcset\s*=/i.test(tag) ? '' : tag
    const address = addressIn(tag, 'src')
    const ending = /\.(\w+)(?:[?#]|$)/.exec(address)?.[1]?.toLowerCase() ?? ''
    const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined
    const bytes = type === undefined ? undefined : fileAt(address, path, tree)
    const one = tag.replace(CANDIDATES, '')
    if (bytes === undefined || bytes.length > Math.min(LARGEST_PICTURE, room.left)) return one
    room.left -= bytes.length
    const data = ` src="data:${type};base64,${Buffer.from(bytes).toString('base64')}"`
    return one.replace(ADDRESS, (whole, name: string) => (name.toLowerCase() === 'src' ? data : whole))
  })
}

function addressIn(tag: string, wanted: 'href' | 'src'): string {
  for (const [, name = '', ...values] of tag.matchAll(ADDRESS))
    if (name.toLowerCase() === wanted) return values.find((value) => value !== undefined) ?? ''
  return ''
}

/** The file at an address of a page: with a `baseurl` of one or more folders, the path below it. */
function fileAt(address: string, page: string, tree: BuiltTree): Uint8Array | undefined {
  const base = `https://site.invalid/${page}`
  if (address === '' || !URL.canParse(address, base)) return undefined
  const folders = decoded(new URL(address, base).pathname).slice(1).split('/')
  for (let from = 0; from < folders.length; from++) {
    const bytes = tree.bytes(folders.slice(from).join('/'))
    if (bytes !== undefined) return bytes
  }
  return undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
