/** An address as it may be shown: without a password. */
export function withoutUser(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//')
}
