/** Addresses of the old site: which lead to texts that were imported, to files that are there, or stay where they are. */
import type { AddressRules, ExportFiles, ImportedFile, ImportedText, Leftover, LinkCounts } from './types.ts'

/** Where `text` will be in the site; undefined for drafts, and where the template asks for more than is known. */
export function newAddress(text: ImportedText, { permalink }: AddressRules): string | undefined {
  if (text.kind === 'page') return text.oldPath ?? `/${text.slug}/`
  if (text.kind === 'draft' || text.day === undefined) return undefined
  const [year = '', month = '', day = ''] = text.day.split('-')
  const known: Record<string, string> = { year, month, day, title: text.slug, slug: text.slug }
  let complete = true
  const address = permalink.replace(/:(\w+)/g, (_, name: string) => {
    const value = known[name]
    if (value === undefined) complete = false
    return value ?? ''
  })
  return complete ? address : undefined
}

/** The path of `address` where it is on `host` (`example.com`) or has none; undefined for other sites and schemes. */
function pathOnHost(address: string, host: string): string | undefined {
  if (address.startsWith('/') && !address.startsWith('//')) return address
  const found = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)([\s\S]*)$/i.exec(address)
  if (found === null || host === '' || found[1]?.toLowerCase() !== host.replace(/^www\./, ''))
    return undefined
  const rest = found[2] ?? ''
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** The host of an address: `example.com`. */
export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
}

interface Addresses {
  /** what stands in the new site for an address in a text; notes what stays behind */
  resolve(address: string, from: { readonly file: string; readonly line: number }): string
  readonly files: readonly ImportedFile[]
  readonly links: LinkCounts
}

interface Known {
  readonly host: string
  /** new addresses by old path, without the last slash */
  readonly pages: ReadonlyMap<string, string>
  readonly source: ExportFiles
  readonly left: Leftover[]
  /** where relative files are looked for in the export, by the path of an address: most likely first */
  readonly places: (path: string) => readonly string[]
}

/** Resolves addresses as `known` has them. A file is copied once, to the path that it had. */
export function addressBook({ host, pages, source, left, places }: Known): Addresses {
  const files = new Map<string, ImportedFile>()
  const links = { texts: 0, files: 0, old: 0 }
  return {
    links,
    get files() {
      return [...files.values()]
    },
    resolve(address, from) {
      const path = pathOnHost(address, host)
      if (path === undefined || path === '/') return path ?? address
      const [, bare = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
      const decoded = unescaped(bare)
      const page = [path.split('#', 1)[0] ?? '', bare, decoded].flatMap(
        (each) => pages.get(keyOf(each)) ?? [],
      )[0]
      if (page !== undefined) {
        links.texts++
        return page + (rest.startsWith('#') ? rest : '')
      }
      const file = places(decoded).find((place) => source.files.has(place))
      if (file !== undefined) {
        links.files++
        files.set(decoded, { from: file, to: decoded.slice(1) })
        return bare
      }
      const whole = address.startsWith('/') && host !== '' ? `https://${host}${address}` : address
      links.old++
      left.push({ ...from, what: `leads to the old site: ${whole}` })
      return whole
    },
  }
}

/** An address as the map of pages has it. */
export function keyOf(path: string): string {
  return path.replace(/\/(?:index\.html)?$/, '')
}

function unescaped(path: string): string {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('/../') ? path : decoded
  } catch {
    return path
  }
}
