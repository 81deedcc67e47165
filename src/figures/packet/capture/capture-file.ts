/**
 * Frames of a capture: pcap in both orders of bytes, with micro- or nanoseconds, and pcapng.
 * https://ietf-opsawg-wg.github.io/draft-ietf-opsawg-pcap/
 */

/** A frame as it was captured. */
export interface Frame {
  /** the number of its kind of link: 1 for Ethernet */
  readonly linkType: number
  readonly bytes: Uint8Array
  /** how many bytes it had on the wire */
  readonly originalLength: number
}

/** The frame, or why there is none. */
type FrameResult =
  | { readonly frame: Frame; readonly fault?: undefined }
  | { readonly frame?: undefined; readonly fault: string; readonly help?: string }

/** The largest file that is read, in bytes. */
const LARGEST = 64 * 1024 * 1024

/** Frame `wanted` of the capture, from 1. */
export function frameOf(bytes: Uint8Array, wanted: number): FrameResult {
  if (bytes.length > LARGEST)
    return {
      fault: `The capture has ${Math.ceil(bytes.length / 1024 / 1024)} MB; ${LARGEST / 1024 / 1024} MB is the most`,
      help: 'cut the frame out: `editcap -r big.pcap small.pcap 3`',
    }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4) return { fault: 'The file is too short for a capture' }
  const magic = view.getUint32(0)
  if (magic === 0x0a0d0d0a) return frameOfBlocks(bytes, view, wanted)
  const isBig = magic === 0xa1b2c3d4 || magic === 0xa1b23c4d
  const isLittle = magic === 0xd4c3b2a1 || magic === 0x4d3cb2a1
  if (isBig || isLittle) return frameOfRecords(bytes, view, wanted, isLittle)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { fault: 'The capture is compressed', help: 'unpack it: `gunzip`' }
  return {
    fault: 'The file is no capture in pcap or pcapng',
    help: 'convert it: `editcap -F pcapng in out.pcapng`',
  }
}

function missing(wanted: number, count: number): FrameResult {
  return {
    fault: `The capture has no frame ${wanted}`,
    help: count === 0 ? 'it has none at all' : `its frames are 1 to ${count}`,
  }
}

const cutWithin = (frame: number): FrameResult => ({
  fault: `The file ends within frame ${frame}: it is cut`,
})

/** pcap: a header, then records. */
function frameOfRecords(bytes: Uint8Array, view: DataView, wanted: number, little: boolean): FrameResult {
  if (bytes.length < 24) return { fault: 'The file ends within its header: it is cut' }
  // The upper bits say how long a checksum behind each frame is.
  const linkType = view.getUint32(20, little) & 0xffff
  let count = 0
  for (let at = 24; at < bytes.length; ) {
    if (at + 16 > bytes.length) return cutWithin(count + 1)
    const length = view.getUint32(at + 8, little)
    const originalLength = view.getUint32(at + 12, little)
    const start = at + 16
    if (start + length > bytes.length) return cutWithin(count + 1)
    if (++count === wanted)
      return { frame: { linkType, bytes: bytes.subarray(start, start + length), originalLength } }
    at = start + length
  }
  return missing(wanted, count)
}

interface Interface {
  readonly linkType: number
  /** how much of each frame was kept; 0 for all */
  readonly most: number
}

/** pcapng: blocks, each with its length before and behind; a section says in which order its bytes are. */
function frameOfBlocks(bytes: Uint8Array, view: DataView, wanted: number): FrameResult {
  let little = true
  let interfaces: Interface[] = []
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    if (at + 12 > bytes.length) return cutWithin(count + 1)
    if (view.getUint32(at) === 0x0a0d0d0a) {
      little = view.getUint32(at + 8, true) === 0x1a2b3c4d
      interfaces = []
    }
    const type = view.getUint32(at, little)
    const length = view.getUint32(at + 4, little)
    if (length < 12 || length % 4 !== 0) return { fault: `The block at byte ${at} of the capture is broken` }
    const end = at + length
    if (end > bytes.length) return cutWithin(count + 1)
    if (type === 1 && length >= 20)
      interfaces.push({ linkType: view.getUint16(at + 8, little), most: view.getUint32(at + 12, little) })
    const found = dataOf(view, { type, at, length, little }, interfaces)
    if (found !== undefined) {
      if (found.start + found.length > end - 4)
        return { fault: `Frame ${count + 1} is longer than its block` }
      if (++count === wanted) {
        const captured = interfaces[found.from]
        if (captured === undefined)
          return { fault: `Frame ${count} is of an interface that is nowhere described` }
        const inner = bytes.subarray(found.start, found.start + found.length)
        return {
          frame: { linkType: captured.linkType, bytes: inner, originalLength: found.originalLength },
        }
      }
    }
    at = end
  }
  return missing(wanted, count)
}

interface Block {
  readonly type: number
  readonly at: number
  readonly length: number
  readonly little: boolean
}

/** Where the frame of a block is; undefined where it has none. */
function dataOf(
  view: DataView,
  { type, at, length, little }: Block,
  interfaces: readonly Interface[],
):
  | {
      readonly start: number
      readonly length: number
      readonly originalLength: number
      readonly from: number
    }
  | undefined {
  const word = (offset: number): number => view.getUint32(at + offset, little)
  // An enhanced packet, the same in an older form, a simple packet.
  if (type === 6 && length >= 32)
    return { start: at + 28, length: word(20), originalLength: word(24), from: word(8) }
  if (type === 2 && length >= 32)
    return {
      start: at + 28,
      length: word(20),
      originalLength: word(24),
      from: view.getUint16(at + 8, little),
    }
  if (type !== 3 || length < 16) return undefined
  const originalLength = word(8)
  const most = interfaces[0]?.most ?? 0
  return {
    start: at + 12,
    length: Math.min(originalLength, length - 16, most === 0 ? originalLength : most),
    originalLength,
    from: 0,
  }
}
