import crypto from 'node:crypto'

/** SHA-256 of the text's UTF-8 bytes, or of the bytes, in hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return crypto.createHash('sha256').update(data).digest('hex')
}

/** Characters of a digest: 132 bits, far more than all the texts of all builds need to differ. */
const DIGEST_LENGTH = 22

/** A short name for `text` that no other text has: the beginning of its SHA-256. */
export function digest(text: string): string {
  // In one call where Node has one: several times faster for short texts.
  const whole =
    typeof crypto.hash === 'function'
      ? crypto.hash('sha256', text, 'base64url')
      : crypto.createHash('sha256').update(text).digest('base64url')
  return whole.slice(0, DIGEST_LENGTH)
}
