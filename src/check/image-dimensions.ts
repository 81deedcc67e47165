/** How large a picture is, from the first bytes of its file. */

export interface Dimensions {
  readonly width: number
  readonly height: number
}

/** In pixels; undefined for what is no picture, or says nothing of it. Linear. */
export function imageDimensions(bytes: Uint8Array): Dimensions | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const found = pngSize(view) ?? gifSize(view) ?? webpSize(view) ?? jpegSize(view) ?? svgSize(bytes)
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

/** The size stands in the frame's header, behind segments that each say their length. */
function jpegSize(view: DataView): Dimensions | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
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
