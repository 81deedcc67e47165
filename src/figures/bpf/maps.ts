/** Maps while a program runs. */
import { hexOf } from './hex.ts'
import type { LiveMap, Memory } from './memory.ts'
import type { BpfMap } from './program.ts'

/** Flags of an update: `BPF_ANY` 0, `BPF_NOEXIST` 1, `BPF_EXIST` 2. */
const NO_EXIST = 1n
const EXIST = 2n

/** What the kernel answers, negative. */
const ERRNO = { ENOENT: -2n, E2BIG: -7n, EEXIST: -17n, EINVAL: -22n }

export function openMap(memory: Memory, map: BpfMap): LiveMap {
  const { name, kind, valueSize, most, entries } = map
  const handle = memory.add('map_ptr', new Uint8Array(0), { name })
  const values = memory.add('map_value', new Uint8Array(valueSize * most), { name, entrySize: valueSize })
  const free = kind === 'hash' ? Array.from({ length: most }, (_, i) => most - 1 - i) : []
  const live: LiveMap = { map, handle, values, places: new Map(), free }
  for (const { key, value } of entries) update(live, key, value, 0n)
  return live
}

/** The place of a key's entry; undefined where there is none. */
function placeOf({ map, places }: LiveMap, key: Uint8Array): number | undefined {
  if (map.kind === 'hash') return places.get(hexOf(key))
  const index = new DataView(key.buffer, key.byteOffset).getUint32(0, true)
  return index < map.most ? index : undefined
}

/** The address of a key's value; 0 where there is none. */
export function lookUp(live: LiveMap, key: Uint8Array): bigint {
  const place = placeOf(live, key)
  return place === undefined ? 0n : live.values.base + BigInt(place * live.map.valueSize)
}

/** 0, or the negative number of what is wrong. */
export function update(live: LiveMap, key: Uint8Array, value: Uint8Array, flags: bigint): bigint {
  const { map, values, places, free } = live
  if (flags > EXIST) return ERRNO.EINVAL
  let place = placeOf(live, key)
  if (map.kind === 'array' && place === undefined) return ERRNO.E2BIG
  if (place !== undefined && flags === NO_EXIST) return ERRNO.EEXIST
  if (place === undefined) {
    if (flags === EXIST) return ERRNO.ENOENT
    place = free.pop()
    if (place === undefined) return ERRNO.E2BIG
    places.set(hexOf(key), place)
  }
  values.bytes.set(value, place * map.valueSize)
  return 0n
}

export function remove(live: LiveMap, key: Uint8Array): bigint {
  if (live.map.kind === 'array') return ERRNO.EINVAL
  const place = placeOf(live, key)
  if (place === undefined) return ERRNO.ENOENT
  live.places.delete(hexOf(key))
  live.free.push(place)
  return 0n
}

/** What is in a map, in the order of its keys' bytes; of an array what is not zero. */
export function entriesOf({
  map,
  values,
  places,
}: LiveMap): readonly { readonly key: string; readonly value: string }[] {
  const valueAt = (place: number): Uint8Array =>
    values.bytes.subarray(place * map.valueSize, (place + 1) * map.valueSize)
  if (map.kind === 'hash')
    return [...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, place]) => ({ key, value: hexOf(valueAt(place)) }))
  return Array.from({ length: map.most }, (_, i) => ({ key: `${i}`, bytes: valueAt(i) }))
    .filter(({ bytes }) => bytes.some((byte) => byte !== 0))
    .map(({ key, bytes }) => ({ key, value: hexOf(bytes) }))
}
