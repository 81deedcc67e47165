/** The headers in a frame, one in another. */
import { afterEthernet, type Next, PROTOCOLS } from './protocols.ts'

export interface Layer {
  /** the name of its header; `data` for what is not looked into */
  readonly name: string
  /** what data is, where it is known: `TLS` */
  readonly title?: string
  readonly bytes: Uint8Array
  /** of fields without a fixed size, by name, in bytes */
  readonly sizes: Readonly<Record<string, number>>
}

interface Layers {
  readonly layers: readonly Layer[]
  /** the header that the frame ends in */
  readonly cut?: string
}

/** So many headers in each other are looked at. */
const DEEPEST = 32

/** What stands first on links of each kind, and how many bytes before. */
const LINKS: Readonly<Record<number, (view: DataView) => { readonly skip: number; readonly next: Next }>> = {
  1: () => ({ skip: 0, next: 'ethernet' }),
  0: (view) => ({ skip: 4, next: byFamily(view) }),
  108: (view) => ({ skip: 4, next: byFamily(view) }),
  101: (view) => ({ skip: 0, next: byVersion(view, 0) }),
  12: (view) => ({ skip: 0, next: byVersion(view, 0) }),
  228: () => ({ skip: 0, next: 'ipv4' }),
  229: () => ({ skip: 0, next: 'ipv6' }),
  // Linux's own header of frames of any interface, in two versions.
  113: (view) => ({ skip: 16, next: afterEthernet(view.getUint16(14)) }),
  276: (view) => ({ skip: 20, next: afterEthernet(view.getUint16(0)) }),
}

/** How many bytes the header of a link has at least, which its entry above reads. */
const LINK_HEADERS: Readonly<Record<number, number>> = { 0: 4, 108: 4, 101: 1, 12: 1, 113: 16, 276: 20 }

/** The family of addresses in a header of four bytes, in either order: 2 is IPv4, all others are IPv6's. */
function byFamily(view: DataView): Next {
  return view.getUint32(0) === 2 || view.getUint32(0, true) === 2 ? 'ipv4' : 'ipv6'
}

function byVersion(view: DataView, at: number): Next {
  const version = view.getUint8(at) >> 4
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null
}

/** The headers of a frame; undefined where its kind of link is not known. */
export function layersOf(bytes: Uint8Array, linkType: number): Layers | undefined {
  const link = LINKS[linkType]
  if (link === undefined) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < (LINK_HEADERS[linkType] ?? 0)) return { layers: [], cut: 'the link' }
  const first = link(view)
  const layers: Layer[] = []
  let at = first.skip
  let end = bytes.length
  let next: Next = first.next
  let title: string | undefined
  while (next !== null && layers.length < DEEPEST) {
    const read = PROTOCOLS[next]
    if (read === undefined) break
    const found = read(new DataView(bytes.buffer, bytes.byteOffset + at, end - at))
    if (found === undefined) return { layers, cut: next }
    const { name = next, length, sizes = {}, total } = found
    layers.push({ name, bytes: bytes.subarray(at, at + length), sizes })
    if (total !== undefined) end = Math.min(end, at + Math.max(total, length))
    at += length
    next = found.next
    title = found.title
    if (at >= end) break
  }
  const rest = bytes.subarray(Math.min(at, end), end)
  if (rest.length > 0) layers.push(dataLayer(rest, title))
  if (end < bytes.length) layers.push(dataLayer(bytes.subarray(end), 'Trailer'))
  return { layers }
}

function dataLayer(bytes: Uint8Array, title: string | undefined): Layer {
  return { name: 'data', ...(title === undefined ? {} : { title }), bytes, sizes: {} }
}
