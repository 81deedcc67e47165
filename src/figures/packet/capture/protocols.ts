/** How long each header is, what its fields of no fixed size have, and what stands behind it. */

/** The protocol of what follows; null where nobody looks further. */
export type Next = string | null

interface Found {
  /** the header it is, where that is not the protocol's name */
  readonly name?: string
  /** in bytes */
  readonly length: number
  /** in bytes, by field */
  readonly sizes?: Readonly<Record<string, number>>
  /** of header and contents, where the header says so */
  readonly total?: number
  readonly next: Next
  /** what the contents are, where they are not looked into */
  readonly title?: string
}

/** Reads the header at the beginning of `view`; undefined where it is cut. */
type Read = (view: DataView) => Found | undefined

const fixed =
  (length: number, next: (view: DataView) => Next = () => null): Read =>
  (view) =>
    view.byteLength < length ? undefined : { length, next: next(view) }

/** What an EtherType says. */
export function afterEthernet(type: number): Next {
  switch (type) {
    case 0x0800:
      return 'ipv4'
    case 0x0806:
      return 'arp'
    case 0x86dd:
      return 'ipv6'
    case 0x8100:
    case 0x88a8:
      return 'vlan'
    case 0x8847:
    case 0x8848:
      return 'mpls'
    case 0x6558:
      return 'ethernet'
    default:
      return null
  }
}

const AFTER_IP: Readonly<Record<number, string>> = {
  1: 'icmp',
  4: 'ipv4',
  6: 'tcp',
  17: 'udp',
  41: 'ipv6',
  47: 'gre',
  58: 'icmpv6',
  137: 'mpls',
}

const inside = (protocol: number): Pick<Found, 'next' | 'title'> => ({
  next: AFTER_IP[protocol] ?? null,
  ...(protocol === 50 ? { title: 'ESP, encrypted' } : {}),
})

const ipv4: Read = (view) => {
  if (view.byteLength < 20) return undefined
  const length = Math.max(20, (view.getUint8(0) & 15) * 4)
  if (view.byteLength < length) return undefined
  const total = view.getUint16(2)
  // Only the first fragment has the header of what is inside.
  const isLater = (view.getUint16(6) & 0x1fff) !== 0
  return {
    length,
    sizes: { Options: length - 20 },
    // A sender that leaves the work to its network card writes none.
    ...(total === 0 ? {} : { total }),
    ...(isLater ? { next: null, title: 'Fragment' } : inside(view.getUint8(9))),
  }
}

const ipv6: Read = (view) => {
  if (view.byteLength < 40) return undefined
  const payload = view.getUint16(4)
  return { length: 40, ...(payload === 0 ? {} : { total: 40 + payload }), ...inside(view.getUint8(6)) }
}

const tcp: Read = (view) => {
  if (view.byteLength < 20) return undefined
  const length = Math.max(20, (view.getUint8(12) >> 4) * 4)
  if (view.byteLength < length) return undefined
  const isBgp = (view.getUint16(0) === 179 || view.getUint16(2) === 179) && isMarked(view, length)
  return {
    length,
    sizes: { Options: length - 20 },
    next: isBgp ? 'bgp' : null,
    ...titleOfStream(view, length),
  }
}

/** Whether BGP's marker stands there: sixteen bytes of ones. */
function isMarked(view: DataView, at: number): boolean {
  if (view.byteLength < at + 19) return false
  for (let i = 0; i < 16; i++) if (view.getUint8(at + i) !== 0xff) return false
  return true
}

/** TLS begins with the kind of its record and its version. */
function titleOfStream(view: DataView, at: number): { readonly title?: string } {
  if (view.byteLength < at + 3) return {}
  const [kind, major] = [view.getUint8(at), view.getUint8(at + 1)]
  if (major !== 3 || kind < 20 || kind > 23) return {}
  return { title: kind === 23 ? 'TLS, encrypted' : 'TLS' }
}

const udp: Read = (view) => {
  if (view.byteLength < 8) return undefined
  const ports = [view.getUint16(2), view.getUint16(0)]
  const next = ports.includes(4789)
    ? 'vxlan'
    : ports.includes(6081)
      ? 'geneve'
      : ports[0] === 6635
        ? 'mpls'
        : null
  const total = view.getUint16(4)
  return { length: 8, next, ...(total < 8 ? {} : { total }) }
}

const icmp: Read = (view) => {
  if (view.byteLength < 8) return undefined
  const type = view.getUint8(0)
  return { length: 8, next: null, ...(type === 0 || type === 8 ? { name: 'icmp-echo' } : {}) }
}

const geneve: Read = (view) => {
  if (view.byteLength < 8) return undefined
  const options = (view.getUint8(0) & 63) * 4
  if (view.byteLength < 8 + options) return undefined
  return { length: 8 + options, sizes: { Options: options }, next: afterEthernet(view.getUint16(2)) }
}

/** The bits in front say which fields are there. */
const gre: Read = (view) => {
  if (view.byteLength < 4) return undefined
  const bits = view.getUint8(0)
  const [hasSum, hasKey, hasNumber] = [(bits & 0x80) !== 0, (bits & 0x20) !== 0, (bits & 0x10) !== 0]
  const length = 4 + [hasSum, hasKey, hasNumber].filter(Boolean).length * 4
  if (view.byteLength < length) return undefined
  const size = (is: boolean, bytes: number): number => (is ? bytes : 0)
  return {
    length,
    sizes: {
      Checksum: size(hasSum, 2),
      Reserved1: size(hasSum, 2),
      Key: size(hasKey, 4),
      'Sequence Number': size(hasNumber, 4),
    },
    next: afterEthernet(view.getUint16(2)),
  }
}

const mpls: Read = (view) => {
  if (view.byteLength < 4) return undefined
  if ((view.getUint8(2) & 1) === 0) return { length: 4, next: 'mpls' }
  const version = view.byteLength > 4 ? view.getUint8(4) >> 4 : 0
  return { length: 4, next: version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null }
}

const bgpOpen: Read = (view) => {
  if (view.byteLength < 10) return undefined
  const parameters = view.getUint8(9)
  if (view.byteLength < 10 + parameters) return undefined
  return { length: 10 + parameters, sizes: { 'Optional Parameters': parameters }, next: null }
}

export const PROTOCOLS: Readonly<Record<string, Read>> = {
  ethernet: fixed(14, (view) => afterEthernet(view.getUint16(12))),
  vlan: fixed(4, (view) => afterEthernet(view.getUint16(2))),
  // The header is that of Ethernet and IPv4.
  arp: (view) =>
    view.byteLength < 8
      ? undefined
      : view.getUint8(4) !== 6 || view.getUint8(5) !== 4
        ? { name: 'data', length: view.byteLength, next: null }
        : fixed(28)(view),
  ipv4,
  ipv6,
  tcp,
  udp,
  icmp,
  icmpv6: (view) =>
    view.byteLength < 4
      ? undefined
      : { length: view.byteLength, sizes: { 'Message Body': view.byteLength - 4 }, next: null },
  vxlan: fixed(8, () => 'ethernet'),
  geneve,
  gre,
  mpls,
  bgp: fixed(19, (view) => (view.getUint8(18) === 1 ? 'bgp-open' : null)),
  'bgp-open': bgpOpen,
}
