/** The values of a header's fields, read from its bytes. */
import { type Field, type Format, fieldsOf, type Group, type Item } from '../model.ts'
import type { Layer } from './layers.ts'

/** `group` with the values that `layer` has; fields that are not there are gone. */
export function withValues(group: Group, layer: Layer): Group {
  let at = 0
  const read = (field: Field): readonly Field[] => {
    const size = layer.sizes[field.name]
    const bits = size === undefined ? field.bits : size * 8
    if (bits === null || bits === 0) return []
    if (field.parts.length > 0) return [{ ...field, parts: field.parts.flatMap(read) }]
    const start = at
    at += bits
    if (field.isUnused === true || Math.ceil(at / 8) > layer.bytes.length) return [{ ...field, bits }]
    // What is there is neither optional nor of any length.
    const { isOptional: _, least: __, most: ___, ...rest } = field
    const value = field.value ?? written(layer.bytes, start, bits, field.format ?? 'dec')
    return [{ ...rest, bits, value }]
  }
  const items = group.items.flatMap((item): readonly Item[] => (item.kind === 'field' ? read(item) : [item]))
  return { ...group, items }
}

/** `items`, fields of a header that may have been changed, with what `filled`, the same header as it is, has of each by its name. */
export function valuesTaken(items: readonly Item[], filled: Group): readonly Item[] {
  const byName = new Map<string, Field[]>()
  for (const field of fieldsOf(filled.items))
    byName.set(field.name, [...(byName.get(field.name) ?? []), field])
  const take = (field: Field): readonly Field[] => {
    if (field.isUnused === true) return [field]
    const found = byName.get(field.name)?.shift()
    if (found === undefined) return []
    const { isOptional: _, least: __, most: ___, ...rest } = field
    const value = field.value ?? found.value
    const parts = field.parts.flatMap(take)
    return [{ ...rest, bits: found.bits, parts, ...(value === undefined ? {} : { value }) }]
  }
  const walk = (all: readonly Item[]): readonly Item[] =>
    all.flatMap((item): readonly Item[] =>
      item.kind === 'field'
        ? take(item)
        : item.kind === 'group'
          ? [{ ...item, items: walk(item.items) }]
          : [item],
    )
  return walk(items)
}

/** `bits` bits from bit `start` on, as a field of that format shows them. */
function written(bytes: Uint8Array, start: number, bits: number, format: Format): string {
  if (bits <= 64) {
    const number = numberOf(bytes, start, bits)
    if (format === 'dec') return String(number)
    if (format === 'bin') return number.toString(2).padStart(bits, '0')
    if (format === 'hex') return `0x${number.toString(16).padStart(Math.ceil(bits / 4), '0')}`
  }
  const whole = bytesOf(bytes, start, bits)
  switch (format) {
    case 'mac':
      return whole.map(hex).join(':')
    case 'ipv4':
      return whole.join('.')
    case 'ipv6':
      return ipv6Of(whole)
    case 'text':
      return new TextDecoder().decode(Uint8Array.from(whole))
    default:
      return `0x${whole.map(hex).join('')}`
  }
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

function numberOf(bytes: Uint8Array, start: number, bits: number): bigint {
  let number = 0n
  for (let at = start; at < start + bits; ) {
    const byte = bytes[at >> 3]!
    const inByte = at & 7
    const taken = Math.min(8 - inByte, start + bits - at)
    number = (number << BigInt(taken)) | BigInt((byte >> (8 - inByte - taken)) & ((1 << taken) - 1))
    at += taken
  }
  return number
}

/** The same by bytes, the last filled with zeroes. */
function bytesOf(bytes: Uint8Array, start: number, bits: number): number[] {
  const whole: number[] = []
  for (let at = start; at < start + bits; at += 8) {
    const taken = Math.min(8, start + bits - at)
    whole.push(Number(numberOf(bytes, at, taken)) << (8 - taken))
  }
  return whole
}

/** As RFC 5952 writes it: the longest run of zeroes, of two groups at least, as `::`. */
function ipv6Of(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0))
  let [best, length] = [-1, 1]
  for (let i = 0; i < 8; i++) {
    let run = 0
    while (i + run < 8 && groups[i + run] === 0) run++
    if (run > length) [best, length] = [i, run]
  }
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':')
  return best === -1 ? text(groups) : `${text(groups.slice(0, best))}::${text(groups.slice(best + length))}`
}
