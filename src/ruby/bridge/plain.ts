/** What jobs of the layer give besides values: hashes of names, as objects. */
import { listOf } from '../../base/index.ts'
import type { Wire } from './wire.ts'

/** A hash on the wire by its names, its values as they are there. */
export function plainOf(wire: Wire): Readonly<Record<string, Wire | undefined>> {
  const items = typeof wire === 'object' && wire !== null && 'of' in wire ? (wire.of as readonly Wire[]) : []
  const result: Record<string, Wire | undefined> = {}
  for (let i = 0; i < items.length; i += 2) result[String(items[i])] = items[i + 1]
  return result
}

/** What is on the wire, with hashes of names as objects. */
export function plain(wire: Wire): unknown {
  if (typeof wire !== 'object' || wire === null) return wire
  if (Array.isArray(wire)) return wire.map(plain)
  const { $: kind, of } = wire as { readonly $: string; readonly of: Wire }
  if (kind !== 'hash') return undefined
  const items = listOf(of) as readonly Wire[]
  const result: Record<string, unknown> = {}
  for (let i = 0; i < items.length; i += 2) result[String(items[i])] = plain(items[i + 1] as Wire)
  return result
}
