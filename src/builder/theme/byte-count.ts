/** `128 MiB`, `900 bytes`. */
export function byteCount(bytes: number): string {
  return bytes < 2 ** 20 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MiB`
}
