/** Whether the bytes of an image file are what its name says and whole enough to be drawn. */
import { parseXml } from './xml.ts'

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => string | undefined>> = {
  png: pngFault,
  jpg: jpegFault,
  jpeg: jpegFault,
  gif: (bytes) => (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a') ? undefined : 'is not a GIF'),
  webp: (bytes) => (startsWith(bytes, 'RIFF') && text(bytes, 8, 12) === 'WEBP' ? undefined : 'is not a WebP'),
  avif: (bytes) => (text(bytes, 4, 8) === 'ftyp' ? undefined : 'is not an AVIF'),
  svg: svgFault,
}

/** What is wrong with the image at `path`, to be put behind its name; undefined when nothing is, or no one can say. */
export function imageFault(path: string, bytes: Uint8Array): string | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const decode = Object.hasOwn(DECODERS, ending) ? DECODERS[ending] : undefined
  if (decode === undefined) return undefined
  if (bytes.length === 0) return 'is empty'
  const fault = decode(bytes)
  const other = decode !== svgFault && isOtherImage(bytes)
  return fault?.startsWith('is not ') === true && other ? undefined : fault
}

/** Browsers go by the content of a picture, whatever its name says; SVG alone needs its media type. */
function isOtherImage(bytes: Uint8Array): boolean {
  return ['png', 'jpg', 'gif', 'webp', 'avif'].some((name) => DECODERS[name]?.(bytes) === undefined)
}

/** Its signature, its header, and its end. */
function pngFault(bytes: Uint8Array): string | undefined {
  if (!startsWith(bytes, '\x89PNG\r\n\x1a\n') || text(bytes, 12, 16) !== 'IHDR') return 'is not a PNG'
  return bytes.length > 45 && text(bytes, bytes.length - 8, bytes.length - 4) === 'IEND'
    ? undefined
    : 'is cut off'
}

function jpegFault(bytes: Uint8Array): string | undefined {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? undefined : 'is not a JPEG'
}

function svgFault(bytes: Uint8Array): string | undefined {
  const source = new TextDecoder().decode(bytes)
  const parsed = parseXml(source)
  if ('fault' in parsed) return `is not an SVG: ${parsed.fault.message}`
  return /<(?:[\w-]+:)?svg\b/.test(source) ? undefined : 'is not an SVG'
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return text(bytes, 0, signature.length) === signature
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
