/** From bytes to text, as `encoding:` of the configuration says. */
import { Buffer, isUtf8 } from 'node:buffer'

/** A decoded text; `valid` is false when bytes were no text and became U+FFFD. */
interface Decoded {
  readonly text: string
  readonly valid: boolean
}

/** A byte order mark is taken off. */
export type Decode = (bytes: Uint8Array) => Decoded

/** The decoder for `encoding` (a label TextDecoder knows, in any case); UTF-8 for one that is not known. */
export function decoder(encoding: string): Decode {
  const label = encoding.toLowerCase().replace(/^bom\|/, '')
  if (label === 'utf-8' || label === 'utf8' || label === '') return decodeUtf8
  try {
    const other = new TextDecoder(label)
    return (bytes) => ({ text: other.decode(bytes), valid: true })
  } catch {
    return decodeUtf8
  }
}

/** UTF-8, with its byte order mark as U+FEFF if it has one. */
export function decodeWithMark(bytes: Uint8Array): Decoded {
  return { text: asBuffer(bytes).toString('utf8'), valid: isUtf8(bytes) }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** UTF-8, without its byte order mark. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { text: asBuffer(bytes).toString('utf8', bom ? 3 : 0), valid: isUtf8(bytes) }
}
