/**
 * Which names the server answers to. A page anywhere can have its own name lead to this machine (DNS rebinding) and would
 * then read the site as if it were its own; but the browser sends that name as `Host`, and an address written in digits
 * cannot be made to lead elsewhere.
 */
import { isIP } from 'node:net'

/** The name or address in a `Host` header, in small letters, without port and brackets; undefined where it is none. */
export function hostName(header: string | undefined): string | undefined {
  const found = /^(?:\[([\da-f:.]+)\]|([\p{L}\p{N}._-]+))(?::\d{1,5})?$/iu.exec(header ?? '')
  return (found?.[1] ?? found?.[2]?.replace(/\.$/, ''))?.toLowerCase()
}

/** Whether `address` is of this machine only. */
export function isLoopback(address: string): boolean {
  return isIP(address) === 4 ? address.startsWith('127.') : address === '::1'
}

/**
 * Whether a request with this `Host` header is answered: `localhost` and what is below it, loopback addresses, `bound`
 * (the name or address listened at; where that is every address, any address), and `allowed`: names, `.name` for one
 * with all below it, `*` for any.
 */
export function isAllowedHost(
  header: string | undefined,
  bound: string,
  allowed: readonly string[],
): boolean {
  if (allowed.includes('*')) return true
  const name = hostName(header)
  if (name === undefined) return false
  if (name === 'localhost' || name.endsWith('.localhost') || isLoopback(name)) return true
  if (name === bound.toLowerCase()) return true
  if (isIP(name) !== 0 && (bound === '0.0.0.0' || bound === '::')) return true
  return allowed.map((each) => each.toLowerCase()).some((each) => isNamed(name, each))
}

function isNamed(name: string, allowed: string): boolean {
  return allowed.startsWith('.') ? name === allowed.slice(1) || name.endsWith(allowed) : name === allowed
}
