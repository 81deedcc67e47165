/** Unsigned LEB128, the numbers of WebAssembly's binary format. */

export interface Reader {
  at: number
}

/** An unsigned number at the reader, or the bytes of a signed one, whose value is not wanted. */
export function readNumber(bytes: Uint8Array, reader: Reader): number {
  let value = 0
  let shift = 0
  for (;;) {
    const byte = bytes[reader.at++] as number
    value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value >>> 0
    shift += 7
  }
}

export function numberBytes(value: number): Uint8Array {
  const bytes: number[] = []
  for (let left = value; ; ) {
    const low = left & 0x7f
    left >>>= 7
    bytes.push(left === 0 ? low : low | 0x80)
    if (left === 0) return Uint8Array.from(bytes)
  }
}
