/** What a program may read and write: areas of bytes, each at an address of its own. */
import type { BpfMap } from './program.ts'

type AreaKind = 'ctx' | 'packet' | 'memory' | 'fp' | 'map_value' | 'map_ptr'

/** An area of bytes. */
export interface Area {
  readonly kind: AreaKind
  /** of a map: its name */
  readonly name?: string
  /** the address that distances are counted from: of a stack its end, of others their start */
  readonly base: bigint
  readonly bytes: Uint8Array
  readonly view: DataView
  /** of a map, what an access must stay within */
  readonly entrySize?: number
  readonly isReadOnly: boolean
}

/** Addresses fit into 32 bits, as pointers in `struct xdp_md` do. Between areas lie gaps, so that a slip is seen. */
const FIRST = 16n
const SHIFT = 24n
const INTO = 1n << 20n

export class Memory {
  private readonly areas: Area[] = []

  /** @param bytes not copied: what is written shows there */
  add(
    kind: AreaKind,
    bytes: Uint8Array,
    { name, entrySize, isReadOnly = false }: Partial<Pick<Area, 'name' | 'entrySize' | 'isReadOnly'>> = {},
  ): Area {
    const start = ((FIRST + BigInt(this.areas.length)) << SHIFT) + INTO
    const base = kind === 'fp' ? start + BigInt(bytes.length) : start
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const area: Area = {
      kind,
      base,
      bytes,
      view,
      isReadOnly,
      ...(name === undefined ? {} : { name }),
      ...(entrySize === undefined ? {} : { entrySize }),
    }
    this.areas.push(area)
    return area
  }

  /** The area that an address is in or near to, and how far from its base. */
  find(address: bigint): { readonly area: Area; readonly offset: number } | undefined {
    const area = this.areas[Number((address >> SHIFT) - FIRST)]
    return area === undefined || address >> 32n !== 0n
      ? undefined
      : { area, offset: Number(address - area.base) }
  }
}

/** Where in its bytes an offset from the base of an area is. */
function placeIn(area: Area, offset: number): number {
  return area.kind === 'fp' ? offset + area.bytes.length : offset
}

/** Why `size` bytes at `offset` may not be read or written, in the verifier's words; undefined where they may. */
export function refusal(
  area: Area,
  offset: number,
  size: number,
  isWrite: boolean,
  register: number,
): string | undefined {
  const { kind, bytes, entrySize } = area
  const at = placeIn(area, offset)
  const isInside =
    at >= 0 && at + size <= bytes.length && (entrySize === undefined || (at % entrySize) + size <= entrySize)
  switch (kind) {
    case 'map_ptr':
      return `R${register} invalid mem access 'map_ptr'`
    case 'ctx':
      return isInside && !isWrite ? undefined : `invalid bpf_context access off=${offset} size=${size}`
    case 'fp':
      return isInside
        ? undefined
        : `invalid ${isWrite ? 'write to' : 'read from'} stack R${register} off=${offset} size=${size}`
    case 'packet':
      return isInside
        ? undefined
        : `invalid access to packet, off=${offset} size=${size}, R${register}(off=${offset},r=${bytes.length})`
    case 'map_value':
      return isInside
        ? undefined
        : `invalid access to map value, value_size=${entrySize} off=${entrySize === undefined || offset < 0 || offset >= bytes.length ? offset : offset % entrySize} size=${size}`
    case 'memory':
      return isInside
        ? undefined
        : `invalid access to memory, mem_size=${bytes.length} off=${offset} size=${size}`
  }
}

/** `size` bytes as an unsigned number in little-endian order. */
export function load(area: Area, offset: number, size: number): bigint {
  const at = placeIn(area, offset)
  if (size === 1) return BigInt(area.view.getUint8(at))
  if (size === 2) return BigInt(area.view.getUint16(at, true))
  if (size === 4) return BigInt(area.view.getUint32(at, true))
  return area.view.getBigUint64(at, true)
}

export function save(area: Area, offset: number, size: number, value: bigint): void {
  const at = placeIn(area, offset)
  if (size === 8) area.view.setBigUint64(at, BigInt.asUintN(64, value), true)
  else {
    const low = Number(BigInt.asUintN(32, value))
    if (size === 4) area.view.setUint32(at, low, true)
    else if (size === 2) area.view.setUint16(at, low & 0xffff, true)
    else area.view.setUint8(at, low & 0xff)
  }
}

/** A map while a program runs: its values lie in one area, entry behind entry. */
export interface LiveMap {
  readonly map: BpfMap
  /** what programs hold as the map itself */
  readonly handle: Area
  readonly values: Area
  /** places of entries by their keys in hexadecimal; of an array all of them */
  readonly places: Map<string, number>
  /** places that no entry has */
  readonly free: number[]
}
