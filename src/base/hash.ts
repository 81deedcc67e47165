import { createHash } from 'node:crypto'

/** SHA-256 of the text's UTF-8 bytes, or of the bytes, in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
