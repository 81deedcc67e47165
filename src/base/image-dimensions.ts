/** What a picture is and how large, from the first bytes of its file. */

export interface Dimensions {
  readonly width: number
  readonly height: number
}

export type PictureFormat = 'png' | 'gif' | 'webp' | 'jpeg' | 'avif' | 'heic' | 'svg'

/** By its signature, whatever its name says; undefined for what is no picture. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'gif'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(0, 2) === '\xff\xd8') return 'jpeg'
  if (text(4, 8) === 'ftyp')
    return AVIF.test(text(8, 12)) ? 'avif' : HEIC.test(text(8, 12)) ? 'heic' : undefined
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 65_536))) ? 'svg' : undefined
}

const AVIF = /^avi[fs]$/
const HEIC = /^(?:hei[cfmsx]|hev[cmsx]|mif1|msf1)$/

/** Whether it moves: a GIF or WebP of several frames, or an APNG. Of a GIF that is cut off, whether it has begun to. */
export function isAnimated(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (pictureFormat(bytes)) {
      case 'gif':
        return gifFrames(view) > 1
      case 'webp':
        return view.getUint32(12) === EXTENDED && (view.getUint8(20) & 2) !== 0
      case 'png':
        // Its chunks, up to the first of the pixels.
        for (let at = 8; view.getUint32(at + 4) !== 0x49444154; at += 12 + view.getUint32(at))
          if (view.getUint32(at + 4) === 0x6163544c) return true
        return false
      default:
        return false
    }
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** 0, 1, or 2 for more. */
function gifFrames(view: DataView): number {
  const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))
  const behindBlocks = (from: number): number => {
    let at = from
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
    return at + 1
  }
  let frames = 0
  let at = 13 + colours(view.getUint8(10))
  while (frames < 2 && at < view.byteLength) {
    const kind = view.getUint8(at)
    if (kind === 0x2c) {
      frames++
      if (frames > 1) break
      at = behindBlocks(at + 11 + colours(view.getUint8(at + 9)))
    } else if (kind === 0x21) at = behindBlocks(at + 2)
    else break
  }
  return frames
}

/** In pixels, as browsers show it; undefined for what is no picture, or says nothing of it. Linear. */
export function imageDimensions(bytes: Uint8Array): Dimensions | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const found =
      pngSize(view) ?? gifSize(view) ?? webpSize(view) ?? jpegSize(view) ?? boxedSize(view) ?? svgSize(bytes)
    return found !== undefined && found.width > 0 && found.height > 0 ? found : undefined
  } catch (error) {
    // The file ends before it says its size.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function pngSize(view: DataView): Dimensions | undefined {
  if (view.getUint32(0) !== 0x89504e47) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function gifSize(view: DataView): Dimensions | undefined {
  if (view.getUint32(0) !== 0x47494638) return undefined
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

const RIFF = 0x52494646
const WEBP = 0x57454250
const LOSSY = 0x56503820
const LOSSLESS = 0x5650384c
const EXTENDED = 0x56503858

function webpSize(view: DataView): Dimensions | undefined {
  if (view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return undefined
  const kind = view.getUint32(12)
  if (kind === LOSSY)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === LOSSLESS) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind !== EXTENDED) return undefined
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  return { width: three(24) + 1, height: three(27) + 1 }
}

/** The size stands in the frame's header, behind segments that each say their length; one of them may say which side is up. */
function jpegSize(view: DataView): Dimensions | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  let lies = false
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return lies ? { width: height, height: width } : { width, height }
    }
    if (marker === 0xe1) lies = orientation(view, at + 4) >= 5
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}

/** EXIF's orientation, 1 to 8, of the segment whose data begin at `at`: from 5 on the picture lies on its side. */
function orientation(view: DataView, at: number): number {
  if (view.byteLength < at + 14 || view.getUint32(at) !== 0x45786966) return 1
  const tiff = at + 6
  const little = view.getUint16(tiff) === 0x4949
  try {
    const first = tiff + view.getUint32(tiff + 4, little)
    const count = view.getUint16(first, little)
    for (let entry = first + 2; entry < first + 2 + count * 12; entry += 12)
      if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

/** AVIF and HEIC: the largest of the sizes that the boxes of its parts name, in `meta`. */
function boxedSize(view: DataView): Dimensions | undefined {
  if (view.getUint32(4) !== 0x66747970) return undefined
  let best: Dimensions | undefined
  const end = Math.min(view.byteLength, 65_536) - 20
  for (let at = view.getUint32(0); at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (best === undefined || size.width * size.height > best.width * best.height) best = size
  }
  return best
}

/** `width` and `height` in pixels, else those of the `viewBox`. */
function svgSize(bytes: Uint8Array): Dimensions | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536))
  const start = text.search(/<svg[\s>]/)
  if (start === -1) return undefined
  const end = text.indexOf('>', start)
  const tag = text.slice(start, end === -1 ? undefined : end)
  const length = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*(\\d+(?:\\.\\d+)?)(?:px)?\\s*["']`).exec(tag)?.[1])
  const [width, height] = [length('width'), length('height')]
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) }
  const box = /\sviewBox\s*=\s*["']([^"']*)["']/
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , across = Number.NaN, down = Number.NaN] = box ?? []
  return across > 0 && down > 0 ? { width: Math.round(across), height: Math.round(down) } : undefined
}
