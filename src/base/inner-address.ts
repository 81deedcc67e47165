/** Which addresses of the Internet Protocol are of this machine, of a network of one's own, or of nobody. */
import { BlockList, isIP } from 'node:net'

/** From the IANA's registries of special addresses: all that is not for everybody. */
const INNER_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Clouds answer here with the keys of the machine.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** What is not for everybody in the one block that is: tunnels among them, which lead to any address of the other kind. */
const INNER_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

/** Where a network without the older protocol puts its addresses, as the last four bytes. */
const TRANSLATED = /^64:ff9b::([\da-f]{0,4}):?([\da-f]{1,4})$/

/** Whether `address` (IPv4 in four parts, or IPv6 without brackets) is not one for everybody. */
export function isInnerAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  const kind = isIP(plain)
  if (kind === 4) return isIn(INNER_V4, plain, 'ipv4')
  if (kind !== 6) return true
  const whole = new URL(`http://[${plain}]`).hostname.slice(1, -1)
  const old = TRANSLATED.exec(whole)
  if (old !== null) return isInnerAddress(quadOf(old[1] ?? '', old[2] ?? ''))
  return !isIn([['2000::', 3]], whole, 'ipv6') || isIn(INNER_V6, whole, 'ipv6')
}

function isIn(
  ranges: readonly (readonly [string, number])[],
  address: string,
  kind: 'ipv4' | 'ipv6',
): boolean {
  const list = new BlockList()
  for (const [network, bits] of ranges) list.addSubnet(network, bits, kind)
  return list.check(address, kind)
}

function quadOf(high: string, low: string): string {
  return [high, low]
    .map((part) => Number.parseInt(part || '0', 16))
    .flatMap((part) => [part >> 8, part & 255])
    .join('.')
}
